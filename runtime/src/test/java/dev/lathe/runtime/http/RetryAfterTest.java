package dev.lathe.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("1994-11-06T08:49:30Z");

    private static Headers header(String value) {
        return Headers.builder().received("retry-after", value).build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                " 120 | PT2M",
                "Sun, 06 Nov 1994 08:49:37 GMT | PT7S",
                "Sunday, 06-Nov-94 08:49:37 GMT | PT7S",
                "Sun Nov  6 08:49:37 1994 | PT7S",
                "Sun, 06 Nov 1994 08:49:00 GMT | PT0S",
            })
    void secondsAndAllFormsOfADateAreRead(String value, Duration wait) {
        assertThat(RetryAfter.of(header(value), NOW)).hasValue(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "2024-05-31"})
    void whatCannotBeReadCountsAsMissing(String value) {
        assertThat(RetryAfter.of(header(value), NOW)).isEmpty();
    }

    @Test
    void anAbsurdNumberIsBounded() {
        assertThat(RetryAfter.of(header("99999999999999999999"), NOW).orElseThrow())
                .isBetween(Duration.ofDays(36_500), Duration.ofDays(36_600));
        assertThat(RetryAfter.of(Headers.empty(), NOW)).isEmpty();
    }
}
