package dev.lathe.runtime;

import dev.lathe.runtime.http.Body;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file for a call that takes a stream, with the name and the media type that a part of a multipart body has:
 *
 * <pre>{@code
 * api.photos().upload(Upload.of(Path.of("cat.png")).type("image/png"));
 * }</pre>
 *
 * <p>A stream of any other kind goes under the name of its part. Sent once, unless made from a file or from bytes: such a
 * request can be repeated. Not thread-safe.
 */
public final class Upload extends InputStream {

    private final String fileName;
    private final String type;
    private final Body body;
    private final LazyStream content;

    private Upload(String fileName, String type, Body body) {
        this.fileName = fileName;
        this.type = type;
        this.body = body;
        this.content = new LazyStream(body);
    }

    /**
     * A file, read while it is sent.
     *
     * @throws IllegalArgumentException when it is no readable file
     */
    public static Upload of(Path file) {
        return new Upload(String.valueOf(file.getFileName()), "", Body.of(file));
    }

    /**
     * Bytes, which must not change until the call is over.
     *
     * @param fileName empty for a part that is no file
     */
    public static Upload of(String fileName, byte[] content) {
        return new Upload(Objects.requireNonNull(fileName, "fileName"), "", Body.of(content));
    }

    /**
     * The rest of a stream, which is closed after sending.
     *
     * @param fileName empty for a part that is no file
     */
    public static Upload of(String fileName, InputStream content) {
        return new Upload(Objects.requireNonNull(fileName, "fileName"), "", Body.of(content));
    }

    /** The same under another name. */
    public Upload named(String otherName) {
        return new Upload(Objects.requireNonNull(otherName, "otherName"), type, body);
    }

    /** The same with a media type, which wins over that of the document. */
    public Upload type(String mediaType) {
        HeaderRules.check("Content-Type", mediaType);
        return new Upload(fileName, mediaType, body);
    }

    String fileName() {
        return fileName;
    }

    /** Empty when nobody named one. */
    String type() {
        return type;
    }

    Body body() {
        return body;
    }

    @Override
    public int read() throws IOException {
        return content.read();
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        return content.read(into, offset, count);
    }

    /** Closes the stream that it was made from, also when that was not sent. */
    @Override
    public void close() throws IOException {
        content.close();
        if (!body.isRepeatable()) {
            body.open().close();
        }
    }

    @Override
    public String toString() {
        return "Upload[" + fileName + "]";
    }
}
