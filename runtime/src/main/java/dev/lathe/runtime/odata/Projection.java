package dev.lathe.runtime.odata;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What comes with one row: which columns, and which rows beyond its navigations. Immutable.
 *
 * @param <T> the class of the row
 */
public final class Projection<T> implements Selection<T, Projection<T>> {

    private final Options options;

    private Projection(Options options) {
        this.options = options;
    }

    /** The options that a caller asks for. */
    static <T> Options of(UnaryOperator<Projection<T>> projection) {
        return Objects.requireNonNull(projection.apply(new Projection<>(Options.NONE))).options;
    }

    @Override
    public Projection<T> select(List<? extends Column<? super T, ?>> columns) {
        return new Projection<>(options.select(columns));
    }

    @Override
    public <U> Projection<T> expand(ToOne<? super T, U> navigation, UnaryOperator<Projection<U>> projection) {
        return new Projection<>(options.expand(navigation.name(), false, of(projection)));
    }

    @Override
    public <U> Projection<T> expand(ToMany<? super T, U> navigation, UnaryOperator<Expansion<U>> expansion) {
        return new Projection<>(options.expand(navigation.name(), true, Expansion.of(expansion)));
    }

    /** As it stands in a URL, before percent-encoding. */
    @Override
    public String toString() {
        return options.values().toString();
    }
}
