package dev.lathe.runtime;

import dev.lathe.runtime.error.Redactor;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers a caller may set, and which of them hold secrets. */
final class HeaderRules {

    // They describe the connection or the body, which is the transport's business (and its HttpClient refuses them).
    private static final Set<String> TRANSPORTS = Set.of(
            "connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "keep-alive", "te");
    private static final Pattern SECRET = Pattern.compile("authorization|cookie|token|secret|password|api-?key");

    private HeaderRules() {}

    /**
     * Refuses a header before it gets anywhere near a request.
     *
     * @throws IllegalArgumentException with the name, never the value
     */
    static void check(String name, String value) {
        Headers.builder().set(name, value);
        if (TRANSPORTS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("The header '" + name + "' is set by the transport.");
        }
    }

    /** Takes out what the request marks as secret, and the values of headers that sound like it. */
    static Redactor redactor(Request request) {
        List<String> secrets = new ArrayList<>(request.secrets());
        request.headers().forEach((name, value) -> {
            if (SECRET.matcher(name.toLowerCase(Locale.ROOT)).find()) {
                secrets.add(value);
            }
        });
        return Redactor.of(secrets);
    }
}
