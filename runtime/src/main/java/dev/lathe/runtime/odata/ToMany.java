package dev.lathe.runtime.odata;

import java.util.List;
import java.util.Objects;

/**
 * A navigation to several rows. Immutable.
 *
 * @param <E> the class of the rows where it starts
 * @param <T> the class of the rows to which it leads
 */
public sealed class ToMany<E, T> permits Contained {

    private final String name;

    ToMany(String name) {
        this.name = Objects.requireNonNull(name);
    }

    /** A navigation of that name. For generated classes. */
    public static <E, T> ToMany<E, T> of(String wireName) {
        return new ToMany<>(wireName);
    }

    /** The navigation's name. */
    public final String name() {
        return name;
    }

    /** The rows to which it leads; empty if there are none, or if the query did not expand it. */
    @SuppressWarnings("unchecked") // what is read there is of the navigation's type
    public final List<T> of(E row) {
        Object rows = ToOne.object(row).expanded(name);
        return rows == null ? List.of() : (List<T>) rows;
    }

    /** Whether the query expanded it, even if it leads to no rows. */
    public final boolean isExpanded(E row) {
        return ToOne.object(row).isExpanded(name);
    }

    /**
     * Lets it lead to existing rows; sent when the row where it starts is created. (Later on, rows are
     * {@linkplain EntitySet#associate associated}.)
     *
     * @return the row where it starts
     */
    public final E bind(E row, List<? extends EntityReference<? extends T>> targets) {
        ToOne.object(row).linksInsteadOf(name).bindAll(name, targets);
        return row;
    }

    /**
     * Lets it lead to rows that are created together with the row where it starts.
     *
     * @return the row where it starts
     */
    public final E insert(E row, List<? extends T> targets) {
        targets.forEach(ToOne::object);
        ToOne.object(row).linksInsteadOf(name).insert(name, List.copyOf(targets));
        return row;
    }

    /** Rows for which it leads to any row. */
    public final Filter<E> any() {
        return new Filter<>(new Expression.Lambda(name, "any", null));
    }

    /** Rows for which it leads to at least one row of a kind. */
    public final Filter<E> any(Filter<? super T> filter) {
        return new Filter<>(new Expression.Lambda(name, "any", filter.expression()));
    }

    /** Rows for which it leads to rows of a kind only, or to none. */
    public final Filter<E> all(Filter<? super T> filter) {
        return new Filter<>(new Expression.Lambda(name, "all", filter.expression()));
    }

    /** The number of rows to which it leads, to filter or to sort by. */
    public final NumberColumn<E, Long> count() {
        return NumberColumn.int64(name + "/$count");
    }

    /** The navigation's name. */
    @Override
    public final String toString() {
        return name;
    }
}
