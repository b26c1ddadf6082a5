package dev.lathe.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came in. Path and query are raw (still percent-encoded), because both services have rules of
 * their own for what an encoded character means.
 */
public final class Call {

    private final String method;
    private final String origin;
    private final String path;
    private final String query;
    private final Headers headers;
    private final byte[] body;

    /**
     * @param origin scheme and authority that the caller used, without a slash at the end
     * @param query the raw query, empty when there is none
     */
    public Call(String method, String origin, String path, String query, Headers headers, byte[] body) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.origin = origin;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    public String method() {
        return method;
    }

    public String origin() {
        return origin;
    }

    public String path() {
        return path;
    }

    public String query() {
        return query;
    }

    public Headers headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    /** Path and query as they were asked for. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The bearer token of the request, if it has one. */
    public Optional<String> bearerToken() {
        return headers.first("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    /** Whether the body is declared as JSON. */
    public boolean hasJsonBody() {
        return headers.first("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .filter("application/json"::equalsIgnoreCase)
                .isPresent();
    }

    /** The query's parameters, decoded as a form would be, in order; a repeated name keeps all its values. */
    public Map<String, List<String>> queryParameters() {
        return form(query);
    }

    /** The body's parameters when it is a form. */
    public Map<String, List<String>> formParameters() {
        return form(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> form(String text) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign: both services take the text as it stands
        }
    }
}
