package dev.lathe.runtime.odata;

/**
 * A column whose values are before and after each other.
 *
 * @param <E> the class of the rows
 * @param <V> the class of the values
 */
public abstract class OrderedColumn<E, V> extends Column<E, V> {

    OrderedColumn(String name) {
        super(name);
    }

    /** Rows with a greater value. */
    public final Filter<E> gt(V value) {
        return compare("gt", value);
    }

    /** Rows with this value or a greater one. */
    public final Filter<E> ge(V value) {
        return compare("ge", value);
    }

    /** Rows with a smaller value. */
    public final Filter<E> lt(V value) {
        return compare("lt", value);
    }

    /** Rows with this value or a smaller one. */
    public final Filter<E> le(V value) {
        return compare("le", value);
    }

    /** Rows with a value from the first to the last, both included. */
    public final Filter<E> between(V first, V last) {
        return ge(first).and(le(last));
    }

    /** Rows in which this column has a greater value than another one. */
    public final Filter<E> gtColumn(OrderedColumn<? super E, ? extends V> other) {
        return new Filter<>(new Expression.ColumnComparison(name(), "gt", other.name()));
    }

    /** Rows in which this column has a smaller value than another one. */
    public final Filter<E> ltColumn(OrderedColumn<? super E, ? extends V> other) {
        return new Filter<>(new Expression.ColumnComparison(name(), "lt", other.name()));
    }

    /**
     * Computes the smallest value of this column.
     *
     * @param alias the name of the computed value: letters, digits and underscores
     * @throws IllegalArgumentException if the name has other characters
     */
    public final Aggregate<E, V> min(String alias) {
        return Aggregate.same(this, "min", alias);
    }

    /**
     * Computes the largest value of this column.
     *
     * @param alias the name of the computed value: letters, digits and underscores
     * @throws IllegalArgumentException if the name has other characters
     */
    public final Aggregate<E, V> max(String alias) {
        return Aggregate.same(this, "max", alias);
    }
}
