package dev.lathe.runtime.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Questions about a content type. */
public final class MediaTypes {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");

    private MediaTypes() {}

    /** Whether it is JSON: {@code application/json}, {@code text/json} or any type that ends in {@code +json}. */
    public static boolean isJson(@Nullable String contentType) {
        String type = essence(contentType);
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }

    /** Whether it is JSON values one after the other: JSON lines under one of their names, or a sequence of RFC 7464. */
    public static boolean isJsonSequence(@Nullable String contentType) {
        return switch (essence(contentType)) {
            case "application/jsonl",
                    "application/x-jsonlines",
                    "application/x-ndjson",
                    "application/ndjson",
                    "application/json-seq" -> true;
            default -> false;
        };
    }

    /** The type without parameters, in lower case; empty for null. */
    public static String essence(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * A body as text: by its byte order mark, else by the charset that its content type names, else UTF-8. Bytes that
     * are no text become U+FFFD.
     */
    public static String text(byte[] body, @Nullable String contentType) {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(body, 0xFE, 0xFF)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(body, 0xFF, 0xFE)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE);
        }
        return new String(body, charset(contentType));
    }

    /** The charset that a content type names; UTF-8 when it names none or one that nobody knows. */
    public static Charset charset(@Nullable String contentType) {
        Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
        if (!named.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(named.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // a server's spelling mistake; nearly everything is UTF-8 anyway
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean startsWith(byte[] body, int... mark) {
        if (body.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
