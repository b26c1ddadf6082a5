package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a {@code $expand} option, taken apart only as far as next links need it: Olingo's tree does not keep
 * the text of nested options.
 */
final class ExpandText {

    private final Map<String, String> options = new LinkedHashMap<>();

    private ExpandText() {}

    static ExpandText of(String text) {
        ExpandText result = new ExpandText();
        for (String item : split(text, ',')) {
            int open = item.indexOf('(');
            if (open > 0 && item.endsWith(")")) {
                result.options.put(item.substring(0, open).strip(), item.substring(open + 1, item.length() - 1));
            }
        }
        return result;
    }

    /** The options of a navigation property, as the query of a URL. */
    String queryOf(String navigation) {
        List<String> pairs = new ArrayList<>();
        for (String option : split(options.getOrDefault(navigation, ""), ';')) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                pairs.add(option.substring(0, equals).strip() + "=" + ODataUris.encode(option.substring(equals + 1)));
            }
        }
        return String.join("&", pairs);
    }

    /** The {@code $expand} inside the options of a navigation property. */
    ExpandText inside(String navigation) {
        for (String option : split(options.getOrDefault(navigation, ""), ';')) {
            if (option.strip().startsWith("$expand=")) {
                return of(option.strip().substring("$expand=".length()));
            }
        }
        return of("");
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            } else if (!quoted && depth == 0 && c == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            parts.add(text.substring(start));
        }
        return parts;
    }
}
