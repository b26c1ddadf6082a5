package dev.lathe.runtime;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scheme, host and port of an address (RFC 6454): what credentials are bound to. */
final class Origins {

    // whole addresses: 127.0.0.1.example.com is somebody else
    private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.\\d{1,3}){3}");

    private Origins() {}

    /** The origin in lower case, with its port unless it is the scheme's own. */
    static URI of(URI uri) {
        String scheme = lower(uri.getScheme());
        String host = lower(uri.getHost());
        int port = uri.getPort();
        boolean usual = port < 0 || (scheme.equals("https") && port == 443) || (scheme.equals("http") && port == 80);
        return URI.create(scheme + "://" + host + (usual ? "" : ":" + port));
    }

    static boolean isLoopback(URI uri) {
        String host = lower(uri.getHost());
        return host.equals("localhost") || LOOPBACK.matcher(host).matches() || host.equals("[::1]");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
