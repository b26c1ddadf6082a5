package dev.lathe.runtime;

import dev.lathe.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON within parameters and parts of a request, whatever the service: without what only the service sets. */
final class SentJson {

    private SentJson() {}

    static byte[] bytes(@Nullable Object value) {
        try (JsonWriter out = new JsonWriter().withoutReadOnly()) {
            out.value(value);
            return out.bytes();
        }
    }

    static String text(@Nullable Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }
}
