package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.ObjectType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One outcome of an {@link Aggregation}: the values of a group, and what was computed from it. It is no row of the table:
 * it has neither key nor ETag. Not thread-safe.
 *
 * @param <E> the class of the rows that values were computed from
 */
public final class AggregateRow<E> {

    private final ODataObject values;
    private final ObjectType<?> type;

    AggregateRow(ODataObject values, ObjectType<?> type) {
        this.values = values;
        this.type = type;
    }

    /**
     * The value of a column that was grouped by.
     *
     * @return null where the rows of the group have none, and for a column that was not grouped by
     */
    @SuppressWarnings("unchecked") // a column constant and the row's class come from the same place
    public <V> @Nullable V get(Column<? super E, V> column) {
        String name = column.name();
        int slash = name.indexOf('/');
        return (V) (slash < 0 ? values.column(name) : beyond(values, type, name, slash));
    }

    /** In a nested object, as the standard has it, or under a name that is made of the target's table and the column. */
    private static @Nullable Object beyond(ODataObject from, ObjectType<?> type, String path, int slash) {
        String navigation = path.substring(0, slash);
        String rest = path.substring(slash + 1);
        if (from.column(navigation) instanceof ODataObject complex) {
            return complex.column(rest);
        }
        JsonType<?> target = ((ODataObject) type.newObject()).navigation(navigation);
        if (!(target instanceof ObjectType<?> known)) {
            return null;
        }
        if (from.isExpanded(navigation)) {
            int next = rest.indexOf('/');
            if (!(from.expanded(navigation) instanceof ODataObject row)) {
                return null;
            }
            return next < 0 ? row.column(rest) : beyond(row, known, rest, next);
        }
        String table = known.typeName().substring(known.typeName().lastIndexOf('.') + 1);
        JsonValue value = from.unknownMember(table + "_" + rest);
        return value == null ? null : typed(known, rest, value);
    }

    /**
     * A value that was computed.
     *
     * @return null where there was nothing to compute it from
     */
    @SuppressWarnings("unchecked") // the aggregate's kind was chosen with its type
    public <V> @Nullable V get(Aggregate<? super E, V> aggregate) {
        JsonValue value = value(aggregate);
        if (value == null || value.isNull()) {
            return null;
        }
        return (V)
                switch (aggregate.kind()) {
                    case DECIMAL -> value.asDecimal();
                    case LONG -> value.asDecimal().longValueExact();
                    case COLUMN -> typed(type, aggregate.column(), value);
                };
    }

    private @Nullable JsonValue value(Aggregate<?, ?> aggregate) {
        // A column may have the alias as its name: then the value was read as that.
        Object declared = values.column(aggregate.name());
        return declared == null ? values.unknownMember(aggregate.name()) : JsonValue.of(declared);
    }

    /** Reads a value as the class of the rows reads that column. */
    private static @Nullable Object typed(ObjectType<?> type, String path, JsonValue value) {
        ODataObject row = (ODataObject) type.newObject();
        int slash = path.indexOf('/');
        if (slash < 0) {
            row.putColumn(path, value);
            return row.column(path);
        }
        JsonType<?> target = row.navigation(path.substring(0, slash));
        return target instanceof ObjectType<?> known ? typed(known, path.substring(slash + 1), value) : null;
    }

    /** The text that a person would read for a column's value, where it was asked for. */
    public Optional<String> formattedValue(Column<? super E, ?> column) {
        return values.formattedValue(column);
    }

    /** The text that a person would read for a value that was computed, where it was asked for. */
    public Optional<String> formattedValue(Aggregate<? super E, ?> aggregate) {
        return values.formattedValue(aggregate.name());
    }

    @Override
    public String toString() {
        return "AggregateRow"
                + values.toString().substring(values.getClass().getSimpleName().length());
    }
}
