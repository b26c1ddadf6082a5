package dev.lathe.sandbox.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header fields in the order of their values; names ignore case. Immutable. */
public final class Headers {

    private final Map<String, List<String>> fields;

    private Headers(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** Copies {@code fields}; names that differ by case only are joined. */
    public static Headers of(Map<String, List<String>> fields) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) ->
                copy.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        return new Headers(Collections.unmodifiableMap(copy));
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All lines of a field, empty when it is absent. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The elements of a list-valued field, of all its lines; commas inside double quotes do not separate. */
    public List<String> elements(String name) {
        List<String> elements = new ArrayList<>();
        for (String line : all(name)) {
            boolean quoted = false;
            int start = 0;
            for (int i = 0; i <= line.length(); i++) {
                if (i == line.length() || (line.charAt(i) == ',' && !quoted)) {
                    String element = line.substring(start, i).strip();
                    if (!element.isEmpty()) {
                        elements.add(element);
                    }
                    start = i + 1;
                } else if (line.charAt(i) == '"') {
                    quoted = !quoted;
                }
            }
        }
        return elements;
    }

    /** A read-only view: name (ignoring case) to values. */
    public Map<String, List<String>> asMap() {
        return fields;
    }
}
