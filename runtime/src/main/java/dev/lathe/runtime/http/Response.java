package dev.lathe.runtime.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP answer. Its body is either in memory or, for a request that asked for it, a stream that must be closed.
 * Immutable but for the stream.
 */
public final class Response implements AutoCloseable {

    private static final byte[] NOTHING = new byte[0];

    private final int status;
    private final Headers headers;
    private final byte @Nullable [] bytes;
    private final InputStream stream;

    private Response(int status, Headers headers, byte @Nullable [] bytes, InputStream stream) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.bytes = bytes;
        this.stream = stream;
    }

    /** An answer whose body is in memory; the array is not copied. */
    public static Response of(int status, Headers headers, byte[] body) {
        return new Response(status, headers, body, InputStream.nullInputStream());
    }

    /** An answer without a body. */
    public static Response of(int status, Headers headers) {
        return of(status, headers, NOTHING);
    }

    /** An answer whose body is read from a stream as it arrives. */
    public static Response streaming(int status, Headers headers, InputStream body) {
        return new Response(status, headers, null, body);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** All headers. */
    public Headers headers() {
        return headers;
    }

    /**
     * The whole body, which may be empty; the array is not copied. A streaming body is read to its end and closed, once.
     */
    public byte[] bytes() throws IOException {
        if (bytes != null) {
            return bytes;
        }
        try (stream) {
            return stream.readAllBytes();
        }
    }

    /** The body as a stream; closing it gives the connection back. */
    public InputStream stream() {
        return bytes != null ? new ByteArrayInputStream(bytes) : stream;
    }

    /** Whether the body is still to be read from the network. */
    public boolean isStreaming() {
        return bytes == null;
    }

    /** Closes a streaming body. */
    @Override
    public void close() throws IOException {
        stream.close();
    }

    @Override
    public String toString() {
        return "Response[" + status + "]";
    }
}
