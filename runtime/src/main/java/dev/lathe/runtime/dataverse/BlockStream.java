package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.http.Response;
import java.io.IOException;
import java.io.InputStream;

/** A file that arrives block by block: the next one is asked for when the one before has been read. */
final class BlockStream extends InputStream {

    /** Where blocks come from. */
    @FunctionalInterface
    interface Source {

        /** The answer with the bytes from a position on. */
        Response from(long position);
    }

    private final FileRequests requests;
    private final Source source;
    private final long size;
    private Response block;
    private InputStream bytes;
    private long position;
    private long blockStart;

    BlockStream(Response first, long size, FileRequests requests, Source source) {
        this.block = first;
        this.bytes = first.stream();
        this.size = size;
        this.requests = requests;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            int count = bytes.read(into, offset, length);
            if (count > 0) {
                position += count;
                return count;
            }
            if (position >= size) {
                return -1;
            }
            advance();
        }
    }

    private void advance() throws IOException {
        if (position == blockStart) {
            throw new IOException("A block of the file is empty at byte " + position + " of " + size);
        }
        block.close();
        block = source.from(position);
        bytes = block.stream();
        blockStart = position;
        if (block.status() != 206 || FileColumn.size(block.headers()) != size) {
            block.close();
            throw requests.invalid("GET", block, "The file has changed while it was read.");
        }
    }

    @Override
    public int available() throws IOException {
        return bytes.available();
    }

    @Override
    public void close() throws IOException {
        block.close();
    }
}
