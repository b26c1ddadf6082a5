package dev.lathe.runtime.odata;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A value that a service computes from many rows, under a name of the caller's choice (OData Data Aggregation 4.0,
 * section 3.1). Columns make them: {@code Accounts.REVENUE.sum("total")}. Immutable.
 *
 * @param <E> the class of the rows
 * @param <V> the class of the value
 */
@SuppressWarnings("UnusedTypeParameter") // keeps aggregates of different tables, and of different values, apart
public final class Aggregate<E, V> {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]{0,127}");

    private final String expression;
    private final String alias;
    private final String column;
    private final Kind kind;

    /** What a value is read as. */
    enum Kind {
        DECIMAL,
        LONG,
        COLUMN
    }

    private Aggregate(String expression, String alias, String column, Kind kind) {
        if (!NAME.matcher(Objects.requireNonNull(alias)).matches()) {
            throw new IllegalArgumentException("Not a name for an aggregate: '" + alias + "'; take letters and digits");
        }
        this.expression = expression;
        this.alias = alias;
        this.column = column;
        this.kind = kind;
    }

    /**
     * The number of rows.
     *
     * @throws IllegalArgumentException if the name has characters other than letters, digits and underscores
     */
    public static <E> Aggregate<E, Long> count(String alias) {
        return new Aggregate<>("$count", alias, "", Kind.LONG);
    }

    static <E> Aggregate<E, BigDecimal> decimal(Column<E, ?> column, String method, String alias) {
        return new Aggregate<>(column.name() + " with " + method, alias, column.name(), Kind.DECIMAL);
    }

    static <E> Aggregate<E, Long> number(Column<E, ?> column, String method, String alias) {
        return new Aggregate<>(column.name() + " with " + method, alias, column.name(), Kind.LONG);
    }

    static <E, V> Aggregate<E, V> same(Column<E, V> column, String method, String alias) {
        return new Aggregate<>(column.name() + " with " + method, alias, column.name(), Kind.COLUMN);
    }

    /** The name that the value has in answers. */
    public String name() {
        return alias;
    }

    String column() {
        return column;
    }

    Kind kind() {
        return kind;
    }

    /** As it stands in {@code $apply}, before percent-encoding. */
    @Override
    public String toString() {
        return expression + " as " + alias;
    }
}
