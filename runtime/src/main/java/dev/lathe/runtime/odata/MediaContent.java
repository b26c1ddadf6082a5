package dev.lathe.runtime.odata;

import dev.lathe.runtime.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes and what they are, on their way from a service or to it. Read once. */
public final class MediaContent implements AutoCloseable {

    private static final String UNKNOWN = "application/octet-stream";

    private final String contentType;
    private final Object body;
    private final @Nullable String entityTag;

    private MediaContent(String contentType, Object body, @Nullable String entityTag) {
        this.contentType = Objects.requireNonNull(contentType, "contentType");
        this.body = Objects.requireNonNull(body, "body");
        this.entityTag = entityTag;
    }

    /**
     * Bytes to be sent; the array is not copied.
     *
     * @param contentType such as {@code image/png}
     */
    public static MediaContent of(String contentType, byte[] bytes) {
        return new MediaContent(contentType, bytes, null);
    }

    /**
     * Bytes to be sent, read as they go out; the request is not repeated if it fails.
     *
     * @param contentType such as {@code image/png}
     */
    public static MediaContent of(String contentType, InputStream bytes) {
        return new MediaContent(contentType, bytes, null);
    }

    /**
     * A file to be sent.
     *
     * @param contentType such as {@code image/png}
     */
    public static MediaContent of(String contentType, Path file) {
        return new MediaContent(contentType, file, null);
    }

    static MediaContent of(Response response) {
        return new MediaContent(
                response.headers().first("Content-Type").orElse(UNKNOWN),
                response.stream(),
                response.headers().first("ETag").orElse(null));
    }

    /** What the bytes are; {@code application/octet-stream} where the service does not say. */
    public String contentType() {
        return contentType;
    }

    /** The version of the bytes that the service sent with them, for {@link Media#ifUnchangedSince}. */
    public Optional<String> entityTag() {
        return Optional.ofNullable(entityTag);
    }

    Object body() {
        return body;
    }

    /**
     * The bytes as a stream, which {@link #close} closes.
     *
     * @throws IOException if the file to be sent cannot be opened
     */
    public InputStream stream() throws IOException {
        if (body instanceof Path file) {
            return java.nio.file.Files.newInputStream(file);
        }
        return body instanceof InputStream stream ? stream : new java.io.ByteArrayInputStream((byte[]) body);
    }

    /** All bytes; closes the stream. */
    public byte[] bytes() throws IOException {
        try (InputStream stream = stream()) {
            return stream.readAllBytes();
        }
    }

    /** Gives the connection back. */
    @Override
    public void close() throws IOException {
        if (body instanceof InputStream stream) {
            stream.close();
        }
    }
}
