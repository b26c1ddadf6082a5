package dev.lathe.runtime.odata;

import java.math.BigDecimal;

/**
 * A column of numbers.
 *
 * @param <E> the class of the rows
 * @param <V> the class of the numbers
 */
public final class NumberColumn<E, V extends Number> extends OrderedColumn<E, V> {

    private NumberColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> NumberColumn<E, Byte> int8(String wireName) {
        return new NumberColumn<>(wireName);
    }

    /** A column of that name. For generated classes. */
    public static <E> NumberColumn<E, Short> uint8(String wireName) {
        return new NumberColumn<>(wireName);
    }

    /** A column of that name. For generated classes. */
    public static <E> NumberColumn<E, Short> int16(String wireName) {
        return new NumberColumn<>(wireName);
    }

    /** A column of that name. For generated classes. */
    public static <E> NumberColumn<E, Integer> int32(String wireName) {
        return new NumberColumn<>(wireName);
    }

    /** A column of that name. For generated classes. */
    public static <E> NumberColumn<E, Long> int64(String wireName) {
        return new NumberColumn<>(wireName);
    }

    /** A column of that name. For generated classes. */
    public static <E> NumberColumn<E, Float> float32(String wireName) {
        return new NumberColumn<>(wireName);
    }

    /** A column of that name. For generated classes. */
    public static <E> NumberColumn<E, Double> float64(String wireName) {
        return new NumberColumn<>(wireName);
    }

    /** A column of that name. For generated classes. */
    public static <E> NumberColumn<E, BigDecimal> decimal(String wireName) {
        return new NumberColumn<>(wireName);
    }

    <F> NumberColumn<F, V> at(String path) {
        return new NumberColumn<>(path);
    }

    private Filter<E> compare(String operator, long value) {
        return new Filter<>(new Expression.Comparison(name(), operator, Long.toString(value)));
    }

    /** Rows with this value. */
    public Filter<E> eq(long value) {
        return compare("eq", value);
    }

    /** Rows with another value. */
    public Filter<E> ne(long value) {
        return compare("ne", value);
    }

    /** Rows with a greater value. */
    public Filter<E> gt(long value) {
        return compare("gt", value);
    }

    /** Rows with this value or a greater one. */
    public Filter<E> ge(long value) {
        return compare("ge", value);
    }

    /** Rows with a smaller value. */
    public Filter<E> lt(long value) {
        return compare("lt", value);
    }

    /** Rows with this value or a smaller one. */
    public Filter<E> le(long value) {
        return compare("le", value);
    }

    /** Rows with a value from the first to the last, both included. */
    public Filter<E> between(long first, long last) {
        return ge(first).and(le(last));
    }

    /**
     * Computes the sum of this column.
     *
     * @param alias the name of the computed value: letters, digits and underscores
     * @throws IllegalArgumentException if the name has other characters
     */
    public Aggregate<E, BigDecimal> sum(String alias) {
        return Aggregate.decimal(this, "sum", alias);
    }

    /**
     * Computes the average of this column.
     *
     * @param alias the name of the computed value: letters, digits and underscores
     * @throws IllegalArgumentException if the name has other characters
     */
    public Aggregate<E, BigDecimal> average(String alias) {
        return Aggregate.decimal(this, "average", alias);
    }
}
