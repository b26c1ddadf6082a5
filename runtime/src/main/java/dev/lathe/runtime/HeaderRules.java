package dev.lathe.runtime;

import dev.lathe.runtime.http.Headers;
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

    static boolean isSecret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
