package dev.lathe.runtime.odata;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Which of the rows beyond a navigation come along, and what comes with each of them. Immutable.
 *
 * @param <T> the class of the rows
 */
public final class Expansion<T> implements Selection<T, Expansion<T>> {

    private final Options options;

    private Expansion(Options options) {
        this.options = options;
    }

    /** The options that a caller asks for. */
    static <T> Options of(UnaryOperator<Expansion<T>> expansion) {
        return Objects.requireNonNull(expansion.apply(new Expansion<>(Options.NONE))).options;
    }

    @Override
    public Expansion<T> select(List<? extends Column<? super T, ?>> columns) {
        return new Expansion<>(options.select(columns));
    }

    @Override
    public <U> Expansion<T> expand(ToOne<? super T, U> navigation, UnaryOperator<Projection<U>> projection) {
        return new Expansion<>(options.expand(navigation.name(), false, Projection.of(projection)));
    }

    @Override
    public <U> Expansion<T> expand(ToMany<? super T, U> navigation, UnaryOperator<Expansion<U>> expansion) {
        return new Expansion<>(options.expand(navigation.name(), true, of(expansion)));
    }

    /** Asks for rows that meet a condition; they must meet all conditions if this is called several times. */
    public Expansion<T> filter(Filter<? super T> filter) {
        return new Expansion<>(options.filter(filter));
    }

    /** Sorts the rows; by a further key if this is called several times. */
    public Expansion<T> orderBy(Order<? super T> key) {
        return new Expansion<>(options.orderBy(List.of(key)));
    }

    /** Asks for the first rows only. */
    public Expansion<T> top(int rows) {
        return new Expansion<>(options.top(rows));
    }

    /** As it stands in a URL, before percent-encoding. */
    @Override
    public String toString() {
        return options.values().toString();
    }
}
