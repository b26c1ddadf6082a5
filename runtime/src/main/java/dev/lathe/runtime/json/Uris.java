package dev.lathe.runtime.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads URIs of services that do not encode all that RFC 3986 wants encoded. */
final class Uris {

    private static final String ILLEGAL = " \"<>\\^`{|}";

    private Uris() {}

    /** The URI as it is; if that is none, with its illegal characters encoded; else {@code null}. */
    static @Nullable URI lenient(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            try {
                return new URI(encodeIllegal(text));
            } catch (URISyntaxException stillNone) {
                return null;
            }
        }
    }

    private static String encodeIllegal(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && !isEscape(text, i)) {
                encoded.append("%25");
            } else if (c <= ' ' || c == 127 || ILLEGAL.indexOf(c) >= 0) {
                encode(encoded, c);
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static void encode(StringBuilder encoded, char c) {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%')
                    .append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)))
                    .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
        }
    }
}
