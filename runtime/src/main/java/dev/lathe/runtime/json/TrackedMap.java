package dev.lathe.runtime.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that was read. All ways of changing it, those of its views too, end in the methods below. */
final class TrackedMap<V> extends AbstractMap<String, V> implements Tracked {

    private final LinkedHashMap<String, @Nullable V> entries = new LinkedHashMap<>();
    private boolean modified;

    /** Adds while the map is being read. */
    void append(String name, @Nullable V value) {
        entries.put(name, value);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(key);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return entries.get(key);
    }

    @Override
    public @Nullable V put(String key, V value) {
        modified = true;
        return entries.put(Objects.requireNonNull(key), value);
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        modified |= entries.containsKey(key);
        return entries.remove(key);
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new Entries();
    }

    @Override
    public boolean isModified() {
        return modified;
    }

    @Override
    public void markUnmodified() {
        modified = false;
    }

    private final class Entries extends AbstractSet<Entry<String, V>> {

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public Iterator<Entry<String, V>> iterator() {
            Iterator<Entry<String, V>> all = entries.entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Entry<String, V> next() {
                    return new TrackedEntry(all.next());
                }

                @Override
                public void remove() {
                    all.remove();
                    modified = true;
                }
            };
        }
    }

    private final class TrackedEntry implements Entry<String, V> {

        private final Entry<String, V> entry;

        TrackedEntry(Entry<String, V> entry) {
            this.entry = entry;
        }

        @Override
        public String getKey() {
            return entry.getKey();
        }

        @Override
        public V getValue() {
            return entry.getValue();
        }

        @Override
        public V setValue(V value) {
            modified = true;
            return entry.setValue(value);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return entry.equals(other);
        }

        @Override
        public int hashCode() {
            return entry.hashCode();
        }

        @Override
        public String toString() {
            return entry.toString();
        }
    }
}
