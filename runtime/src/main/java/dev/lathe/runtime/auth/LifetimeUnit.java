package dev.lathe.runtime.auth;

import java.time.Duration;

/** What {@code expires_in} counts. It follows from the flow, never from the number. */
enum LifetimeUnit {
    /** RFC 6749, section 5.1. */
    SECONDS,
    /** Adobe's exchange of a JWT. */
    MILLISECONDS;

    private static final long LONGEST_SECONDS = 100L * 365 * 86_400;

    Duration of(long count) {
        Duration lifetime = this == SECONDS
                ? Duration.ofSeconds(Math.min(count, LONGEST_SECONDS))
                : Duration.ofMillis(Math.min(count, LONGEST_SECONDS * 1_000));
        return lifetime.isNegative() ? Duration.ZERO : lifetime;
    }
}
