package dev.lathe.runtime.auth;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Logging in to Adobe's services through its Identity Management System. Immutable and thread-safe.
 *
 * <p>With each call go the token, the client id as {@code x-api-key}, and the organization as
 * {@code x-gw-ims-org-id}.
 */
public final class AdobeIms implements Credentials {

    private static final URI TOKEN_URI = URI.create("https://ims-na1.adobelogin.com/ims/token/v3");

    private final URI tokenUri;
    private final String clientId;
    private final String clientSecret;
    private final String orgId;
    private final List<String> scopes;
    private final TokenSettings settings;
    private final OAuth oauth;

    private AdobeIms(
            URI tokenUri,
            String clientId,
            String clientSecret,
            String orgId,
            List<String> scopes,
            TokenSettings settings) {
        this.tokenUri = tokenUri;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.orgId = Checks.text("organization id", orgId);
        this.scopes = scopes;
        this.settings = settings;
        // IMS separates scopes by commas, against RFC 6749
        this.oauth = OAuth.clientCredentials(tokenUri, clientId, clientSecret)
                .withScopes(",", scopes)
                .withHeader("x-api-key", clientId)
                .withHeader("x-gw-ims-org-id", orgId)
                .withSettings(settings);
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
        return new AdobeIms(TOKEN_URI, clientId, clientSecret, orgId, List.of(scopes), TokenSettings.STANDARD);
    }

    /** Another token endpoint, such as a sandbox's: an https address, or one of this machine. */
    public AdobeIms withTokenUri(URI tokenUri) {
        return new AdobeIms(tokenUri, clientId, clientSecret, orgId, scopes, settings);
    }

    /** How long before its end a token is renewed; 2 minutes by default, at most half of the token's life. */
    public AdobeIms withRenewalMargin(Duration margin) {
        return new AdobeIms(tokenUri, clientId, clientSecret, orgId, scopes, settings.withMargin(margin));
    }

    @Override
    public Authorizer connect(Service service) {
        return oauth.connect(service);
    }

    @Override
    public String toString() {
        return "AdobeIms[server to server]";
    }
}
