package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Transport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The tokens of one credentials object: one for each purpose, whatever the number of clients. Thread-safe. */
final class TokenCaches {

    private record Key(String grant, Transport transport) {}

    private final ConcurrentMap<Key, TokenCache> caches = new ConcurrentHashMap<>();

    /** Puts a grant to work. Making a cache talks to nobody, so that nothing is waited for inside of the map. */
    Authorizer authorizer(Grant grant, Transport transport, TokenSettings settings, Map<String, String> headers) {
        TokenCache cache =
                caches.computeIfAbsent(new Key(grant.key(), transport), key -> cache(grant, transport, settings));
        return new TokenAuthorizer(cache, headers);
    }

    private static TokenCache cache(Grant grant, Transport transport, TokenSettings settings) {
        TokenEndpoint endpoint = new TokenEndpoint(
                new LoginExchange(transport, settings.clock(), settings.sleeper()), grant.unit(), settings.clock());
        TokenSource source = previous -> grant.fetch(endpoint, previous);
        TokenStore store = settings.store();
        return new TokenCache(
                store == null ? source : new StoredTokens(store, grant.key(), source, settings.clock()),
                settings.margin(),
                settings.clock());
    }
}
