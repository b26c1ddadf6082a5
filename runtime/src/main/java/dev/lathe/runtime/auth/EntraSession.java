package dev.lathe.runtime.auth;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One application that logs in to one service: puts the requests of each way to do that. Thread-safe. */
final class EntraSession {

    private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

    private final String key;
    private final String clientId;
    private final ClientProof proof;
    private final String scope;
    private final EntraDiscovery discovery;
    private final AtomicReference<@Nullable EntraTenant> tenant;

    /**
     * @param key names application and service
     * @param tenant null for one that the service is asked for
     */
    EntraSession(
            String key,
            String clientId,
            ClientProof proof,
            String scope,
            @Nullable EntraTenant tenant,
            EntraDiscovery discovery) {
        this.key = key;
        this.clientId = clientId;
        this.proof = proof;
        this.scope = scope;
        this.discovery = discovery;
        this.tenant = new AtomicReference<>(tenant);
    }

    /** The application itself. */
    Grant client() {
        return new Grant() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public AccessToken fetch(TokenEndpoint endpoint, @Nullable AccessToken previous)
                    throws InterruptedException {
                return endpoint.post(request(endpoint, "client_credentials").field("scope", scope), true);
            }
        };
    }

    /** The code that a user's browser brought back. */
    Grant code(String code, String verifier, String redirectUri) {
        return RefreshingGrant.once(
                userKey() + " " + Checks.fingerprint(code),
                endpoint -> endpoint.post(
                        request(endpoint, "authorization_code")
                                .secretField("code", code)
                                .secretField("code_verifier", verifier)
                                .field("redirect_uri", redirectUri)
                                .field("scope", userScope(scope)),
                        false),
                this::renewal);
    }

    /** A code that a user enters on another device. */
    Grant device(Consumer<? super DeviceCode> prompt) {
        return RefreshingGrant.startingOver(
                userKey(),
                endpoint -> new DeviceLogin(
                                new TokenRequest(tenant(endpoint).deviceCodeUri())
                                        .namingField("client_id", clientId)
                                        .field("scope", userScope(scope)),
                                (at, code) -> request(at, DEVICE_CODE).secretField("device_code", code),
                                prompt)
                        .fetch(endpoint),
                this::renewal);
    }

    /** A refresh token from an earlier login. */
    Grant refresh(String refreshToken) {
        return RefreshingGrant.of(userKey() + " " + Checks.fingerprint(refreshToken), refreshToken, this::renewal);
    }

    // Tokens of users are never taken for the application's own; a fingerprint tells one user's from another's.
    private String userKey() {
        return key + " user";
    }

    private TokenRequest renewal(TokenEndpoint endpoint, String refreshToken) throws InterruptedException {
        return request(endpoint, "refresh_token")
                .secretField("refresh_token", refreshToken)
                .field("scope", userScope(scope));
    }

    private TokenRequest request(TokenEndpoint endpoint, String grantType) throws InterruptedException {
        TokenRequest request = new TokenRequest(tenant(endpoint).tokenUri())
                .field("grant_type", grantType)
                .namingField("client_id", clientId);
        proof.addTo(request, clientId, endpoint.clock().instant());
        return request;
    }

    private EntraTenant tenant(TokenEndpoint endpoint) throws InterruptedException {
        EntraTenant known = tenant.get();
        if (known == null) {
            known = discovery.find(endpoint.exchange());
            tenant.set(known);
        }
        return known;
    }

    /** A user's scope: with a refresh token, as without one the user would have to come back every hour. */
    static String userScope(String scope) {
        return (" " + scope + " ").contains(" offline_access ") ? scope : scope + " offline_access";
    }
}
