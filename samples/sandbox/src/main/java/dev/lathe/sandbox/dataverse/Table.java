package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one concrete type, by key, in order of creation, and by the value of columns that somebody asked for.
 * Reading is safe at any time; writing happens under the store's lock.
 */
final class Table {

    private final Map<Key, Row> byKey = new ConcurrentHashMap<>();
    private final NavigableMap<Long, Row> bySequence = new ConcurrentSkipListMap<>();
    private final Map<List<String>, Map<List<Object>, NavigableMap<Long, Row>>> indexes = new ConcurrentHashMap<>();

    @Nullable
    Row get(Key key) {
        return byKey.get(key);
    }

    Collection<Row> rows() {
        return bySequence.values();
    }

    int size() {
        return byKey.size();
    }

    /** The rows whose {@code columns} have {@code values}, in order of creation. */
    Collection<Row> where(List<String> columns, List<Object> values) {
        if (byKey.isEmpty()) {
            return List.of();
        }
        NavigableMap<Long, Row> rows = index(columns).get(values);
        return rows == null ? List.of() : rows.values();
    }

    /** Puts {@code row} in the place of {@code old}, which is what {@link #get} gives for its key. */
    synchronized void put(@Nullable Row old, Row row) {
        byKey.put(row.key(), row);
        bySequence.put(row.sequence(), row);
        for (Map.Entry<List<String>, Map<List<Object>, NavigableMap<Long, Row>>> index : indexes.entrySet()) {
            if (old != null) {
                removeFrom(index, old);
            }
            addTo(index.getValue(), index.getKey(), row);
        }
    }

    synchronized void remove(Row row) {
        byKey.remove(row.key());
        bySequence.remove(row.sequence());
        indexes.entrySet().forEach(index -> removeFrom(index, row));
    }

    private Map<List<Object>, NavigableMap<Long, Row>> index(List<String> columns) {
        Map<List<Object>, NavigableMap<Long, Row>> index = indexes.get(columns);
        if (index != null) {
            return index;
        }
        // Readers may come first; a writer in between must not slip past the index that is being built.
        synchronized (this) {
            return indexes.computeIfAbsent(columns, c -> {
                Map<List<Object>, NavigableMap<Long, Row>> built = new ConcurrentHashMap<>();
                bySequence.values().forEach(row -> addTo(built, c, row));
                return built;
            });
        }
    }

    private static void addTo(Map<List<Object>, NavigableMap<Long, Row>> index, List<String> columns, Row row) {
        List<Object> values = valuesOf(columns, row);
        if (values != null) {
            index.computeIfAbsent(values, v -> new ConcurrentSkipListMap<>()).put(row.sequence(), row);
        }
    }

    private static void removeFrom(Map.Entry<List<String>, Map<List<Object>, NavigableMap<Long, Row>>> index, Row row) {
        List<Object> values = valuesOf(index.getKey(), row);
        NavigableMap<Long, Row> rows = values == null ? null : index.getValue().get(values);
        if (rows != null) {
            rows.remove(row.sequence());
        }
    }

    /** Null when a column is null: null refers to nothing. */
    static @Nullable List<Object> valuesOf(List<String> columns, Row row) {
        List<Object> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            Object value = row.get(column);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }
}
