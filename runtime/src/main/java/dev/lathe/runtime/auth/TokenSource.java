package dev.lathe.runtime.auth;

import org.jspecify.annotations.Nullable;

/** Fetches a new token. */
@FunctionalInterface
interface TokenSource {

    /**
     * Blocks until there is a token.
     *
     * @param previous the one that is to be replaced; null for the first
     * @throws dev.lathe.runtime.error.AuthenticationException when there is none to be had
     */
    AccessToken fetch(@Nullable AccessToken previous) throws InterruptedException;
}
