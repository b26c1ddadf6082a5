package dev.lathe.runtime.auth;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the tokens of one credentials object are kept.
 *
 * @param margin how long before its end a token is renewed
 * @param store keeps tokens beyond the life of a client; null for none
 * @param sleeper lets time pass between two questions to the token endpoint
 */
record TokenSettings(Duration margin, Clock clock, @Nullable TokenStore store, LoginExchange.Sleeper sleeper) {

    static final TokenSettings STANDARD =
            new TokenSettings(Duration.ofMinutes(2), Clock.systemUTC(), null, time -> Thread.sleep(time.toMillis()));

    TokenSettings {
        if (margin.isNegative()) {
            throw new IllegalArgumentException("A token is renewed before its end, not " + margin + " before it.");
        }
    }

    TokenSettings withMargin(Duration newMargin) {
        return new TokenSettings(newMargin, clock, store, sleeper);
    }

    TokenSettings withClock(Clock newClock) {
        return new TokenSettings(margin, newClock, store, sleeper);
    }

    TokenSettings withStore(TokenStore newStore) {
        return new TokenSettings(margin, clock, newStore, sleeper);
    }

    TokenSettings withSleeper(LoginExchange.Sleeper newSleeper) {
        return new TokenSettings(margin, clock, store, newSleeper);
    }
}
