package dev.lathe.runtime.dataverse;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * The content of a file or an image on its way from the service. It is fetched as it is read, and has to be closed. Not
 * thread-safe.
 */
public final class FileContent implements AutoCloseable {

    private final String name;
    private final String mediaType;
    private final long size;
    private final InputStream content;

    FileContent(String name, String mediaType, long size, InputStream content) {
        this.name = name;
        this.mediaType = mediaType;
        this.size = size;
        this.content = content;
    }

    /** The file's name; empty where the service does not tell it, as for images. */
    public String name() {
        return name;
    }

    /** The media type, such as {@code application/pdf}; empty where the service does not tell it. */
    public String mediaType() {
        return mediaType;
    }

    /** Length in bytes, where the service tells it. */
    public OptionalLong size() {
        return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    /**
     * The bytes. Reading throws an {@link dev.lathe.runtime.error.ApiException} when a further part cannot be fetched, and
     * an {@link IOException} when the connection breaks within one.
     */
    public InputStream stream() {
        return content;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    @Override
    public String toString() {
        return "FileContent[" + name + ", " + (size < 0 ? "unknown size" : size + " bytes") + "]";
    }
}
