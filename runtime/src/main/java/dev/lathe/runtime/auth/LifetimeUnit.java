package dev.lathe.runtime.auth;

import java.math.BigDecimal;
import java.time.Duration;

/** What {@code expires_in} counts. It follows from the flow, never from the number. */
enum LifetimeUnit {
    /** RFC 6749, section 5.1. */
    SECONDS,
    /** Adobe's exchange of a JWT. */
    MILLISECONDS;

    private static final Duration LONGEST = Duration.ofDays(100 * 365);

    /** From nothing to a hundred years, whatever the number. */
    Duration of(BigDecimal count) {
        Duration one = this == SECONDS ? Duration.ofSeconds(1) : Duration.ofMillis(1);
        if (count.signum() <= 0) {
            return Duration.ZERO;
        }
        // compared before it becomes an integer: 1e999999999 is a number as well
        return count.compareTo(BigDecimal.valueOf(LONGEST.dividedBy(one))) >= 0
                ? LONGEST
                : one.multipliedBy(count.longValue());
    }
}
