package dev.lathe.runtime.odata;

import java.util.List;

/**
 * A column of several complex values.
 *
 * @param <E> the class of the rows
 * @param <C> the class of the values
 */
public final class ComplexCollectionColumn<E, C> extends Column<E, List<C>> {

    private ComplexCollectionColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E, C> ComplexCollectionColumn<E, C> of(String wireName) {
        return new ComplexCollectionColumn<>(wireName);
    }

    /** Rows that have any value. */
    public Filter<E> any() {
        return new Filter<>(new Expression.Lambda(name(), "any", null));
    }

    /** Rows of whose values at least one is of a kind. */
    public Filter<E> any(Filter<? super C> filter) {
        return new Filter<>(new Expression.Lambda(name(), "any", filter.expression()));
    }

    /** Rows of whose values all are of a kind, or that have none. */
    public Filter<E> all(Filter<? super C> filter) {
        return new Filter<>(new Expression.Lambda(name(), "all", filter.expression()));
    }
}
