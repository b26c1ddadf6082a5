package dev.lathe.runtime.auth;

import java.time.Clock;
import java.time.Duration;

/**
 * How the tokens of one credential are kept.
 *
 * @param margin how long before its end a token is renewed
 */
record TokenSettings(Duration margin, Clock clock) {

    static final TokenSettings STANDARD = new TokenSettings(Duration.ofMinutes(2), Clock.systemUTC());

    TokenSettings {
        if (margin.isNegative()) {
            throw new IllegalArgumentException("A token is renewed before its end, not " + margin + " before it.");
        }
    }

    TokenSettings withMargin(Duration newMargin) {
        return new TokenSettings(newMargin, clock);
    }

    TokenSettings withClock(Clock newClock) {
        return new TokenSettings(margin, newClock);
    }
}
