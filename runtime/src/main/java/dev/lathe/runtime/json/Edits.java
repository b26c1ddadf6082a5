package dev.lathe.runtime.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What few objects need to know about changes: undeclared members that were set, and copies of the caller's own lists. */
final class Edits {

    /** Names of undeclared members that were set. */
    final Set<String> undeclared = new LinkedHashSet<>();

    /** The caller's lists and maps as they were when the object was last marked as unchanged, by member. */
    private final Map<Integer, Object> copies = new HashMap<>();

    /** Copies a list or a map that does not tell when it changes. */
    void keepCopy(int member, Object value) {
        if (value instanceof List<?> list) {
            copies.put(member, new ArrayList<>(list));
        } else if (value instanceof Map<?, ?> map) {
            copies.put(member, new LinkedHashMap<>(map));
        }
    }

    boolean differsFromCopy(int member, @Nullable Object value) {
        Object copy = copies.get(member);
        return copy != null && !copy.equals(value);
    }

    static boolean needsCopy(@Nullable Object value) {
        return (value instanceof List || value instanceof Map) && !(value instanceof Tracked);
    }

    /** Whether something in a value was changed in place. */
    static boolean isChangedWithin(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return object.hasChanges();
        }
        if (value instanceof Tracked tracked && tracked.isModified()) {
            return true;
        }
        if (value instanceof Iterable<?> items) {
            return isAnyChangedWithin(items);
        }
        if (value instanceof Map<?, ?> map) {
            return isAnyChangedWithin(map.values());
        }
        return value instanceof UnionCase union && isChangedWithin(union.value());
    }

    private static boolean isAnyChangedWithin(Iterable<?> values) {
        for (Object value : values) {
            if (isChangedWithin(value)) {
                return true;
            }
        }
        return false;
    }

    static void markUnchangedWithin(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            object.markUnchanged();
        } else if (value instanceof Iterable<?> items) {
            items.forEach(Edits::markUnchangedWithin);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(Edits::markUnchangedWithin);
        } else if (value instanceof UnionCase union) {
            markUnchangedWithin(union.value());
        }
        if (value instanceof Tracked tracked) {
            tracked.markUnmodified();
        }
    }
}
