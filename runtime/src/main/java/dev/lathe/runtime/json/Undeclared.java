package dev.lathe.runtime.json;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object that its type does not declare, in their order: unknown ones and annotations. */
final class Undeclared {

    /** Names and values by turns; a value is a String or a JsonValue. A map would take five times the memory. */
    private @Nullable Object[] pairs;

    private int end;

    /** The version that the service gave the object; kept here because few objects have one. */
    @Nullable
    String entityTag;

    /** @param expected how many slots to start with */
    Undeclared(int expected) {
        pairs = new Object[Math.max(expected, 8)];
    }

    void add(String name, Object value) {
        if (end == pairs.length) {
            pairs = Arrays.copyOf(pairs, end * 2);
        }
        pairs[end] = name;
        pairs[end + 1] = value;
        end += 2;
    }

    void put(String name, Object value) {
        int at = position(name);
        if (at < 0) {
            add(name, value);
        } else {
            pairs[at + 1] = value;
        }
    }

    /** Puts another form of the same value into a slot. */
    void replace(int at, Object value) {
        pairs[at + 1] = value;
    }

    void remove(String name) {
        int at = position(name);
        if (at >= 0) {
            System.arraycopy(pairs, at + 2, pairs, at, end - at - 2);
            end -= 2;
            pairs[end] = null;
            pairs[end + 1] = null;
        }
    }

    @Nullable
    JsonValue get(String name) {
        int at = position(name);
        return at < 0 ? null : JsonValue.of(value(at));
    }

    /** Of a name that occurs twice the last one counts. */
    int position(String name) {
        int at = end - 2;
        while (at >= 0 && !name(at).equals(name)) {
            at -= 2;
        }
        return at;
    }

    /** How many slots are taken; names are at even ones. */
    int end() {
        return end;
    }

    String name(int at) {
        return (String) Objects.requireNonNull(pairs[at]);
    }

    Object value(int at) {
        return Objects.requireNonNull(pairs[at + 1]);
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int at = 0; at < end; at += 2) {
            names.add(name(at));
        }
        return names;
    }
}
