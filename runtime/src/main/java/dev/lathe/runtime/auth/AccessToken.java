package dev.lathe.runtime.auth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token and how long it lives. Immutable; {@code toString} shows no secret. */
public final class AccessToken {

    private final String value;
    private final Instant obtainedAt;
    private final @Nullable Instant expiresAt;
    private final @Nullable String refreshToken;

    private AccessToken(String value, Instant obtainedAt, @Nullable Instant expiresAt, @Nullable String refreshToken) {
        this.value = Objects.requireNonNull(value, "value");
        this.obtainedAt = Objects.requireNonNull(obtainedAt, "obtainedAt");
        this.expiresAt = expiresAt;
        this.refreshToken = refreshToken;
    }

    /**
     * A token.
     *
     * @param expiresAt null when that is not known: it is then used until the server refuses it
     */
    public static AccessToken of(String value, Instant obtainedAt, @Nullable Instant expiresAt) {
        return new AccessToken(Checks.token(value), obtainedAt, expiresAt, null);
    }

    /** The same with a token that fetches the next one. */
    public AccessToken withRefreshToken(@Nullable String newRefreshToken) {
        return new AccessToken(value, obtainedAt, expiresAt, newRefreshToken);
    }

    /** The secret itself. */
    public String value() {
        return value;
    }

    /** When it was issued, by this machine's clock. */
    public Instant obtainedAt() {
        return obtainedAt;
    }

    /** When it ends, by this machine's clock; empty when that is not known. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** Fetches the next token, where the grant has such a thing. A secret too. */
    public Optional<String> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    /** Two tokens are equal when their values are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessToken token && token.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "AccessToken[***, expires " + (expiresAt == null ? "unknown" : expiresAt) + "]";
    }
}
