package dev.lathe.runtime.odata;

import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonException;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The keys of the rows of one type. */
final class RowKeys {

    private final ObjectType<?> type;
    private final String entitySet;

    RowKeys(ObjectType<?> type, String entitySet) {
        this.type = type;
        this.entitySet = entitySet;
    }

    boolean isPart(String wireName) {
        return type.keys().contains(wireName);
    }

    /** The key that a row has, or {@code null} if a part of it is missing. */
    @Nullable
    Object find(ODataEntity row) {
        Objects.requireNonNull(row, "row");
        List<String> names = type.keys();
        EntityKey key = null;
        for (String name : names) {
            Object value = value(row, type.keyPath(name));
            if (value == null) {
                return null;
            }
            if (names.size() == 1) {
                return value;
            }
            key = key == null ? EntityKey.of(name, value) : key.and(name, value);
        }
        return key;
    }

    /** @throws IllegalArgumentException if a part of the key is missing */
    Object of(ODataEntity row) {
        Object key = find(row);
        if (key == null) {
            throw new IllegalArgumentException(
                    "The row has no key: set " + String.join(", ", type.keys()) + ", or read it with the row");
        }
        return key;
    }

    /** Copies the key of a row that was read. */
    void copy(ODataEntity from, ODataEntity to) {
        for (String name : type.keys()) {
            String path = type.keyPath(name);
            Object value = value(from, path);
            if (value != null) {
                put(to, path, JsonValue.of(value));
            }
        }
    }

    /**
     * Sets the key of a row from the answer to the request that created it.
     *
     * @return false if the answer does not tell the primary key
     */
    boolean take(Response response, ODataEntity row) {
        String url = response.headers()
                .first("OData-EntityId")
                .or(() -> response.headers().first("Location"))
                .orElse("");
        return take(url, row);
    }

    /**
     * Sets the key of a row from its URL, or from the bare text of a key of one part.
     *
     * @return false if that is no primary key
     */
    boolean take(String id, ODataEntity row) {
        List<String> names = type.keys();
        if (id.indexOf('(') < 0) {
            return names.size() == 1 && !id.isEmpty() && put(row, names.get(0), id);
        }
        Map<String, String> parts = EntityIds.keyOf(id, entitySet);
        if (parts.size() == 1 && names.size() == 1 && parts.containsKey("")) {
            return put(row, names.get(0), parts.getOrDefault("", ""));
        }
        if (names.isEmpty() || !parts.keySet().containsAll(names)) {
            return false;
        }
        return names.stream().allMatch(name -> put(row, name, parts.getOrDefault(name, "")));
    }

    private static @Nullable Object value(ODataObject row, String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return row.column(path);
        }
        return row.column(path.substring(0, slash)) instanceof ODataObject inner
                ? value(inner, path.substring(slash + 1))
                : null;
    }

    private static void put(ODataObject row, String path, JsonValue value) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            row.putColumn(path, value);
            return;
        }
        String first = path.substring(0, slash);
        if (!(row.column(first) instanceof ODataObject)) {
            row.putColumn(first, JsonValue.of(Map.of()));
        }
        if (row.column(first) instanceof ODataObject inner) {
            put(inner, path.substring(slash + 1), value);
        }
    }

    private boolean put(ODataEntity row, String name, String text) {
        try {
            put(row, type.keyPath(name), JsonValue.of(text));
            return true;
        } catch (JsonException e) {
            return false; // the URL is no key of ours
        }
    }
}
