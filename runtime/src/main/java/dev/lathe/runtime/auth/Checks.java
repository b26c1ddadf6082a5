package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses credentials that cannot work, before anything is sent. No message holds a value. */
final class Checks {

    // whole addresses: 127.0.0.1.example.com is somebody else
    private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.\\d{1,3}){3}");

    private Checks() {}

    /** A text that is not empty and has no control characters, such as the line break of a careless copy. */
    static String text(String what, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is empty.");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException("The " + what
                        + " has a line break or another control character in it, at position " + i + " of "
                        + value.length() + ".");
            }
        }
        return value;
    }

    /** The value of a header that goes with the credentials. */
    static String header(String name, @Nullable String value) {
        String checked = text("header " + name, value);
        Headers.builder().set(name, checked);
        return checked;
    }

    /** The characters of a bearer token (RFC 6750, section 2.1), a little wider: printable ASCII without blanks. */
    static String token(@Nullable String token) {
        text("bearer token", token);
        String checked = Objects.requireNonNull(token);
        if (!checked.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "The bearer token has a blank or a character outside of ASCII in it. It is given without the word 'Bearer'.");
        }
        return checked;
    }

    /** An absolute http(s) address; a secret only goes over https, or to this very machine. */
    static URI secureEndpoint(String what, URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0) {
            throw new IllegalArgumentException("The " + what + " holds a user name or a password in its address.");
        }
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("The " + what + " is no complete https address: '" + uri + "'.");
        }
        if (scheme.equals("http") && !isLoopback(uri.getHost())) {
            throw new IllegalArgumentException("The " + what + " is a plain http address, '" + uri
                    + "': a secret would travel in the open. Use https.");
        }
        return uri;
    }

    /** Tells secrets apart without giving one away: half of its SHA-256, which is plenty. */
    static String fingerprint(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, hash.length / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JVM knows no SHA-256", e);
        }
    }

    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || LOOPBACK.matcher(host).matches()
                || host.equals("[::1]")
                || host.equals("::1");
    }
}
