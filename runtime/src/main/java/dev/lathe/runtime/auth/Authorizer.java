package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Request;

/** Credentials at work for one client. Thread-safe. */
@FunctionalInterface
public interface Authorizer {

    /**
     * Adds to a request what proves the caller's identity. May block, for instance while a token is fetched; secrets go
     * in with {@link Request.Builder#secretHeader} or are marked with {@link Request.Builder#secret}.
     *
     * @throws dev.lathe.runtime.error.AuthenticationException when there is nothing to prove it with
     * @throws InterruptedException when the calling thread is interrupted while waiting
     */
    void authorize(Request.Builder request) throws InterruptedException;

    /**
     * Told when the server answered 401 to this request.
     *
     * @return whether the request is worth a second try with what {@link #authorize} adds then; it is not repeated when
     *     that turns out to be the same as before
     */
    default boolean rejected(Request request) {
        return false;
    }
}
