package dev.lathe.runtime.odata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the key out of the URL of a row, as {@code OData-EntityId} names it. */
final class EntityIds {

    private EntityIds() {}

    /**
     * The texts of the key's parts by their names; by the empty name for a key of one part. Empty when the URL has none.
     *
     * @param entitySet where the row is; where the URL does not say so its last parentheses count
     */
    static Map<String, String> keyOf(String url, String entitySet) {
        int set = url.indexOf("/" + entitySet + "(");
        int open = set < 0 ? url.lastIndexOf('(') : set + entitySet.length() + 1;
        int close = url.lastIndexOf(')');
        if (open < 0 || close < open) {
            return Map.of();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : split(decode(url.substring(open + 1, close)))) {
            int quote = part.indexOf('\'');
            int equals = part.indexOf('=');
            boolean named = equals >= 0 && (quote < 0 || equals < quote);
            String name = named ? part.substring(0, equals).strip() : "";
            parts.put(name, value(part.substring(named ? equals + 1 : 0).strip()));
        }
        return parts;
    }

    /** Splits at commas outside of quotes. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    /** What is between the quotes, if any: of a string, and of a literal with a type in front. */
    private static String value(String literal) {
        int open = literal.indexOf('\'');
        return open >= 0 && literal.endsWith("'") && literal.length() > open + 1
                ? literal.substring(open + 1, literal.length() - 1).replace("''", "'")
                : literal;
    }

    /** Percent-decodes; unlike a form's text, a plus stays one. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            int high = i + 2 < encoded.length && encoded[i] == '%' ? Character.digit(encoded[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(encoded[i + 2], 16);
            if (low < 0) {
                bytes.write(encoded[i]);
            } else {
                bytes.write(high << 4 | low);
                i += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
