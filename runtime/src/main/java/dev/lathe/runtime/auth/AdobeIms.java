package dev.lathe.runtime.auth;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logging in to Adobe's services through its Identity Management System. Immutable and thread-safe.
 *
 * <p>With each call go the token, the client id as {@code x-api-key}, and the organization as
 * {@code x-gw-ims-org-id}.
 */
public final class AdobeIms implements Credentials {

    private static final URI TOKEN_URI = URI.create("https://ims-na1.adobelogin.com/ims/token/v3");
    private static final URI EXCHANGE_URI = URI.create("https://ims-na1.adobelogin.com/ims/exchange/jwt");

    private final URI tokenUri;
    private final String clientId;
    private final String clientSecret;
    private final String orgId;
    private final List<String> scopes;
    private final @Nullable AdobeJwt jwt;
    private final TokenSettings settings;
    private final TokenCaches caches = new TokenCaches();

    private AdobeIms(
            URI tokenUri,
            String clientId,
            String clientSecret,
            String orgId,
            List<String> scopes,
            @Nullable AdobeJwt jwt,
            TokenSettings settings) {
        this.tokenUri = tokenUri;
        this.clientId = Checks.text("client id", clientId);
        this.clientSecret = Checks.text("client secret", clientSecret);
        this.orgId = Checks.text("organization id", orgId);
        scopes.forEach(scope -> Checks.text("scope", scope));
        this.scopes = List.copyOf(scopes);
        this.jwt = jwt;
        this.settings = settings;
    }

    /**
     * OAuth server-to-server, the way that Adobe recommends. All values stand on the credential's page in the Adobe
     * Developer Console.
     *
     * @param orgId the organization, {@code …@AdobeOrg}
     * @param scopes those of the credential; the page lists them
     * @throws IllegalArgumentException when one of them is empty
     */
    public static AdobeIms serverToServer(String clientId, String clientSecret, String orgId, String... scopes) {
        return new AdobeIms(TOKEN_URI, clientId, clientSecret, orgId, List.of(scopes), null, TokenSettings.STANDARD);
    }

    /**
     * Service account (JWT).
     *
     * @param technicalAccountId {@code …@techacct.adobe.com}
     * @param privateKey PEM file with the RSA key whose certificate the console knows; PKCS#8 or PKCS#1, not encrypted
     * @param metascopes at least one, such as {@code ent_audiencemanagerplatform_sdk}
     * @throws IllegalArgumentException when one of them is empty, or the file holds no such key
     * @deprecated Adobe has switched service accounts off in favour of {@link #serverToServer}; integrations were said
     *     to work until 1 January 2025.
     */
    @Deprecated
    public static AdobeIms serviceAccount(
            String clientId,
            String clientSecret,
            String orgId,
            String technicalAccountId,
            Path privateKey,
            String... metascopes) {
        AdobeJwt jwt = new AdobeJwt(
                Checks.text("client id", clientId),
                Checks.text("organization id", orgId),
                Checks.text("technical account id", technicalAccountId),
                PemKey.rsa(privateKey),
                List.of(metascopes));
        if (metascopes.length == 0) {
            throw new IllegalArgumentException(
                    "A service account needs a metascope, such as ent_audiencemanagerplatform_sdk.");
        }
        return new AdobeIms(
                EXCHANGE_URI, clientId, clientSecret, orgId, List.of(metascopes), jwt, TokenSettings.STANDARD);
    }

    /** Another token endpoint, such as a sandbox's: an https address, or one of this machine. */
    public AdobeIms withTokenUri(URI newTokenUri) {
        URI checked = Checks.secureEndpoint("token endpoint", newTokenUri);
        return new AdobeIms(checked, clientId, clientSecret, orgId, scopes, jwt, settings);
    }

    /** How long before its end a token is renewed; 2 minutes by default, at most half of the token's life. */
    public AdobeIms withRenewalMargin(Duration margin) {
        return withSettings(settings.withMargin(margin));
    }

    /** Keeps tokens in a store of the application. */
    public AdobeIms withTokenStore(TokenStore store) {
        return withSettings(settings.withStore(store));
    }

    AdobeIms withSettings(TokenSettings newSettings) {
        return new AdobeIms(tokenUri, clientId, clientSecret, orgId, scopes, jwt, newSettings);
    }

    @Override
    public Authorizer connect(Service service) {
        String account = jwt == null ? "" : " " + jwt.technicalAccountId();
        String key = "adobe " + tokenUri + " " + clientId + " " + orgId + " " + String.join(",", scopes) + account;
        // What expires_in counts follows from the flow: the exchange of a JWT tells milliseconds.
        Grant grant = jwt == null
                ? Grant.of(key, LifetimeUnit.SECONDS, this::serverToServer)
                : Grant.of(key, LifetimeUnit.MILLISECONDS, () -> exchange(jwt));
        Map<String, String> headers = Map.of("x-api-key", clientId, "x-gw-ims-org-id", orgId);
        return caches.authorizer(grant, service.transport(), settings, headers);
    }

    private TokenRequest serverToServer() {
        TokenRequest request = new TokenRequest(tokenUri)
                .field("grant_type", "client_credentials")
                .namingField("client_id", clientId)
                .secretField("client_secret", clientSecret);
        // IMS separates scopes by commas, against RFC 6749
        return scopes.isEmpty() ? request : request.field("scope", String.join(",", scopes));
    }

    private TokenRequest exchange(AdobeJwt assertion) {
        return new TokenRequest(tokenUri)
                .namingField("client_id", clientId)
                .naming(orgId)
                .naming(assertion.technicalAccountId())
                .secretField("client_secret", clientSecret)
                .secretField("jwt_token", assertion.sign(settings.clock().instant()));
    }

    @Override
    public String toString() {
        return jwt == null ? "AdobeIms[server to server]" : "AdobeIms[service account]";
    }
}
