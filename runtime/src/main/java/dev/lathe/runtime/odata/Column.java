package dev.lathe.runtime.odata;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A property of rows, for queries. Immutable.
 *
 * @param <E> the class of the rows
 * @param <V> the class of the property's values
 */
public abstract class Column<E, V> {

    private final String name;

    Column(String name) {
        this.name = Objects.requireNonNull(name);
    }

    /** The property's name on the wire; of a column behind a navigation or in a complex value the path to it. */
    public final String name() {
        return name;
    }

    /** The value as it stands in a URL. */
    String literal(@Nullable V value) {
        return Literals.of(value);
    }

    final Filter<E> compare(String operator, @Nullable V value) {
        return new Filter<>(new Expression.Comparison(name, operator, literal(value)));
    }

    /** Rows with this value; {@code null} finds rows without one. */
    public final Filter<E> eq(@Nullable V value) {
        return compare("eq", value);
    }

    /** Rows with another value; {@code null} finds rows that have one. */
    public final Filter<E> ne(@Nullable V value) {
        return compare("ne", value);
    }

    /** Rows in which this column has the same value as another one. */
    public final Filter<E> eqColumn(Column<? super E, ? extends V> other) {
        return new Filter<>(new Expression.ColumnComparison(name, "eq", other.name()));
    }

    /** Rows in which this column has another value than another one. */
    public final Filter<E> neColumn(Column<? super E, ? extends V> other) {
        return new Filter<>(new Expression.ColumnComparison(name, "ne", other.name()));
    }

    /** Rows without a value. */
    public final Filter<E> isNull() {
        return eq(null);
    }

    /** Rows with any value. */
    public final Filter<E> isNotNull() {
        return ne(null);
    }

    /**
     * Rows with one of these values.
     *
     * @throws IllegalArgumentException if there are none
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    public final Filter<E> in(V... values) {
        return in(Arrays.asList(values));
    }

    /**
     * Rows with one of these values. Written with {@code or}, as not all services have the {@code in} of OData 4.01.
     *
     * @throws IllegalArgumentException if there are none: no condition says that, leave the query out
     */
    public final Filter<E> in(Collection<? extends V> values) {
        Iterator<? extends V> each = values.iterator();
        if (!each.hasNext()) {
            throw new IllegalArgumentException("No values for '" + name + "' to be one of");
        }
        Filter<E> filter = eq(each.next());
        while (each.hasNext()) {
            filter = filter.or(eq(each.next()));
        }
        return filter;
    }

    /** Sorts by this column, smallest first. */
    public final Order<E> asc() {
        return new Order<>(name + " asc");
    }

    /** Sorts by this column, largest first. */
    public final Order<E> desc() {
        return new Order<>(name + " desc");
    }

    /**
     * Computes how many different values rows have in this column. Not available in Dataverse.
     *
     * @param alias the name of the computed value: letters, digits and underscores
     * @throws IllegalArgumentException if the name has other characters
     */
    public final Aggregate<E, Long> countDistinct(String alias) {
        return Aggregate.number(this, "countdistinct", alias);
    }

    /** The column's name. */
    @Override
    public final String toString() {
        return name;
    }
}
