package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.RetryAfter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the next request may start, from what the service tells of its limits. Knows no threads and no clock: times
 * are nanoseconds since some beginning. Not thread-safe.
 *
 * <p>Requests are numbered as they start. An answer to request <i>n</i> that says "<i>r</i> are left" allows requests up to
 * number <i>n</i> + <i>r</i>, whatever has started in the meantime; of <i>r</i> a twentieth of the most that was ever left
 * is kept back. When no more are allowed, one request goes ahead now and then, out of what was kept back, to learn how many
 * have become free: at first soon, then more seldom the longer nothing is free. So nothing has to be known of how many
 * requests the service allows in which time, which differs and changes.
 */
final class Pace {

    static final String REQUESTS_LEFT = "x-ms-ratelimit-burst-remaining-xrm-requests";
    static final String SECONDS_LEFT = "x-ms-ratelimit-time-remaining-xrm-requests";
    static final String PARALLEL = "x-ms-dop-hint";

    // "Service protection API limits": at 52 requests at once the service refuses
    private static final int WIDEST = 50;
    private static final int KEPT_BACK = 20;
    private static final int ANSWERS_TO_WIDEN = 100;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final long SOONEST_PROBE = Duration.ofMillis(25).toNanos();
    private static final long LATEST_PROBE = Duration.ofSeconds(3).toNanos();
    private static final int PROBES_SLOW_DOWN = 10;
    private static final long NANOS = 1_000_000_000L;

    private long started;
    private long allowed = Long.MAX_VALUE;
    private long newestAnswer;

    private double mostRequests;
    private double mostSeconds;
    private double secondsEach;

    private int running;
    private int hint = WIDEST;
    private int width = WIDEST;
    private int answersInARow;

    private boolean paused;
    private long pausedUntil;
    private boolean stalled;
    private long stalledSince;
    private long nextProbe;
    private long probe;

    /** The number of the request that starts now; 0 when none may. */
    long start(long now) {
        if (running >= width) {
            return 0;
        }
        if (paused) {
            if (now < pausedUntil) {
                return 0;
            }
            paused = false;
            allowed = started;
            stall(pausedUntil, now);
        }
        if (started < allowed) {
            stalled = false;
            return next();
        }
        if (!stalled) {
            stall(now, now + SOONEST_PROBE);
        }
        if (probe != 0 || now < nextProbe) {
            return 0;
        }
        nextProbe = now + Math.max(SOONEST_PROBE, Math.min(LATEST_PROBE, (now - stalledSince) / PROBES_SLOW_DOWN));
        probe = next();
        return probe;
    }

    private void stall(long since, long firstProbe) {
        stalled = true;
        stalledSince = since;
        nextProbe = firstProbe;
    }

    private long next() {
        running++;
        return ++started;
    }

    /** How long nothing can start unless a running request ends first; {@link Long#MAX_VALUE} for as long as that takes. */
    long untilRoom(long now) {
        if (running >= width || (!paused && probe != 0)) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, (paused ? pausedUntil : nextProbe) - now);
    }

    /** A request ended without an answer. */
    void ended(long number) {
        running--;
        if (probe == number) {
            probe = 0;
        }
    }

    /**
     * A request ended with an answer.
     *
     * @param took nanoseconds from its start
     */
    void answered(long number, long took, Response response, long now) {
        ended(number);
        Headers headers = response.headers();
        widen(headers);
        if (response.status() == 429) {
            refused(response, now);
            return;
        }
        secondsEach = secondsEach == 0 ? (double) took / NANOS : 0.95 * secondsEach + 0.05 * took / NANOS;
        if (!paused && number > newestAnswer) {
            newestAnswer = number;
            double left = left(headers);
            allowed = left == Double.MAX_VALUE ? Long.MAX_VALUE : number + (long) left;
        }
    }

    private double left(Headers headers) {
        double left = Double.MAX_VALUE;
        double requests = number(headers.firstOrNull(REQUESTS_LEFT));
        if (requests >= 0) {
            mostRequests = Math.max(mostRequests, requests);
            left = requests - mostRequests / KEPT_BACK;
        }
        double seconds = number(headers.firstOrNull(SECONDS_LEFT));
        if (seconds >= 0) {
            mostSeconds = Math.max(mostSeconds, seconds);
            left = Math.min(left, (seconds - mostSeconds / KEPT_BACK) / Math.max(secondsEach, 1e-6));
        }
        return Math.max(0, left);
    }

    private void widen(Headers headers) {
        double told = number(headers.firstOrNull(PARALLEL));
        if (told >= 1) {
            int before = hint;
            hint = (int) Math.min(WIDEST, told);
            width = before == hint ? width : hint;
        }
        if (++answersInARow >= ANSWERS_TO_WIDEN) {
            answersInARow = 0;
            width = Math.min(hint, width + 1);
        }
    }

    private void refused(Response response, long now) {
        answersInARow = 0;
        if (isTooManyAtOnce(response)) {
            // others call as the same user, or the service allows less than it says
            width = Math.max(1, Math.min(width, running + 1) * 3 / 4);
        }
        Duration wait = RetryAfter.of(response.headers(), Instant.now()).orElse(PAUSE);
        long until = now + (wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait).toNanos();
        pausedUntil = paused ? Math.max(pausedUntil, until) : until;
        paused = true;
        stalled = false;
    }

    private static boolean isTooManyAtOnce(Response response) {
        if (response.isStreaming()) {
            return false; // the body is the caller's
        }
        try {
            return new String(response.bytes(), StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .contains(DataverseErrors.CONCURRENT_REQUESTS_EXCEEDED);
        } catch (IOException e) {
            return false;
        }
    }

    /** A number as the service writes them, {@code 1,200.00}; -1 for none. */
    private static double number(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        try {
            return new BigDecimal(text.strip().replace(",", "")).doubleValue();
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
