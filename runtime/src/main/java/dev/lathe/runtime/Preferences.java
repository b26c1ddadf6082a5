package dev.lathe.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The preferences of a request (RFC 7240), each once: a later one of the same name replaces an earlier one. */
final class Preferences {

    private final Map<String, String> byName = new LinkedHashMap<>();

    /** Adds one or several, separated by commas outside of quotes. */
    Preferences add(String text) {
        for (String preference : split(text)) {
            byName.put(nameOf(preference), preference);
        }
        return this;
    }

    void remove(String name) {
        byName.remove(name);
    }

    Preferences addAll(Preferences others) {
        byName.putAll(others.byName);
        return this;
    }

    /** One header for all; empty when there are none. */
    Optional<String> header() {
        return byName.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", byName.values()));
    }

    private static String nameOf(String preference) {
        int end = 0;
        while (end < preference.length() && "=; \t".indexOf(preference.charAt(end)) < 0) {
            end++;
        }
        return preference.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>(2);
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            if (!end && text.charAt(i) == '"') {
                quoted = !quoted;
            }
            if (end || (text.charAt(i) == ',' && !quoted)) {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
