package dev.lathe.runtime.auth;

import dev.lathe.runtime.error.AuthenticationException;
import org.jspecify.annotations.Nullable;

/** Starts with what the user gave, and goes on with refresh tokens as long as there are some. */
final class RefreshingGrant implements Grant {

    /** Fetches the first token. */
    @FunctionalInterface
    interface Start {
        AccessToken fetch(TokenEndpoint endpoint) throws InterruptedException;
    }

    /** Puts the request for the next one. */
    @FunctionalInterface
    interface Renewal {
        TokenRequest with(TokenEndpoint endpoint, String refreshToken) throws InterruptedException;
    }

    private final String key;
    private final Start start;
    private final Renewal renewal;
    private final boolean startsOver;

    private RefreshingGrant(String key, Start start, Renewal renewal, boolean startsOver) {
        this.key = key;
        this.start = start;
        this.renewal = renewal;
        this.startsOver = startsOver;
    }

    /** A login that may begin anew when a refresh token has ended. */
    static Grant startingOver(String key, Start start, Renewal renewal) {
        return new RefreshingGrant(key, start, renewal, true);
    }

    /** A login that works only once, such as the code of a user's browser. */
    static Grant once(String key, Start start, Renewal renewal) {
        return new RefreshingGrant(key, start, renewal, false);
    }

    /** A refresh token from an earlier login. */
    static Grant of(String key, String refreshToken, Renewal renewal) {
        return new RefreshingGrant(key, endpoint -> renewed(endpoint, renewal, refreshToken), renewal, false);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public AccessToken fetch(TokenEndpoint endpoint, @Nullable AccessToken previous) throws InterruptedException {
        String refresh = previous == null ? null : previous.refreshToken().orElse(null);
        if (refresh == null) {
            return start.fetch(endpoint);
        }
        try {
            return renewed(endpoint, renewal, refresh);
        } catch (AuthenticationException e) {
            // A refresh token ends as well. Only a refusal is a reason to start over, not an endpoint that is down.
            if (startsOver && (e.status() == 400 || e.status() == 401)) {
                return start.fetch(endpoint);
            }
            throw e;
        }
    }

    private static AccessToken renewed(TokenEndpoint endpoint, Renewal renewal, String refresh)
            throws InterruptedException {
        AccessToken token = endpoint.post(renewal.with(endpoint, refresh), false);
        // an endpoint that names no new refresh token leaves the old one in force (RFC 6749, section 6)
        return token.refreshToken().isPresent() ? token : token.withRefreshToken(refresh);
    }
}
