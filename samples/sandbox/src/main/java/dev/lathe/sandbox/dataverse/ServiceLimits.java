package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The service protection limits: requests and their execution time within a window that slides, and requests at once; for
 * each user and each web server. Safe for use by many threads.
 */
final class ServiceLimits {

    private static final String REQUESTS = "0x80072322";
    private static final String TIME = "0x80072321";
    private static final String AT_ONCE = "0x80072326";

    private final Limits limits;
    private final Clock clock;
    private final Map<String, Usage> users = new HashMap<>();
    private int nextServer;

    ServiceLimits(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** What one user has asked of one web server. */
    private static final class Usage {

        private final Deque<Spent> spent = new ArrayDeque<>();
        private int requests;
        private long nanos;
        private int running;

        private void forget(Instant before) {
            while (!spent.isEmpty() && !spent.peek().at().isAfter(before)) {
                Spent oldest = spent.poll();
                requests -= oldest.requests();
                nanos -= oldest.nanos();
            }
        }

        private void add(Spent more) {
            spent.add(more);
            requests += more.requests();
            nanos += more.nanos();
        }
    }

    private record Spent(Instant at, int requests, long nanos) {}

    /** Answers a call, unless the caller is over a limit. */
    Answer within(Call call, Supplier<Answer> service) {
        Usage usage;
        synchronized (this) {
            usage = users.computeIfAbsent(user(call) + " at " + nextServer, user -> new Usage());
            nextServer = (nextServer + 1) % limits.servers();
            Optional<Answer> refusal = refusal(usage);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            usage.running++;
            usage.add(new Spent(clock.instant(), 1, 0));
        }
        long begin = System.nanoTime();
        try {
            return withHeaders(service.get(), usage, System.nanoTime() - begin);
        } finally {
            synchronized (this) {
                usage.running--;
            }
        }
    }

    private static String user(Call call) {
        return call.headers()
                .first("CallerObjectId")
                .or(() -> call.headers().first("MSCRMCallerID"))
                .orElse("the token's user")
                .toLowerCase(Locale.ROOT);
    }

    private Optional<Answer> refusal(Usage usage) {
        usage.forget(clock.instant().minus(limits.window()));
        if (usage.running >= limits.atOnce()) {
            return Optional.of(refused(
                    AT_ONCE, "Number of concurrent requests exceeded the limit of " + limits.atOnce() + ".", 1));
        }
        if (usage.requests >= limits.requests()) {
            return Optional.of(refused(
                    REQUESTS,
                    "Number of requests exceeded the limit of " + limits.requests() + " over time window of "
                            + limits.window().toSeconds() + " seconds.",
                    untilOldestIsForgotten(usage)));
        }
        if (usage.nanos >= limits.executionTime().toNanos()) {
            return Optional.of(refused(
                    TIME,
                    String.format(
                            Locale.ROOT,
                            "Combined execution time of incoming requests exceeded limit of %,d milliseconds over time"
                                    + " window of %d seconds. Decrease number of concurrent requests or reduce the"
                                    + " duration of requests and try again later.",
                            limits.executionTime().toMillis(),
                            limits.window().toSeconds()),
                    untilOldestIsForgotten(usage)));
        }
        return Optional.empty();
    }

    private long untilOldestIsForgotten(Usage usage) {
        Instant oldest =
                usage.spent.isEmpty() ? clock.instant() : usage.spent.peek().at();
        Duration wait = Duration.between(clock.instant(), oldest.plus(limits.window()));
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static Answer refused(String code, String message, long seconds) {
        return Answers.error(429, code, message).with("Retry-After", Long.toString(seconds));
    }

    private Answer withHeaders(Answer answer, Usage usage, long nanos) {
        double secondsLeft;
        int requestsLeft;
        synchronized (this) {
            usage.add(new Spent(clock.instant(), 0, nanos));
            usage.forget(clock.instant().minus(limits.window()));
            requestsLeft = Math.max(0, limits.requests() - usage.requests);
            secondsLeft = Math.max(0, limits.executionTime().toNanos() - usage.nanos) / 1e9;
        }
        return answer.with("x-ms-ratelimit-burst-remaining-xrm-requests", Integer.toString(requestsLeft))
                .with("x-ms-ratelimit-time-remaining-xrm-requests", String.format(Locale.ROOT, "%,.2f", secondsLeft))
                .with("x-ms-dop-hint", Integer.toString(limits.parallelismHint()));
    }
}
