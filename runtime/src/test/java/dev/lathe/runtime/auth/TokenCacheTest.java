package dev.lathe.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TokenCacheTest {

    /** A clock that a test moves. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2024-05-31T00:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Hands clock = new Hands();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile Duration life = Duration.ofHours(1);

    private final TokenSource source = previous -> AccessToken.of(
            "token-" + fetches.incrementAndGet(),
            clock.instant(),
            clock.instant().plus(life));

    private TokenCache cache(TokenSource from) {
        return new TokenCache(from, Duration.ofMinutes(2), clock);
    }

    @Test
    void aTokenIsFetchedOnceAndRenewedBeforeItsEnd() throws Exception {
        TokenCache cache = cache(source);

        assertThat(cache.get().value()).isEqualTo("token-1");
        clock.advance(Duration.ofMinutes(57));
        assertThat(cache.get().value()).isEqualTo("token-1");
        clock.advance(Duration.ofMinutes(2));
        assertThat(cache.get().value()).isEqualTo("token-2");
    }

    @Test
    void ofAShortLifeAtLeastHalfIsUsed() throws Exception {
        life = Duration.ofSeconds(60);
        TokenCache cache = cache(source);
        cache.get();

        clock.advance(Duration.ofSeconds(29));
        assertThat(cache.get().value()).isEqualTo("token-1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(cache.get().value()).isEqualTo("token-2");
    }

    @Test
    void aTokenOfUnknownLifeIsUsedUntilItIsRefused() throws Exception {
        TokenCache cache =
                cache(previous -> AccessToken.of("token-" + fetches.incrementAndGet(), clock.instant(), null));
        cache.get();
        clock.advance(Duration.ofDays(1000));
        assertThat(cache.get().value()).isEqualTo("token-1");

        cache.refused("token-1");

        assertThat(cache.get().value()).isEqualTo("token-2");
    }

    @Test
    void aTokenThatHasEndedBeforeItArrivesIsStillHandedOut() throws Exception {
        life = Duration.ZERO;
        TokenCache cache = cache(source);

        assertThat(cache.get().value()).isEqualTo("token-1");
        assertThat(cache.get().value()).isEqualTo("token-2");
    }

    @Test
    void onlyTheTokenInUseCanBeRefused() throws Exception {
        TokenCache cache = cache(source);
        cache.get();
        cache.refused("token-1");
        cache.get();

        cache.refused("token-1");
        cache.refused("another");

        assertThat(cache.get().value()).isEqualTo("token-2");
    }

    @Test
    void tenThousandCallersWithAnExpiredTokenCauseOneFetch() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        TokenCache cache = cache(previous -> {
            if (previous != null) {
                fetching.await();
            }
            return source.fetch(previous);
        });
        cache.get();
        clock.advance(Duration.ofHours(2));
        int callers = 10_000;
        CountDownLatch started = new CountDownLatch(callers);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        ExecutorService threads = manyThreads();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            done.add(threads.submit(() -> {
                started.countDown();
                return seen.add(cache.get().value());
            }));
        }
        started.await();
        fetching.countDown();
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();

        assertThat(fetches).hasValue(2);
        assertThat(seen).containsExactly("token-2");
    }

    @Test
    void anyNumberOfRefusalsOfOneTokenCauseOneFetch() throws Exception {
        TokenCache cache = cache(source);
        cache.get();
        ExecutorService threads = manyThreads();
        List<Future<String>> done = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            done.add(threads.submit(() -> {
                cache.refused("token-1");
                return cache.get().value();
            }));
        }
        for (Future<String> one : done) {
            assertThat(one.get()).isEqualTo("token-2");
        }
        threads.shutdown();

        assertThat(fetches).hasValue(2);
    }

    // Virtual threads where the JDK has them; reflection, as the tests are compiled for 17.
    /** Virtual threads where the JDK has them (21 and later), else as many of the other kind, with small stacks. */
    static ExecutorService manyThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            AtomicInteger number = new AtomicInteger();
            return Executors.newCachedThreadPool(
                    task -> new Thread(null, task, "caller-" + number.incrementAndGet(), 64 << 10));
        }
    }

    @Test
    void nobodyWaitsWhileATokenThatIsStillGoodIsRenewed() throws Exception {
        CountDownLatch inFetch = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TokenCache cache = cache(previous -> {
            if (previous != null) {
                inFetch.countDown();
                goOn.await();
            }
            return source.fetch(previous);
        });
        cache.get();
        clock.advance(Duration.ofMinutes(59));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<AccessToken> renewing = threads.submit(cache::get);
        inFetch.await();

        assertThat(cache.get().value()).isEqualTo("token-1");

        goOn.countDown();
        assertThat(renewing.get().value()).isEqualTo("token-2");
        assertThat(cache.get().value()).isEqualTo("token-2");
        threads.shutdown();
    }

    @Test
    void aRenewalAheadOfTimeThatFailsLeavesTheOldTokenInUseForAWhile() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        TokenCache cache = cache(previous -> {
            if (previous == null) {
                return source.fetch(null);
            }
            tries.incrementAndGet();
            throw failure();
        });
        cache.get();
        clock.advance(Duration.ofMinutes(59));

        for (int i = 0; i < 100; i++) {
            assertThat(cache.get().value()).isEqualTo("token-1");
        }
        assertThat(tries).hasValue(1);

        clock.advance(Duration.ofSeconds(11));
        cache.get();
        assertThat(tries).hasValue(2);

        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(cache::get).isInstanceOf(AuthenticationException.class);
    }

    private static AuthenticationException failure() {
        return new AuthenticationException(
                Failure.of("POST", "https://login.example/token").withMessage("no"));
    }

    @Test
    void allWhoWaitHearOfTheFailureAndTheNextCallerTriesAgain() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        TokenCache cache = cache(previous -> {
            if (tries.incrementAndGet() == 1) {
                goOn.await();
                throw failure();
            }
            return source.fetch(previous);
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<AccessToken>> waiting = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            waiting.add(threads.submit(() -> {
                started.countDown();
                return cache.get();
            }));
        }
        started.await();
        Thread.sleep(100);
        goOn.countDown();

        for (Future<AccessToken> one : waiting) {
            assertThatThrownBy(one::get).hasCauseInstanceOf(AuthenticationException.class);
        }
        assertThat(tries).hasValue(1);
        assertThat(cache.get().value()).isEqualTo("token-1");
        threads.shutdown();
    }

    @Test
    void anInterruptedFetchIsTakenOverByOneWhoWaits() throws Exception {
        CountDownLatch inFetch = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        TokenCache cache = cache(previous -> {
            if (tries.incrementAndGet() == 1) {
                inFetch.countDown();
                Thread.sleep(60_000);
            }
            return source.fetch(previous);
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<AccessToken> first = threads.submit(cache::get);
        inFetch.await();
        Future<AccessToken> second = threads.submit(cache::get);
        Thread.sleep(50);

        first.cancel(true);

        assertThat(second.get(10, TimeUnit.SECONDS).value()).isEqualTo("token-1");
        assertThat(tries).hasValue(2);
        threads.shutdown();
    }

    @Test
    void aWaitingThreadCanBeInterruptedWithoutHarmToTheOthers() throws Exception {
        CountDownLatch inFetch = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TokenCache cache = cache(previous -> {
            inFetch.countDown();
            goOn.await();
            return source.fetch(previous);
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<AccessToken> fetching = threads.submit(cache::get);
        inFetch.await();
        List<@Nullable Throwable> outcome = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                cache.get();
                outcome.add(null);
            } catch (InterruptedException e) {
                outcome.add(e);
            } finally {
                over.countDown();
            }
        });
        waiting.start();
        Thread.sleep(50);

        waiting.interrupt();
        over.await();
        goOn.countDown();

        assertThat(outcome).hasOnlyElementsOfType(InterruptedException.class);
        assertThat(fetching.get().value()).isEqualTo("token-1");
        threads.shutdown();
    }

    @Test
    void noTokenIsInAnyText() throws Exception {
        TokenCache cache = cache(source);
        AccessToken token = cache.get().withRefreshToken("s3cret");

        assertThat(cache.toString() + token).doesNotContain("token-1").doesNotContain("s3cret");
    }
}
