package dev.lathe.runtime.http;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Header fields of a request or an answer: names without regard to case (RFC 9110, section 5.1), in the order in which
 * they were added. Immutable and thread-safe.
 */
public final class Headers implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final boolean[] TOKEN = tokenCharacters();
    private static final Headers EMPTY = new Headers(new String[0]);

    // name, value, name, value: a dozen fields are found faster in an array than in a map
    private final String[] fields;

    private Headers(String[] fields) {
        this.fields = fields;
    }

    /** No headers. */
    public static Headers empty() {
        return EMPTY;
    }

    /** A builder without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** The first value of that name. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(firstOrNull(name));
    }

    /** The first value of that name; null without one. */
    public @Nullable String firstOrNull(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return fields[i + 1];
            }
        }
        return null;
    }

    /** All values of that name, in order; empty without one. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(2);
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                values.add(fields[i + 1]);
            }
        }
        return List.copyOf(values);
    }

    /** Whether a field of that name is there. */
    public boolean contains(String name) {
        return firstOrNull(name) != null;
    }

    /** Calls the action for each field, in order. */
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < fields.length; i += 2) {
            action.accept(fields[i], fields[i + 1]);
        }
    }

    /** A builder that starts with these fields. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.fields.addAll(List.of(fields));
        return builder;
    }

    /** The same fields in the same order, names in the same spelling. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Headers headers && Arrays.equals(fields, headers.fields);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fields);
    }

    /** The names only, sorted: values may be secrets. */
    @Override
    public String toString() {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        forEach((name, value) -> names.add(name));
        return "Headers" + names;
    }

    /** Collects header fields. Not thread-safe. */
    public static final class Builder {

        private final List<String> fields = new ArrayList<>();

        private Builder() {}

        /**
         * Replaces all fields of that name by this one.
         *
         * @throws IllegalArgumentException for a name that is no token, or a value with a line break, another control
         *     character or a character outside of ASCII; the value is not in the message
         */
        public Builder set(String name, String value) {
            check(name, value);
            for (int i = 0; i < fields.size(); i += 2) {
                if (fields.get(i).equalsIgnoreCase(name)) {
                    fields.set(i + 1, value);
                    removeFrom(i + 2, name);
                    return this;
                }
            }
            fields.add(name);
            fields.add(value);
            return this;
        }

        /** Adds a field beside others of that name; throws like {@link #set}. */
        public Builder add(String name, String value) {
            check(name, value);
            fields.add(name);
            fields.add(value);
            return this;
        }

        /** Adds a field that a server sent: what is wrong with it is not our caller's fault, so nothing is checked. */
        public Builder received(String name, String value) {
            fields.add(name);
            fields.add(value);
            return this;
        }

        /** Adds a field unless one of that name is there; throws like {@link #set}. */
        public Builder setIfAbsent(String name, String value) {
            return contains(name) ? this : add(name, value);
        }

        /** Takes away all fields of that name. */
        public Builder remove(String name) {
            removeFrom(0, name);
            return this;
        }

        /** Whether a field of that name is there. */
        public boolean contains(String name) {
            for (int i = 0; i < fields.size(); i += 2) {
                if (fields.get(i).equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        }

        /** The collected fields. */
        public Headers build() {
            return fields.isEmpty() ? EMPTY : new Headers(fields.toArray(new String[0]));
        }

        private void removeFrom(int start, String name) {
            for (int i = fields.size() - 2; i >= start; i -= 2) {
                if (fields.get(i).equalsIgnoreCase(name)) {
                    fields.remove(i + 1);
                    fields.remove(i);
                }
            }
        }

        @Override
        public String toString() {
            return build().toString();
        }
    }

    private static void check(String name, String value) {
        Objects.requireNonNull(name, "name of the header");
        Objects.requireNonNull(value, () -> "value of the header '" + name + "'");
        if (!isToken(name)) {
            throw new IllegalArgumentException("Not a header name: '" + printable(name)
                    + "'. A header name consists of letters, digits and !#$%&'*+-.^_`|~.");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n') {
                throw new IllegalArgumentException(
                        "The value of header '" + name + "' has a line break at position " + i + ".");
            }
            if ((c < ' ' && c != '\t') || c >= 0x7f) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "The value of header '%s' has the character U+%04X at position %d; header values are printable ASCII.",
                        name,
                        (int) c,
                        i));
            }
        }
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= TOKEN.length || !TOKEN[c]) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    // RFC 9110, section 5.6.2
    private static boolean[] tokenCharacters() {
        boolean[] token = new boolean[128];
        for (int c = 0; c < token.length; c++) {
            token[c] = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
        }
        return token;
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
