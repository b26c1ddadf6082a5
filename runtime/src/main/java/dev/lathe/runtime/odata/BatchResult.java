package dev.lathe.runtime.odata;

import dev.lathe.runtime.error.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one call in a {@link Batch}. Not thread-safe before the batch is sent.
 *
 * @param <T> what the call returns
 */
public final class BatchResult<T> {

    private @Nullable T value;
    private @Nullable RuntimeException failure;
    private boolean done;

    BatchResult() {}

    void succeed(@Nullable T result) {
        value = result;
        done = true;
    }

    void fail(RuntimeException why) {
        failure = why;
        done = true;
    }

    boolean isOpen() {
        return !done;
    }

    /**
     * What the call returned.
     *
     * @throws ApiException what the call would have thrown by itself; {@link BatchSkippedException} if it was not executed
     * @throws IllegalStateException if the batch was not sent, or has no answer
     */
    @SuppressWarnings("NullAway") // null is what such a call returns
    public T get() {
        if (!done) {
            throw new IllegalStateException("There is no result: the batch was not sent, or has no answer");
        }
        if (failure != null) {
            throw failure;
        }
        return value;
    }

    /**
     * Whether the call went well.
     *
     * @throws IllegalStateException if the batch was not sent, or has no answer
     */
    public boolean isSuccess() {
        if (!done) {
            throw new IllegalStateException("There is no result: the batch was not sent, or has no answer");
        }
        return failure == null;
    }

    @Override
    public String toString() {
        return "BatchResult[" + (!done ? "open" : failure == null ? "success" : failure.getMessage()) + "]";
    }
}
