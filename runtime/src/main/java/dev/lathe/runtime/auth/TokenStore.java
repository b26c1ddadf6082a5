package dev.lathe.runtime.auth;

import java.util.Optional;

/**
 * Where an application keeps tokens beyond the life of a client, for instance to share them between processes. Tokens
 * are secrets: store them encrypted. Thread-safe; may block. What it throws is reported to the
 * {@linkplain System.Logger system's logger} {@code dev.lathe.runtime.auth} and stops no call.
 */
public interface TokenStore {

    /**
     * The token that was saved last.
     *
     * @param key names the credentials and what the token is for, without a secret
     */
    Optional<AccessToken> load(String key);

    /** Keeps a token that has just been fetched. */
    void save(String key, AccessToken token);
}
