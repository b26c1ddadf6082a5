package dev.lathe.runtime.auth;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One way to come by a token: what is asked for, and how it is put. */
interface Grant {

    /** Names what the token is for, without a secret; tokens are kept by it. */
    String key();

    /** Fetches a token. */
    AccessToken fetch(TokenEndpoint endpoint, @Nullable AccessToken previous) throws InterruptedException;

    /** What the endpoint's {@code expires_in} counts. */
    default LifetimeUnit unit() {
        return LifetimeUnit.SECONDS;
    }

    /** A grant that puts the same request each time, and may do so twice. */
    static Grant of(String key, LifetimeUnit unit, Supplier<TokenRequest> request) {
        return new Grant() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public AccessToken fetch(TokenEndpoint endpoint, @Nullable AccessToken previous)
                    throws InterruptedException {
                return endpoint.post(request.get(), true);
            }

            @Override
            public LifetimeUnit unit() {
                return unit;
            }
        };
    }
}
