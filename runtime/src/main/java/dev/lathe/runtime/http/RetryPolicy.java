package dev.lathe.runtime.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a request is sent again, and how long is waited before. Immutable and thread-safe.
 *
 * <ul>
 *   <li>429, and 503 with {@code Retry-After}: any request, after the time that the server asks for. Both say that
 *       nothing was done.
 *   <li>No connection came about: any request, nothing was sent.
 *   <li>502, 504, 503 without {@code Retry-After}, and a connection that broke: only requests that may arrive twice
 *       (GET, HEAD, PUT, DELETE, OPTIONS, and what the caller declares so).
 *   <li>Never: a time-out of the caller's own, an unknown host, a body that can be read once only.
 * </ul>
 *
 * Without a {@code Retry-After} the wait doubles each time, with jitter.
 */
public final class RetryPolicy {

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");
    private static final RetryPolicy STANDARD =
            new RetryPolicy(5, Duration.ofMillis(250), Duration.ofSeconds(20), Duration.ofMinutes(10));

    private final int attempts;
    private final Duration firstWait;
    private final Duration longestWait;
    private final Duration deadline;

    private RetryPolicy(int attempts, Duration firstWait, Duration longestWait, Duration deadline) {
        this.attempts = attempts;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
        this.deadline = deadline;
    }

    /** Up to 5 attempts, waits of 250 ms to 20 s when the server names none, 10 minutes in all. */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /** One attempt, within 10 minutes. */
    public static RetryPolicy none() {
        return STANDARD.attempts(1);
    }

    /**
     * How often a request is sent at most, the first time included.
     *
     * @param attempts at least 1
     */
    public RetryPolicy attempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("There is at least one attempt, not " + attempts);
        }
        return new RetryPolicy(attempts, firstWait, longestWait, deadline);
    }

    /**
     * The waits where the server names none.
     *
     * @param first before the second attempt; doubled each time
     * @param longest upper bound of one wait
     */
    public RetryPolicy waits(Duration first, Duration longest) {
        return new RetryPolicy(attempts, positive("first wait", first), positive("longest wait", longest), deadline);
    }

    /**
     * Upper bound of the whole call: all attempts and the waits between them. A wait that would go beyond it is not
     * begun, the last answer is the result.
     */
    public RetryPolicy deadline(Duration deadline) {
        return new RetryPolicy(attempts, firstWait, longestWait, positive("deadline", deadline));
    }

    /** Upper bound of the whole call. */
    public Duration deadline() {
        return deadline;
    }

    /** How often a request is sent at most. */
    public int attempts() {
        return attempts;
    }

    /** Whether a request of that method may arrive twice without harm (RFC 9110, section 9.2.2). */
    public static boolean isIdempotent(String method) {
        return IDEMPOTENT.contains(method);
    }

    /**
     * How long to wait before the request is sent again; empty when it must not be.
     *
     * @param attempt number of the attempt that brought this answer, from 1
     * @param idempotent whether the request may arrive twice without harm
     */
    public Optional<Duration> afterAnswer(
            int attempt, Request request, boolean idempotent, Response response, Instant now) {
        if (attempt >= attempts || !isRepeatable(request)) {
            return Optional.empty();
        }
        Optional<Duration> asked = RetryAfter.of(response.headers(), now);
        boolean again = switch (response.status()) {
            case 429 -> true;
            case 503 -> asked.isPresent() || idempotent;
            case 502, 504 -> idempotent;
            default -> false;
        };
        return again ? Optional.of(asked.orElseGet(() -> backoff(attempt))) : Optional.empty();
    }

    /** Like {@link #afterAnswer} for an exchange that broke. */
    public Optional<Duration> afterFailure(int attempt, Request request, boolean idempotent, IOException failure) {
        if (attempt >= attempts || !isRepeatable(request) || isUnknownHost(failure)) {
            return Optional.empty();
        }
        boolean again = isBeforeSending(failure) || (idempotent && !(failure instanceof HttpTimeoutException));
        return again ? Optional.of(backoff(attempt)) : Optional.empty();
    }

    private static boolean isRepeatable(Request request) {
        Body body = request.body();
        return body == null || body.isRepeatable();
    }

    private static boolean isBeforeSending(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof HttpConnectTimeoutException;
    }

    private static boolean isUnknownHost(IOException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UnknownHostException || t instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    // Half of the wait is fixed, half is random: clients that failed together do not come back together.
    private Duration backoff(int attempt) {
        long millis = firstWait.toMillis() << Math.min(attempt - 1, 20);
        long bounded = Math.max(1, Math.min(millis, longestWait.toMillis()));
        return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }

    private static Duration positive(String what, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("The " + what + " is longer than nothing, not " + value);
        }
        return value;
    }

    @Override
    public String toString() {
        return "RetryPolicy[" + attempts + " attempts within " + deadline + "]";
    }
}
