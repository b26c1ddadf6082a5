package dev.lathe.runtime.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** A body that arrives as a stream, in which no single read waits for ever: the JDK's stream knows no time-out. */
final class WatchedStream extends FilterInputStream implements Deadlines.Late {

    private final Duration timeout;
    private final Deadlines deadlines;
    private volatile long deadline;
    private volatile boolean late;

    WatchedStream(InputStream body, Duration timeout, Deadlines deadlines) {
        super(body);
        this.timeout = timeout;
        this.deadlines = deadlines;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (in.available() > 0) {
            return in.read(into, offset, length);
        }
        deadline = System.nanoTime() + timeout.toNanos();
        deadlines.add(this);
        try {
            int count = in.read(into, offset, length);
            if (count < 0 && late) {
                throw new IOException("closed");
            }
            return count;
        } catch (IOException e) {
            throw late ? timedOut(e) : e;
        } finally {
            deadlines.remove(this);
        }
    }

    private static HttpTimeoutException timedOut(IOException cause) {
        HttpTimeoutException timeout = new HttpTimeoutException("The answer did not go on in time");
        timeout.initCause(cause);
        return timeout;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] dropped = new byte[(int) Math.max(0, Math.min(count, 8 << 10))];
        return Math.max(0, read(dropped, 0, dropped.length));
    }

    /** Closing the stream wakes the thread that waits in it. */
    @Override
    public void endIfLate(long now) {
        if (now - deadline >= 0 && !late) {
            late = true;
            try {
                in.close();
            } catch (IOException e) {
                // the reading thread sees the end either way, and it knows why
                deadlines.remove(this);
            }
        }
    }
}
