package dev.lathe.runtime.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body in memory, within a deadline: the JDK's own time-out ends with the last header. */
final class WholeBody implements BodySubscriber<byte[]>, Deadlines.Late {

    // what a server says about its body's length is believed up to here; beyond it the array grows with the bytes
    private static final int LARGEST_GUESS = 8 << 20;
    private static final int SMALLEST_GUESS = 4 << 10;

    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final long deadline;
    private final Deadlines deadlines;
    private byte[] bytes;
    private int size;
    private volatile @Nullable Subscription subscription;

    /** The deadline is a {@link System#nanoTime()}. */
    WholeBody(ResponseInfo answer, long deadline, Deadlines deadlines) {
        this.deadline = deadline;
        this.deadlines = deadlines;
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(SMALLEST_GUESS);
        this.bytes = new byte[(int) Math.max(0, Math.min(length, LARGEST_GUESS))];
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    /** Gives the body up when its time is over; the connection goes with it. */
    @Override
    public void endIfLate(long now) {
        if (now - deadline >= 0
                && result.completeExceptionally(new HttpTimeoutException("The answer did not end in time"))) {
            deadlines.remove(this);
            Subscription running = subscription;
            if (running != null) {
                running.cancel();
            }
        }
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        deadlines.add(this);
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int count = buffer.remaining();
            if (count > bytes.length - size) {
                bytes = Arrays.copyOf(bytes, grown(size, count));
            }
            buffer.get(bytes, size, count);
            size += count;
        }
    }

    private static int grown(int size, int more) {
        long needed = (long) size + more;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new OutOfMemoryError("An answer of more than 2 GB does not fit into memory: read it as a stream");
        }
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, needed + (needed >> 1)));
    }

    @Override
    public void onError(Throwable failure) {
        deadlines.remove(this);
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        deadlines.remove(this);
        result.complete(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
    }
}
