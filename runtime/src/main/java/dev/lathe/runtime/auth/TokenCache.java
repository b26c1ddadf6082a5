package dev.lathe.runtime.auth;

import dev.lathe.runtime.error.AuthenticationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one token fresh. Of any number of callers one fetches, in its own thread and without holding a lock, while the
 * others wait for it; shortly before the end of a token one caller fetches the next and nobody waits.
 */
final class TokenCache {

    private static final Logger LOG = System.getLogger("dev.lathe.runtime.auth");
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final TokenSource source;
    private final Duration margin;
    private final Clock clock;

    /** The token, whether it was refused, and when to think of the next one. */
    private record Held(AccessToken token, boolean refused, Instant renewAt) {}

    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Outcome>> fetching = new AtomicReference<>();

    /** What a fetch brought: a token, or why there is none; neither when the fetching thread was interrupted. */
    private record Outcome(
            @Nullable AccessToken token, @Nullable RuntimeException failure) {}

    /**
     * @param margin how long before its end a token is renewed; at most half of its life is used
     */
    TokenCache(TokenSource source, Duration margin, Clock clock) {
        this.source = source;
        this.margin = margin;
        this.clock = clock;
    }

    /** A token that is good now. */
    AccessToken get() throws InterruptedException {
        while (true) {
            Held now = held.get();
            AccessToken usable = usable(now);
            if (now != null && usable != null && clock.instant().isBefore(now.renewAt())) {
                return usable;
            }
            CompletableFuture<Outcome> mine = new CompletableFuture<>();
            CompletableFuture<Outcome> others = fetching.compareAndExchange(null, mine);
            if (others == null) {
                AccessToken fetched = fetch(mine, now);
                if (fetched != null) {
                    return fetched;
                }
            } else if (usable != null) {
                return usable; // somebody is fetching its successor already
            } else {
                AccessToken fetched = await(others);
                if (fetched != null) {
                    return fetched;
                }
            }
        }
    }

    /** Told that the server refused this token: the next caller fetches another, unless that has happened already. */
    void refused(String tokenValue) {
        Held now = held.get();
        if (now != null && !now.refused() && now.token().value().equals(tokenValue)) {
            held.compareAndSet(now, new Held(now.token(), true, now.renewAt()));
        }
    }

    private @Nullable AccessToken usable(@Nullable Held candidate) {
        if (candidate == null || candidate.refused()) {
            return null;
        }
        AccessToken token = candidate.token();
        return token.expiresAt().map(end -> clock.instant().isBefore(end)).orElse(true) ? token : null;
    }

    // Null: look again, as somebody else had fetched between our look and our turn.
    private @Nullable AccessToken fetch(CompletableFuture<Outcome> mine, @Nullable Held seen)
            throws InterruptedException {
        Outcome outcome = new Outcome(null, null);
        try {
            if (!Objects.equals(held.get(), seen)) {
                return null;
            }
            AccessToken token = source.fetch(seen == null ? null : seen.token());
            held.set(new Held(token, false, renewalOf(token)));
            outcome = new Outcome(token, null);
            return token;
        } catch (RuntimeException e) {
            AccessToken old = usable(seen);
            if (old != null) {
                // The old token still has some life in it: the failure only matters when it persists.
                held.compareAndSet(seen, new Held(old, false, clock.instant().plus(PAUSE_AFTER_FAILURE)));
                LOG.log(Level.WARNING, "A token could not be renewed ahead of its end; the old one stays in use", e);
                outcome = new Outcome(old, null);
                return old;
            }
            outcome = new Outcome(null, e);
            throw e;
        } finally {
            fetching.set(null);
            mine.complete(outcome);
        }
    }

    // Null: the thread that was fetching was interrupted, which is its own affair. Somebody else has to.
    private static @Nullable AccessToken await(CompletableFuture<Outcome> others) throws InterruptedException {
        Outcome outcome;
        try {
            outcome = others.get();
        } catch (ExecutionException e) {
            throw new AssertionError("an outcome is never exceptional", e);
        }
        if (outcome.failure() instanceof AuthenticationException failure) {
            // an exception of its own for each waiting thread, with its own stack trace
            throw new AuthenticationException(failure.failure(), failure);
        }
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return outcome.token();
    }

    private Instant renewalOf(AccessToken token) {
        return token.expiresAt()
                .map(end -> {
                    Duration half = Duration.between(token.obtainedAt(), end).dividedBy(2);
                    return end.minus(half.compareTo(margin) < 0 ? half : margin);
                })
                .orElse(Instant.MAX);
    }

    @Override
    public String toString() {
        return "TokenCache[" + Objects.requireNonNullElse(held.get(), "empty") + "]";
    }
}
