package dev.lathe.sandbox.dataverse;

import java.time.Duration;

/**
 * Service protection limits of the Dataverse sandbox, for each user and each web server.
 *
 * @param requests how many within the window; the next one is refused
 * @param executionTime of all of them together within the window
 * @param atOnce how many run at the same time; the next one is refused
 * @param window how long a request counts
 * @param parallelismHint what {@code x-ms-dop-hint} says
 * @param servers how many web servers take turns
 */
public record Limits(
        int requests, Duration executionTime, int atOnce, Duration window, int parallelismHint, int servers) {

    /** As Microsoft documents them: 6,000 requests and 1,200 seconds within 300 seconds, 52 at once, one server. */
    public static final Limits DOCUMENTED = new Limits(6_000, Duration.ofMinutes(20), 52, Duration.ofMinutes(5), 20, 1);

    public Limits {
        if (requests < 1 || atOnce < 1 || servers < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A limit of nothing lets nobody in.");
        }
    }

    /** The same shape with another number of requests in another window; execution time goes along with the window. */
    public Limits within(int newRequests, Duration newWindow) {
        long share = executionTime.toNanos() / Math.max(1, window.toMillis());
        return new Limits(
                newRequests,
                Duration.ofNanos(share * newWindow.toMillis()),
                atOnce,
                newWindow,
                parallelismHint,
                servers);
    }

    /** The same with another execution time. */
    public Limits executionTime(Duration time) {
        return new Limits(requests, time, atOnce, window, parallelismHint, servers);
    }

    /** The same with another number of requests at once. */
    public Limits atOnce(int number) {
        return new Limits(requests, executionTime, number, window, parallelismHint, servers);
    }

    /** The same with another hint. */
    public Limits parallelismHint(int hint) {
        return new Limits(requests, executionTime, atOnce, window, hint, servers);
    }

    /** The same with more web servers, which take turns. */
    public Limits servers(int number) {
        return new Limits(requests, executionTime, atOnce, window, parallelismHint, number);
    }
}
