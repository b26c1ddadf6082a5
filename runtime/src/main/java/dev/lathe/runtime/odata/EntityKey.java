package dev.lathe.runtime.odata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key of several parts, or an alternate key, by the names of its properties. Immutable. */
public final class EntityKey {

    private final Map<String, Object> parts;

    private EntityKey(Map<String, Object> parts) {
        this.parts = parts;
    }

    /**
     * A key of one part.
     *
     * @param wireName the property, such as {@code accountnumber}, or for a lookup {@code _primarycontactid_value}
     * @throws IllegalArgumentException if the value has no form in a URL
     */
    public static EntityKey of(String wireName, Object value) {
        return new EntityKey(Map.of()).and(wireName, value);
    }

    /** The key with one more part. */
    public EntityKey and(String wireName, Object value) {
        Literals.of(Objects.requireNonNull(value, wireName));
        Map<String, Object> more = new LinkedHashMap<>(parts);
        more.put(wireName, value);
        return new EntityKey(more);
    }

    /** The values by the names of their properties, in their order. */
    public Map<String, Object> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** What stands between the parentheses for a key of any kind, percent-encoded. */
    static String predicate(Object key) {
        Objects.requireNonNull(key, "key");
        if (key instanceof EntityKey named) {
            return named.toString();
        }
        if (key instanceof CharSequence text && text.isEmpty()) {
            throw new IllegalArgumentException("The key is empty");
        }
        return Urls.encode(Literals.of(key));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityKey that && that.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** As it stands in a URL, percent-encoded: {@code name='x',number=5}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        parts.forEach((name, value) -> text.append(text.isEmpty() ? "" : ",")
                .append(Urls.encode(name))
                .append('=')
                .append(Urls.encode(Literals.of(value))));
        return text.toString();
    }
}
