package dev.lathe.runtime;

import dev.lathe.runtime.CallOptions.PartValue;
import dev.lathe.runtime.http.Body;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/form-data} body (RFC 7578), or one of another kind: files and streams are read while it is sent. Other
 * kinds do not say what the parts are called (RFC 2046); those who look for names find them where forms have them.
 */
final class Multipart {

    private final String boundary = "lathe-" + UUID.randomUUID();
    private final List<Body> pieces = new ArrayList<>();
    private final String mediaType;

    Multipart(String mediaType, List<PartValue> parts) {
        this.mediaType = mediaType;
        for (PartValue part : parts) {
            if (part.style() != null) {
                ParameterText.plainPairs(part.name(), part.value(), part.style(), part.explode())
                        .forEach(pair -> add(pair.getKey(), pair.getValue(), part.contentType()));
            } else if (part.name().isEmpty() && part.value() instanceof Map<?, ?> named) {
                named.forEach((name, value) -> addAll(String.valueOf(name), value, part.contentType()));
            } else {
                addAll(part.name(), part.value(), part.contentType());
            }
        }
        text("--" + boundary + "--\r\n");
    }

    private void addAll(String name, @Nullable Object value, String contentType) {
        if (value instanceof Iterable<?> items && !(value instanceof Path)) {
            items.forEach(item -> add(name, item, contentType));
        } else if (value != null) {
            add(name, value, contentType);
        }
    }

    String contentType() {
        return mediaType + "; boundary=" + boundary;
    }

    Body body() {
        long length = 0;
        boolean repeatable = true;
        for (Body piece : pieces) {
            length = piece.length() < 0 || length < 0 ? -1 : length + piece.length();
            repeatable &= piece.isRepeatable();
        }
        if (!repeatable) {
            return Body.of(new Opening(pieces));
        }
        return Body.of(() -> new Opening(pieces), length);
    }

    private void add(String name, Object value, String contentType) {
        Body content = content(value);
        boolean file = value instanceof Path || value instanceof InputStream || value instanceof byte[];
        String fileName = file ? fileName(value, name) : "";
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\""
                + (fileName.isEmpty() ? "" : "; filename=\"" + quoted(fileName) + "\"") + "\r\nContent-Type: "
                + type(value, contentType, file) + "\r\n\r\n");
        pieces.add(content);
        text("\r\n");
    }

    private static String fileName(Object value, String name) {
        if (value instanceof Upload upload) {
            return upload.fileName();
        }
        return value instanceof Path path ? String.valueOf(path.getFileName()) : name;
    }

    private static String type(Object value, String contentType, boolean file) {
        if (value instanceof Upload upload && !upload.type().isEmpty()) {
            return upload.type();
        }
        return contentType.isEmpty() ? usualType(value, file) : contentType;
    }

    private static Body content(Object value) {
        if (value instanceof Upload upload) {
            return upload.body();
        }
        if (value instanceof Path path) {
            return Body.of(path);
        }
        if (value instanceof InputStream stream) {
            return Body.of(stream);
        }
        if (value instanceof byte[] bytes) {
            return Body.of(bytes);
        }
        return Body.of(
                isJson(value)
                        ? SentJson.bytes(value)
                        : ParameterText.text(value).getBytes(StandardCharsets.UTF_8));
    }

    private static String usualType(Object value, boolean file) {
        if (file) {
            return "application/octet-stream";
        }
        return isJson(value) ? "application/json" : "text/plain; charset=utf-8";
    }

    private static boolean isJson(Object value) {
        return value instanceof JsonObject || value instanceof Map || value instanceof JsonValue;
    }

    // As browsers do it (WHATWG HTML, section 4.10.21.8): what would end the name is percent-encoded.
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private void text(String text) {
        pieces.add(Body.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** All pieces one after the other, each opened when its turn comes. */
    private static final class Opening extends InputStream {

        private final SequenceInputStream all;

        Opening(List<Body> pieces) {
            List<InputStream> streams = new ArrayList<>();
            pieces.forEach(piece -> streams.add(new LazyStream(piece)));
            all = new SequenceInputStream(Collections.enumeration(streams));
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            return all.read(into, offset, count);
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }
}
