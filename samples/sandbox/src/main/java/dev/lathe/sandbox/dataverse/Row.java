package dev.lathe.sandbox.dataverse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.jspecify.annotations.Nullable;

/**
 * One stored row. Immutable: a change puts a new one in its place, so readers never see half of it.
 *
 * @param type its concrete type
 * @param sequence position in the order of creation, unique over the store
 * @param version grows with each change of any row; the ETag
 * @param columns what has a value; a column that is not here is null
 * @param lookups for a lookup column, the navigation property that set it: the target's table of a polymorphic lookup
 */
record Row(
        EdmEntityType type,
        Key key,
        long sequence,
        long version,
        Map<String, Object> columns,
        Map<String, String> lookups) {

    Row {
        columns = Collections.unmodifiableMap(columns);
        lookups = Collections.unmodifiableMap(lookups);
    }

    @Nullable
    Object get(String column) {
        return columns.get(column);
    }

    String etag() {
        return "W/\"" + version + "\"";
    }

    /** A copy to change. */
    Draft edit() {
        return new Draft(new LinkedHashMap<>(columns), new LinkedHashMap<>(lookups));
    }

    /** Columns and lookups of a row on its way into the store. */
    record Draft(Map<String, Object> columns, Map<String, String> lookups) {

        static Draft empty() {
            return new Draft(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        void set(String column, @Nullable Object value) {
            if (value == null) {
                columns.remove(column);
                lookups.remove(column);
            } else {
                columns.put(column, value);
            }
        }
    }
}
