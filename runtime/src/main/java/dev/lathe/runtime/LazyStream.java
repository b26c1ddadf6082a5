package dev.lathe.runtime;

import dev.lathe.runtime.http.Body;
import java.io.IOException;
import java.io.InputStream;

/** Content that is opened with its first byte; closing what nobody read opens nothing. Not thread-safe. */
final class LazyStream extends InputStream {

    private final Body body;
    private InputStream content = InputStream.nullInputStream();
    private boolean opened;

    LazyStream(Body body) {
        this.body = body;
    }

    private InputStream content() throws IOException {
        if (!opened) {
            content = body.open();
            opened = true;
        }
        return content;
    }

    @Override
    public int read() throws IOException {
        return content().read();
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        return content().read(into, offset, count);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
