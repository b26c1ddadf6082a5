package dev.lathe.runtime.odata;

import java.util.List;

/**
 * A column of several values.
 *
 * @param <E> the class of the rows
 */
public final class CollectionColumn<E> extends Column<E, List<?>> {

    private CollectionColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> CollectionColumn<E> of(String wireName) {
        return new CollectionColumn<>(wireName);
    }

    /** Rows that have this value among theirs. */
    public Filter<E> has(Object value) {
        return new Filter<>(new Expression.ItemComparison(name(), Literals.of(value)));
    }

    /** Rows that have any value. */
    public Filter<E> any() {
        return new Filter<>(new Expression.Lambda(name(), "any", null));
    }
}
