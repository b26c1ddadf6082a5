package dev.lathe.runtime.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The undeclared members of an object as a map of one type, in their order: a view. */
final class AdditionalMembers<V> extends AbstractMap<String, V> {

    /** A value that was decoded, in the place of its JSON, so that what is changed in it is not lost. */
    record Decoded<V>(V value, JsonType<V> type) {

        void write(JsonWriter out) {
            type.write(out, value);
        }
    }

    private final JsonObject object;
    private final JsonType<V> type;

    AdditionalMembers(JsonObject object, JsonType<V> type) {
        this.object = object;
        this.type = type;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && object.unknownMember(name) != null;
    }

    /** @throws JsonException when the value that came is not of the type */
    @Override
    public @Nullable V get(@Nullable Object key) {
        Undeclared members = object.undeclaredMembers();
        int at = key instanceof String name && !object.isAnnotation(name) ? members.position(name) : -1;
        return at < 0 ? null : decoded(members, at);
    }

    @SuppressWarnings("unchecked") // one type of object has one type of additional members
    private @Nullable V decoded(Undeclared members, int at) {
        Object value = members.value(at);
        if (value instanceof Decoded<?> decoded) {
            return (V) decoded.value();
        }
        V decoded = type.parse(JsonWriter.toBytes(value));
        if (decoded != null) {
            members.replace(at, new Decoded<>(decoded, type));
        }
        return decoded;
    }

    @Override
    public @Nullable V put(String name, @Nullable V value) {
        V before = get(Objects.requireNonNull(name));
        object.putAdditional(name, value == null ? JsonValue.NULL : new Decoded<>(value, type));
        return before;
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        V before = get(key);
        if (key instanceof String name && !object.isAnnotation(name)) {
            object.removeAdditional(name);
        }
        return before;
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return object.unknownMembers().size();
            }

            @Override
            public Iterator<Entry<String, V>> iterator() {
                return new Entries(object.unknownMembers().keySet().iterator());
            }
        };
    }

    /** Over a copy of the names: what is set while somebody iterates does no harm. */
    private final class Entries implements Iterator<Entry<String, V>> {

        private final Iterator<String> names;
        private @Nullable String last;

        Entries(Iterator<String> names) {
            this.names = names;
        }

        @Override
        public boolean hasNext() {
            return names.hasNext();
        }

        @Override
        @SuppressWarnings("NullAway") // as in any map of such values, a null that came is a null
        public Entry<String, V> next() {
            if (!names.hasNext()) {
                throw new NoSuchElementException();
            }
            String name = names.next();
            last = name;
            return new SimpleEntry<>(name, get(name)) {
                private static final long serialVersionUID = 1L;

                @Override
                public V setValue(V value) {
                    AdditionalMembers.this.put(name, value);
                    return super.setValue(value);
                }
            };
        }

        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException("There is nothing to remove.");
            }
            object.removeAdditional(last);
            last = null;
        }
    }
}
