package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Transport;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** The caches of one credentials object: a token for each audience, whatever the number of clients. */
final class TokenCaches {

    private record Key(String audience, Transport transport) {}

    private final ConcurrentMap<Key, TokenCache> caches = new ConcurrentHashMap<>();

    /** Making a cache talks to nobody, so that nothing is waited for inside of the map. */
    TokenCache of(String audience, Transport transport, Supplier<TokenCache> cache) {
        return caches.computeIfAbsent(new Key(audience, transport), key -> cache.get());
    }
}
