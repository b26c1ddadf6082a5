package dev.lathe.runtime.auth;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the tokens of one credentials object are kept.
 *
 * @param margin how long before its end a token is renewed
 * @param store keeps tokens beyond the life of a client; null for none
 */
record TokenSettings(Duration margin, Clock clock, @Nullable TokenStore store) {

    static final TokenSettings STANDARD = new TokenSettings(Duration.ofMinutes(2), Clock.systemUTC(), null);

    TokenSettings {
        if (margin.isNegative()) {
            throw new IllegalArgumentException("A token is renewed before its end, not " + margin + " before it.");
        }
    }

    TokenSettings withMargin(Duration newMargin) {
        return new TokenSettings(newMargin, clock, store);
    }

    TokenSettings withClock(Clock newClock) {
        return new TokenSettings(margin, newClock, store);
    }

    TokenSettings withStore(TokenStore newStore) {
        return new TokenSettings(margin, clock, newStore);
    }
}
