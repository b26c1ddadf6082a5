package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Dataverse;
import dev.lathe.runtime.CallListener;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.RateLimitException;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import dev.lathe.sandbox.dataverse.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients at the service's protection limits. The shape of the limits is the documented one, the window is shorter. */
@Timeout(300)
class ServiceLimitsTest {

    private static final int UPSERTS = 10_000;
    private static final int THREADS = 40;

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private Sandbox sandbox;

    @AfterEach
    void stop() {
        threads.shutdownNow();
        sandbox.close();
    }

    private Dataverse connect(Limits limits, RetryPolicy retry) {
        sandbox = Sandbox.start(SandboxOptions.defaults().keptRequests(100).limits(limits));
        return Dataverse.connect(ClientConfig.builder(sandbox.dataverseUri())
                .credentials(Credentials.bearer(sandbox.dataverseTokens().issue()))
                .retry(retry)
                .listener(new CallListener() {
                    @Override
                    public void after(Ended event) {
                        requests.incrementAndGet();
                        if (event.status() == 429) {
                            refused.incrementAndGet();
                        }
                    }
                })
                .build());
    }

    private static Account row(int number) {
        return new Account().setAccountid(new UUID(1, number)).setName("Account " + number);
    }

    /** How long that many upserts take. */
    private Duration upsert(Dataverse crm, int from, int to) throws Exception {
        long begin = System.nanoTime();
        List<Future<?>> upserts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int number = i;
            upserts.add(threads.submit(() -> crm.accounts().upsert(row(number))));
        }
        for (Future<?> upsert : upserts) {
            upsert.get();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** What this machine can do at the moment, so that the limits and not the machine are what holds the client up. */
    private double possibleRate() throws Exception {
        Dataverse crm = connect(Limits.DOCUMENTED.within(1_000_000, Duration.ofSeconds(300)), RetryPolicy.standard());
        upsert(crm, 0, 500);
        Duration took = upsert(crm, 500, 1_500);
        sandbox.close();
        return 1_000 / (took.toNanos() / 1e9);
    }

    @Test
    void tenThousandUpsertsLandOnceAtNineTenthsOfTheAllowedRate() throws Exception {
        double rate = Math.max(100, Math.min(400, possibleRate() / 3));
        int limit = UPSERTS * 2 / 7;
        Duration window = Duration.ofMillis((long) (1_000 * limit / rate));
        // each thread waits for two cores here, not for four processors of its own: time is not what is looked at
        Limits limits = Limits.DOCUMENTED.within(limit, window).executionTime(Duration.ofHours(1));
        requests.set(0);
        refused.set(0);

        Duration took = upsert(connect(limits, RetryPolicy.standard()), 0, UPSERTS);

        double allowed = limit / (window.toNanos() / 1e9);
        double reached = UPSERTS / (took.toNanos() / 1e9);
        System.out.printf(
                "%d upserts in %s, %d requests, %d of them refused, %.0f of %.0f allowed a second%n",
                UPSERTS, took, requests.get(), refused.get(), reached, allowed);
        assertThat(sandbox.dataverse().count("accounts")).isEqualTo(UPSERTS);
        assertThat(requests.get() - refused.get()).as("each lands once").isEqualTo(UPSERTS);
        assertThat(refused.get()).isLessThan(UPSERTS / 100);
        assertThat(reached / allowed).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 100000, 52, 0x80072322, Number of requests exceeded the limit of 2",
        "100, 0, 52, 0x80072321, Combined execution time of incoming requests exceeded limit of 0 milliseconds",
    })
    void aLimitThatIsPassedIsOneException(int number, int millis, int atOnce, String code, String message) {
        Dataverse crm = connect(
                new Limits(number, Duration.ofMillis(millis), atOnce, Duration.ofSeconds(300), 20, 1),
                RetryPolicy.none());

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 3; i++) {
                        crm.whoAmI();
                    }
                })
                .isInstanceOfSatisfying(RateLimitException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.serviceMessage()).startsWith(message);
                    assertThat(e.retryAfter())
                            .hasValueSatisfying(wait ->
                                    assertThat(wait).isBetween(Duration.ofSeconds(200), Duration.ofSeconds(300)));
                    assertThat(e.hint()).contains("protection limit");
                });
    }

    @Test
    void atMostAsManyAsTheServiceSuggestsAreOnTheirWayAtOnce() throws Exception {
        Dataverse crm = connect(
                Limits.DOCUMENTED.parallelismHint(3).atOnce(4).executionTime(Duration.ofHours(1)),
                RetryPolicy.standard());
        crm.whoAmI();

        upsert(crm, 0, 500);

        assertThat(refused).hasValue(0);
        assertThat(sandbox.dataverse().count("accounts")).isEqualTo(500);
    }
}
