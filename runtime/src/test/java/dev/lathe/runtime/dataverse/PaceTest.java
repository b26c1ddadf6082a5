package dev.lathe.runtime.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.runtime.ScriptedTransport;
import dev.lathe.runtime.http.Response;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole windows of the service's limits, in a time that only exists in this test. */
class PaceTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    /** A service with several servers, each of which counts for itself over a window that slides. */
    private static final class Servers {

        private final int requests;
        private final long window;
        private final double seconds;
        private final double each;
        private final List<Deque<Long>> seen = new ArrayList<>();
        private final Random random = new Random(7);
        int accepted;
        int refused;

        Servers(int count, int requests, long window, double seconds, double each) {
            this.requests = requests;
            this.window = window;
            this.seconds = seconds;
            this.each = each;
            for (int i = 0; i < count; i++) {
                seen.add(new ArrayDeque<>());
            }
        }

        Response answer(long now) {
            Deque<Long> mine = seen.get(random.nextInt(seen.size()));
            while (!mine.isEmpty() && mine.peek() <= now - window) {
                mine.poll();
            }
            if (mine.size() >= requests || (mine.size() + 1) * each > seconds) {
                refused++;
                long wait = (mine.peek() + window - now + SECOND - 1) / SECOND;
                return ScriptedTransport.response(429, "", "Retry-After", Long.toString(wait));
            }
            mine.add(now);
            accepted++;
            return ScriptedTransport.response(
                    204,
                    "",
                    Pace.REQUESTS_LEFT,
                    Integer.toString(requests - mine.size()),
                    Pace.SECONDS_LEFT,
                    String.format(Locale.ROOT, "%,.2f", seconds - mine.size() * each));
        }
    }

    private record Event(long time, long order, Runnable action) {}

    /** Workers that each send one request after the other. */
    private static final class Simulation {

        private final Pace pace = new Pace();
        private final Servers servers;
        private final long latency;
        private final int wanted;
        private final PriorityQueue<Event> events =
                new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::order));
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private long now;
        private long order;
        private int begun;

        Simulation(Servers servers, int workers, long latency, int wanted) {
            this.servers = servers;
            this.latency = latency;
            this.wanted = wanted;
            for (int i = 0; i < workers; i++) {
                waiting.add(i);
            }
        }

        private void at(long time, Runnable action) {
            events.add(new Event(time, order++, action));
        }

        long run() {
            wake();
            while (servers.accepted < wanted) {
                Event next = events.poll();
                now = next.time();
                next.action().run();
            }
            return now;
        }

        private void wake() {
            while (!waiting.isEmpty() && begun < wanted) {
                long number = pace.start(now);
                if (number == 0) {
                    long wait = pace.untilRoom(now);
                    if (wait != Long.MAX_VALUE) {
                        at(now + wait, this::wake);
                    }
                    return;
                }
                int worker = waiting.poll();
                begun++;
                long begin = now;
                at(now + latency / 2, () -> {
                    Response answer = servers.answer(now);
                    at(begin + latency, () -> answered(worker, number, answer));
                });
            }
        }

        private void answered(int worker, long number, Response answer) {
            pace.answered(number, latency, answer, now);
            if (answer.status() == 429) {
                begun--;
                long wait = Long.parseLong(answer.headers().first("Retry-After").orElseThrow());
                at(now + wait * SECOND, () -> {
                    waiting.addFirst(worker);
                    wake();
                });
            } else {
                waiting.add(worker);
            }
            wake();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // servers, requests, window in s, workers, latency in ms
        "1, 6000, 300, 20, 50",
        "1, 6000, 300, 1, 20",
        "1, 6000, 300, 50, 500",
        "3, 6000, 300, 50, 20",
        "1, 600, 1, 20, 20",
        "1, 2400, 6, 50, 40",
        "1, 20000, 300, 50, 10",
    })
    void theLimitIsUsedUpAndNotPassed(int count, int requests, int window, int workers, int latency) {
        Servers servers = new Servers(count, requests, window * SECOND, 1e9, 0);
        int wanted = 5 * requests * count;

        long took = new Simulation(servers, workers, latency * MILLI, wanted).run();

        assertThat(servers.refused).isLessThan(wanted / 100);
        double allowed = Math.min(requests * count / (double) (window * SECOND), workers / (double) (latency * MILLI));
        assertThat(wanted / allowed / took).as("part of the allowed rate").isGreaterThan(0.9);
    }

    @Test
    void executionTimeIsALimitToo() {
        Servers servers = new Servers(1, 6_000, 300 * SECOND, 1_200, 1);
        int wanted = 12_000;

        long took = new Simulation(servers, 50, SECOND, wanted).run();

        assertThat(servers.refused).isLessThan(wanted / 100);
        assertThat(10.0 * 300 * SECOND / took).as("part of the allowed rate").isGreaterThan(0.9);
    }

    private static Response answer(int status, String... headers) {
        return ScriptedTransport.response(status, "", headers);
    }

    @Test
    void withoutHeadersNothingIsHeldBackButWhatRunsAtOnce() {
        Pace pace = new Pace();
        for (int i = 1; i <= 50; i++) {
            assertThat(pace.start(i)).isEqualTo(i);
        }
        assertThat(pace.start(51)).isZero();
        assertThat(pace.untilRoom(51)).isEqualTo(Long.MAX_VALUE);
        pace.answered(7, 1, answer(200), 52);
        assertThat(pace.start(53)).isEqualTo(51);
    }

    @Test
    void theServiceSaysHowManyAtOnce() {
        Pace pace = new Pace();
        pace.answered(pace.start(0), 1, answer(200, Pace.PARALLEL, "2"), 1);

        assertThat(pace.start(2)).isPositive();
        assertThat(pace.start(2)).isPositive();
        assertThat(pace.start(2)).isZero();

        pace.answered(2, 1, answer(200, Pace.PARALLEL, "nonsense", Pace.REQUESTS_LEFT, ""), 3);
        assertThat(pace.start(4)).isPositive();
        assertThat(pace.start(4)).isZero();
    }

    @Test
    void afterA429NothingStartsUntilTheTimeIsOverAndThenOneGoesAhead() {
        Pace pace = new Pace();
        long first = pace.start(0);
        long second = pace.start(0);
        pace.answered(first, 1, answer(429, "Retry-After", "7"), 0);
        // whoever was on the way says nothing against the refusal
        pace.answered(second, 1, answer(204, Pace.REQUESTS_LEFT, "100"), 1);

        assertThat(pace.start(2)).isZero();
        assertThat(pace.untilRoom(2)).isEqualTo(7 * SECOND - 2);
        long probe = pace.start(7 * SECOND);
        assertThat(probe).isEqualTo(3);
        assertThat(pace.start(7 * SECOND)).isZero();
        pace.answered(probe, 1, answer(204, Pace.REQUESTS_LEFT, "100"), 8 * SECOND);
        for (int i = 0; i < 50; i++) {
            assertThat(pace.start(8 * SECOND)).isPositive();
        }
    }

    @Test
    void aRefusalThatNamesAVeryLongTimeIsAskedAboutAfterFiveMinutes() {
        Pace pace = new Pace();
        pace.answered(pace.start(0), 1, answer(429, "Retry-After", "99999999"), 0);
        assertThat(pace.untilRoom(0)).isEqualTo(Duration.ofMinutes(5).toNanos());
        pace.answered(pace.start(300 * SECOND), 1, answer(429), 300 * SECOND);
        assertThat(pace.untilRoom(300 * SECOND)).as("without a time").isEqualTo(250 * MILLI);
    }

    @Test
    void tooManyAtOnceMakesFewerAndLaterMoreAgain() {
        Pace pace = new Pace();
        for (int i = 0; i < 50; i++) {
            pace.start(0);
        }
        pace.answered(
                1, 1, ScriptedTransport.response(429, "{\"error\":{\"code\":\"0x80072326\"}}", "Retry-After", "1"), 0);
        for (int i = 2; i <= 50; i++) {
            pace.answered(i, 1, answer(204), 1);
        }
        int running = 0;
        long probe = pace.start(SECOND);
        pace.answered(probe, 1, answer(204), SECOND);
        while (pace.start(SECOND) != 0) {
            running++;
        }
        assertThat(running).isEqualTo(37);
        for (int i = 0; i < 200; i++) {
            pace.answered(52 + i, 1, answer(204), 2 * SECOND);
            pace.start(2 * SECOND);
        }
        pace.ended(1);
        assertThat(pace.start(3 * SECOND)).isPositive();
        assertThat(pace.start(3 * SECOND)).isPositive();
        assertThat(pace.start(3 * SECOND)).as("38 or 39").isPositive();
    }

    @Test
    void aProbeThatBreaksIsFollowedByAnother() {
        Pace pace = new Pace();
        pace.answered(pace.start(0), 1, answer(204, Pace.REQUESTS_LEFT, "0"), 0);
        assertThat(pace.start(1)).isZero();
        assertThat(pace.untilRoom(1)).isEqualTo(25 * MILLI);
        long probe = pace.start(1 + 25 * MILLI);
        assertThat(probe).isPositive();
        assertThat(pace.start(2 + 25 * MILLI)).isZero();
        assertThat(pace.untilRoom(2 + 25 * MILLI)).isEqualTo(Long.MAX_VALUE);
        pace.ended(probe);
        assertThat(pace.untilRoom(3 + 25 * MILLI)).isEqualTo(25 * MILLI - 2);
        assertThat(pace.start(1 + 50 * MILLI)).isPositive();
    }
}
