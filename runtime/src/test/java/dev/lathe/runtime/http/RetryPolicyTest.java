package dev.lathe.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Request GET =
            Request.builder("GET", URI.create("https://example.com/")).build();

    private final RetryPolicy policy =
            RetryPolicy.standard().attempts(20).waits(Duration.ofMillis(100), Duration.ofSeconds(2));

    @RepeatedTest(20)
    void waitsDoubleWithJitterUpToTheLongest() {
        for (int attempt = 1; attempt < 20; attempt++) {
            long full = Math.min(2_000, 100L << (attempt - 1));
            assertThat(policy.afterFailure(attempt, GET, true, new ConnectException("x"))
                            .orElseThrow())
                    .isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
        }
    }

    @Test
    void whatTheServerAsksForIsTakenAsItIs() {
        Response response =
                Response.of(429, Headers.builder().set("Retry-After", "17").build());

        assertThat(policy.afterAnswer(1, GET, false, response, Instant.now())).hasValue(Duration.ofSeconds(17));
    }

    @Test
    void otherErrorsAreNotRepeated() {
        for (int status : new int[] {400, 401, 403, 404, 408, 409, 412, 500, 501}) {
            assertThat(policy.afterAnswer(1, GET, true, Response.of(status, Headers.empty()), Instant.now()))
                    .isEmpty();
        }
    }

    @Test
    void noneIsOneAttempt() {
        assertThat(RetryPolicy.none().afterAnswer(1, GET, true, Response.of(429, Headers.empty()), Instant.now()))
                .isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy.attempts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.deadline(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.waits(Duration.ZERO, Duration.ofSeconds(1)));
    }
}
