package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of an operation's parameter.
 *
 * @param type qualified name of the enumeration that the value is of, {@code geography} or {@code geometry}; empty for any
 *     other value
 */
record Argument(@Nullable Object value, String type) {

    /**
     * Rows that are to be written, whole or with what is changed alone.
     *
     * @param ids addresses of the rows, one for each; empty where their keys tell
     */
    record Rows(List<? extends ODataEntity> rows, List<String> ids, boolean changesOnly) {

        private void write(JsonWriter out) {
            out.startArray();
            for (int i = 0; i < rows.size(); i++) {
                out.typed(rows.get(i), ids.isEmpty() ? "" : ids.get(i), changesOnly);
            }
            out.endArray();
        }
    }

    /** As it stands in the URL of a function, before percent-encoding. */
    String literal(ODataService service) {
        if (value instanceof EntityReference<?> || value instanceof Iterable<?> || value instanceof JsonObject) {
            try (JsonWriter out = service.writer()) {
                write(out);
                return new String(out.bytes(), StandardCharsets.UTF_8);
            }
        }
        return Literals.of(value, type);
    }

    /** As it stands in the body of an action. */
    void write(JsonWriter out) {
        write(value, out);
    }

    private static void write(@Nullable Object value, JsonWriter out) {
        if (value instanceof EntityReference<?> reference) {
            if (reference.row() == null) {
                out.value(Map.of("@odata.id", reference.url()));
            } else {
                out.typed(reference.row());
            }
        } else if (value instanceof ODataEntity row) {
            // Parameters are often declared with a base type, for rows of any table.
            out.typed(row);
        } else if (value instanceof Rows many) {
            many.write(out);
        } else if (value instanceof Iterable<?> items) {
            out.startArray();
            for (Object item : items) {
                write(item, out);
            }
            out.endArray();
        } else {
            out.value(value);
        }
    }
}
