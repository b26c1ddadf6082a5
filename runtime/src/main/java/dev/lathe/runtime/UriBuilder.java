package dev.lathe.runtime;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Puts an address together from a base, a template and encoded values. */
final class UriBuilder {

    private UriBuilder() {}

    /**
     * The address.
     *
     * @param base ends with a slash
     * @param template with {@code {name}} for each value; a slash at its start means the base, not the host
     * @param values encoded, by name
     * @param query encoded pairs
     */
    static URI uri(String base, String template, Map<String, String> values, List<String> query) {
        StringBuilder uri = new StringBuilder(base.length() + template.length() + 64).append(base);
        int start = template.startsWith("/") ? 1 : 0;
        while (true) {
            int open = template.indexOf('{', start);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                uri.append(Percent.repair(template.substring(start)));
                break;
            }
            String name = template.substring(open + 1, close);
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("The path parameter '" + name + "' of " + template + " is missing.");
            }
            uri.append(Percent.repair(template.substring(start, open))).append(value);
            start = close + 1;
        }
        char separator = template.indexOf('?') < 0 ? '?' : '&';
        for (String pair : query) {
            uri.append(separator).append(pair);
            separator = '&';
        }
        return URI.create(uri.toString());
    }

    /**
     * Refuses a value that would change the path instead of filling its place: servers and proxies take dots for "here"
     * and "above", encoded or not.
     */
    static String segment(String name, String template, String encoded) {
        if (encoded.isEmpty()) {
            throw new IllegalArgumentException("The path parameter '" + name + "' of " + template + " is empty.");
        }
        if (leadsElsewhere(name, template, encoded)) {
            throw new IllegalArgumentException("The path parameter '" + name + "' of " + template + " is '" + encoded
                    + "', which would lead to another path.");
        }
        return encoded;
    }

    private static boolean leadsElsewhere(String name, String template, String encoded) {
        String place = "{" + name + "}";
        int at = template.indexOf(place);
        int end = at + place.length();
        boolean opens = at <= 0 || template.charAt(at - 1) == '/';
        boolean closes = at < 0 || end == template.length() || "/?".indexOf(template.charAt(end)) >= 0;
        String[] segments = encoded.replace("%2E", ".").replace("%2e", ".").split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean whole = (i > 0 || opens) && (i < segments.length - 1 || closes);
            if (whole && (segments[i].equals(".") || segments[i].equals(".."))) {
                return true;
            }
        }
        return false;
    }
}
