package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.ObjectType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes one column of one row (OData Protocol 4.01, sections 11.2.4 and 11.4.9). */
final class SingleValues {

    private final ODataService service;
    private final ObjectType<? extends ODataEntity> type;

    SingleValues(ODataService service, ObjectType<? extends ODataEntity> type) {
        this.service = service;
        this.type = type;
    }

    @SuppressWarnings("unchecked") // a column constant and the row's class come from the same place
    <V> @Nullable V get(Target row, Column<?, V> column) {
        JsonValue value =
                row.then(name(column)).call(service.client(), "GET", Map.of()).readOrNull(new Wrapped());
        if (value == null || value.isNull()) {
            return null;
        }
        ODataEntity read = type.newObject();
        read.putColumn(column.name(), value);
        return (V) read.column(column.name());
    }

    void set(Target row, Column<?, ?> column, Object value) {
        row.then(name(column))
                .call(service.client(), "PUT", Map.of())
                .header("If-Match", "*")
                .json(Map.of("value", value))
                .send();
    }

    void clear(Target row, Column<?, ?> column) {
        row.then(name(column))
                .call(service.client(), "DELETE", Map.of())
                .header("If-Match", "*")
                .send();
    }

    private static String name(Column<?, ?> column) {
        if (column.name().indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "'" + column.name() + "' is no column of the row itself, and cannot be read or set on its own");
        }
        return column.name();
    }

    /** {@code {"value": ...}}. */
    private static final class Wrapped extends JsonType<JsonValue> {

        @Override
        public @Nullable JsonValue read(JsonReader in) {
            JsonValue value = null;
            if (in.startObject()) {
                for (String member = in.nextMember(); member != null; member = in.nextMember()) {
                    if (member.equals("value")) {
                        value = in.any();
                    } else {
                        in.skip();
                    }
                }
            }
            return value;
        }

        @Override
        public void write(JsonWriter out, JsonValue value) {
            throw new UnsupportedOperationException("Values are only read");
        }
    }
}
