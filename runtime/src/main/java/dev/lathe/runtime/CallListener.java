package dev.lathe.runtime;

import dev.lathe.runtime.error.ApiException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hears of each request that goes out and of how it ended: for logs, metrics and traces. Called in the thread of the
 * call, so it should be quick; thread-safe. An exception that it throws does not touch the call, it is reported to the
 * {@linkplain System.Logger system's logger} {@code dev.lathe.runtime}.
 *
 * <p>No event holds a header, a query, a body or a secret.
 */
public interface CallListener {

    /**
     * A request goes out.
     *
     * @param callId the same for all attempts of one call, unique in this JVM
     * @param method upper-case HTTP method
     * @param uriTemplate the path as the API describes it, {@code /traits/{sid}}
     * @param attempt from 1; a repetition after a 401, an overload or a broken connection counts on
     */
    record Started(long callId, String method, String uriTemplate, int attempt) {}

    /**
     * A request has ended, with an answer or without.
     *
     * @param started its beginning
     * @param status HTTP status; 0 without an answer
     * @param duration from sending to the whole answer; to its headers for a body that is handed over as a stream
     * @param requestId the server's name for this request; empty when it told none
     * @param failure why there is no answer; null with one, whatever its status
     * @param nextAttemptIn how long is waited before the request goes out again; null when it does not
     */
    record Ended(
            Started started,
            int status,
            Duration duration,
            String requestId,
            @Nullable ApiException failure,
            @Nullable Duration nextAttemptIn) {

        /** How long is waited before the request goes out again; empty when it does not. */
        public Optional<Duration> retry() {
            return Optional.ofNullable(nextAttemptIn);
        }
    }

    /**
     * A listener that writes a line for each request that has ended: {@code GET /traits/{sid} -> 200 in 35 ms}.
     *
     * @param level of requests that worked out; one that is sent again or failed is a warning
     */
    static CallListener logging(System.Logger logger, System.Logger.Level level) {
        return new LoggingListener(logger, level);
    }

    /** Before a request goes out. */
    default void before(Started event) {}

    /** After it has ended. */
    default void after(Ended event) {}
}
