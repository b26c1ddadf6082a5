package dev.lathe.sandbox.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The access tokens of one service of the sandbox. Safe for use by many threads.
 *
 * <p>A test that has no use for a token endpoint takes one from {@link #issue()}; a test of renewal calls
 * {@link #expireAll()} and looks at {@link #issued()}.
 */
public final class Tokens {

    /** What a token is worth at the moment. */
    public enum State {
        VALID,
        EXPIRED,
        UNKNOWN
    }

    private final Clock clock;
    private final Duration life;
    private final Map<String, Issued> byText = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    private record Issued(Instant end, boolean needsApiKey) {}

    /** @param life how long a token is accepted after it was issued */
    public Tokens(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    Clock clock() {
        return clock;
    }

    /** A new token, accepted from now on for the configured life. */
    public String issue() {
        return issue(false);
    }

    /** @param needsApiKey whether calls with the token must name the client in a header, as those of Adobe IMS must */
    String issue(boolean needsApiKey) {
        String token = UUID.randomUUID().toString();
        byText.put(token, new Issued(clock.instant().plus(life), needsApiKey));
        issued.incrementAndGet();
        return token;
    }

    /** How many tokens were given out so far, by an endpoint or by {@link #issue()}. */
    public int issued() {
        return issued.get();
    }

    /** Ends every token given out so far; the service answers 401 to them from now on. */
    public void expireAll() {
        byText.replaceAll((token, issued) -> new Issued(Instant.MIN, issued.needsApiKey()));
    }

    /** How long a new token lives. */
    public Duration life() {
        return life;
    }

    /** Whether the service accepts {@code token}. */
    public State stateOf(String token) {
        Issued found = byText.get(token);
        if (found == null) {
            return State.UNKNOWN;
        }
        return clock.instant().isBefore(found.end()) ? State.VALID : State.EXPIRED;
    }

    /** Whether calls with {@code token} must carry {@code x-api-key}. */
    public boolean needsApiKey(String token) {
        Issued found = byText.get(token);
        return found != null && found.needsApiKey();
    }
}
