package dev.lathe.runtime.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a request carries: bytes in memory, a file or a stream. Thread-safe unless made from a stream. */
public final class Body {

    /** Opens the content; called once for each time the body is sent. */
    @FunctionalInterface
    public interface Source {

        /** A stream at the start of the content; whoever sends the body closes it. */
        InputStream open() throws IOException;
    }

    private final byte @Nullable [] bytes;
    private final Source source;
    private final long length;
    private final boolean repeatable;

    private Body(byte @Nullable [] bytes, Source source, long length, boolean repeatable) {
        this.bytes = bytes;
        this.source = source;
        this.length = length;
        this.repeatable = repeatable;
    }

    /** These bytes, which must not change until the call is over. */
    public static Body of(byte[] bytes) {
        return new Body(bytes, () -> new ByteArrayInputStream(bytes), bytes.length, true);
    }

    /**
     * The content of a file, read while it is sent.
     *
     * @throws IllegalArgumentException when it is no readable file
     */
    public static Body of(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("Not a readable file: " + file);
        }
        try {
            return new Body(null, () -> Files.newInputStream(file), Files.size(file), true);
        } catch (IOException e) {
            throw new IllegalArgumentException("The size of the file cannot be read: " + file, e);
        }
    }

    /** The rest of a stream, which can be sent once: such a request is never repeated. It is closed after sending. */
    public static Body of(InputStream stream) {
        return new Body(null, () -> stream, -1, false);
    }

    /**
     * Content that is opened anew each time it is sent.
     *
     * @param length in bytes, or -1 when unknown
     */
    public static Body of(Source source, long length) {
        return new Body(null, source, length, true);
    }

    /** The bytes when they are in memory; null for a file or a stream. The array is not copied. */
    public byte @Nullable [] bytes() {
        return bytes;
    }

    /** The content as a stream. */
    public InputStream open() throws IOException {
        return source.open();
    }

    /** In bytes, or -1 when unknown. */
    public long length() {
        return length;
    }

    /** Whether it can be sent a second time. */
    public boolean isRepeatable() {
        return repeatable;
    }

    @Override
    public String toString() {
        return "Body[" + (length < 0 ? "stream" : length + " bytes") + "]";
    }
}
