package dev.lathe.runtime.auth;

import dev.lathe.runtime.error.AuthenticationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into the application's store before a token is fetched, and puts there what was fetched. */
final class StoredTokens implements TokenSource {

    private static final Logger LOG = System.getLogger("dev.lathe.runtime.auth");
    private static final Duration WORTH_TAKING = Duration.ofSeconds(30);

    private final TokenStore store;
    private final String key;
    private final TokenSource source;
    private final Clock clock;

    StoredTokens(TokenStore store, String key, TokenSource source, Clock clock) {
        this.store = store;
        this.key = key;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public AccessToken fetch(@Nullable AccessToken previous) throws InterruptedException {
        AccessToken stored = load();
        // Another process may have been quicker; the one that has just been refused or has ended is no news.
        if (stored != null && !stored.equals(previous) && lives(stored)) {
            return stored;
        }
        AccessToken last = stored != null ? stored : previous;
        try {
            AccessToken fetched = source.fetch(last);
            save(fetched);
            return fetched;
        } catch (AuthenticationException e) {
            // A refresh token is good for one token: another process may have used it between our look and our turn.
            AccessToken theirs = load();
            if (theirs != null && !theirs.equals(last) && lives(theirs)) {
                return theirs;
            }
            throw e;
        }
    }

    private boolean lives(AccessToken token) {
        Instant soon = clock.instant().plus(WORTH_TAKING);
        return token.expiresAt().map(soon::isBefore).orElse(true);
    }

    // The store is the application's code: whatever it throws must not stop a call that can do without it.
    private @Nullable AccessToken load() {
        try {
            Optional<AccessToken> stored = store.load(key);
            return stored.orElse(null);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The token store failed to load: " + e.getClass().getName());
            return null;
        }
    }

    private void save(AccessToken token) {
        try {
            store.save(key, token);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The token store failed to save: " + e.getClass().getName());
        }
    }
}
