package dev.lathe.runtime.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Audience Manager's own OAuth 2.0, at the host of its API ({@code api.demdex.com}). Immutable and thread-safe. A refresh
 * token that comes with a token is used for the next one.
 *
 * @deprecated Adobe has deprecated this login; use {@link AdobeIms#serverToServer}.
 */
@Deprecated
public final class DemdexLogin implements Credentials {

    private static final String PRODUCTION = "https://api.demdex.com";
    private static final String BETA = "https://api-beta.demdex.com";
    private static final String TOKEN_PATH = "/oauth/token";

    /** What the first token is asked for with. */
    private enum Start {
        PASSWORD,
        REFRESH_TOKEN,
        AUTHORIZATION_CODE
    }

    private final Start start;
    private final String clientId;
    private final String clientSecret;
    private final String name;
    private final String secret;
    private final @Nullable URI tokenUri;
    private final TokenSettings settings;
    private final TokenCaches caches = new TokenCaches();

    private DemdexLogin(
            Start start,
            String clientId,
            String clientSecret,
            String name,
            String secret,
            @Nullable URI tokenUri,
            TokenSettings settings) {
        this.start = start;
        this.clientId = Checks.text("client id", clientId);
        this.clientSecret = Checks.text("client secret", clientSecret);
        this.name = name;
        this.secret = secret;
        this.tokenUri = tokenUri;
        this.settings = settings;
    }

    /** Name and password of a technical user. */
    public static DemdexLogin password(String clientId, String clientSecret, String user, String password) {
        return new DemdexLogin(
                Start.PASSWORD,
                clientId,
                clientSecret,
                Checks.text("user name", user),
                Checks.text("password", password),
                null,
                TokenSettings.STANDARD);
    }

    /** A refresh token from an earlier login. */
    public static DemdexLogin refreshToken(String clientId, String clientSecret, String refreshToken) {
        return new DemdexLogin(
                Start.REFRESH_TOKEN,
                clientId,
                clientSecret,
                "",
                Checks.text("refresh token", refreshToken),
                null,
                TokenSettings.STANDARD);
    }

    /**
     * The code that a user's browser brought back from {@link #authorizeUri}. A code is good for one token; when that
     * ends without a refresh token, the user logs in again.
     */
    public static DemdexLogin authorizationCode(String clientId, String clientSecret, String code, URI redirectUri) {
        return new DemdexLogin(
                Start.AUTHORIZATION_CODE,
                clientId,
                clientSecret,
                redirectUri.toString(),
                Checks.text("authorization code", code),
                null,
                TokenSettings.STANDARD);
    }

    /**
     * Where a user logs in so that the browser comes back with a code. Let {@code redirectUri} hold something that only
     * this user's session knows, and compare it when the browser is back: else somebody else's code passes for this
     * user's (RFC 6749, section 10.12).
     */
    public static URI authorizeUri(String clientId, URI redirectUri) {
        return authorize(clientId, redirectUri, "code");
    }

    /**
     * Where a user logs in so that the browser comes back with a token, in the fragment of the address; the token is for
     * {@link Credentials#bearer(String)}. The same care is due as with {@link #authorizeUri}.
     */
    public static URI implicitUri(String clientId, URI redirectUri) {
        return authorize(clientId, redirectUri, "token");
    }

    private static URI authorize(String clientId, URI redirectUri, String responseType) {
        return URI.create(PRODUCTION + "/oauth/authorize?client_id=" + encoded(Checks.text("client id", clientId))
                + "&response_type=" + responseType + "&redirect_uri=" + encoded(redirectUri.toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Another token endpoint than that of the API's host: an https address, or one of this machine. */
    public DemdexLogin withTokenUri(URI newTokenUri) {
        URI checked = Checks.secureEndpoint("token endpoint", newTokenUri);
        return new DemdexLogin(start, clientId, clientSecret, name, secret, checked, settings);
    }

    /** For the beta environment, a smaller copy of Audience Manager without production's data: its token endpoint. */
    public DemdexLogin beta() {
        return withTokenUri(URI.create(BETA + TOKEN_PATH));
    }

    /** Whether the token endpoint is that of the {@linkplain #beta() beta environment}. */
    public boolean isBeta() {
        return tokenUri != null && URI.create(BETA).getHost().equalsIgnoreCase(tokenUri.getHost());
    }

    /** How long before its end a token is renewed; 2 minutes by default, at most half of the token's life. */
    public DemdexLogin withRenewalMargin(Duration margin) {
        return withSettings(settings.withMargin(margin));
    }

    /** Keeps tokens, refresh tokens included, in a store of the application. */
    public DemdexLogin withTokenStore(TokenStore store) {
        return withSettings(settings.withStore(store));
    }

    private DemdexLogin withSettings(TokenSettings newSettings) {
        return new DemdexLogin(start, clientId, clientSecret, name, secret, tokenUri, newSettings);
    }

    @Override
    public Authorizer connect(Service service) {
        URI endpoint = tokenUri != null ? tokenUri : Checks.secureEndpoint("token endpoint", endpointOf(service));
        return caches.authorizer(grant(endpoint), service.transport(), settings, Map.of());
    }

    private static URI endpointOf(Service service) {
        URI base = service.baseUri();
        String host = base.getHost().toLowerCase(Locale.ROOT);
        if (host.endsWith("adobe.io")) {
            // the hosts of the other login; this one's token endpoint has always been at the old ones
            return URI.create((host.contains("beta") ? BETA : PRODUCTION) + TOKEN_PATH);
        }
        return base.resolve(TOKEN_PATH);
    }

    private TokenRequest request(URI endpointUri, String grantType) {
        return new TokenRequest(endpointUri)
                .basic(clientId, clientSecret)
                .naming(clientId)
                .field("grant_type", grantType);
    }

    private Grant grant(URI endpointUri) {
        // of logins that name nobody, a fingerprint tells one user's tokens from another's
        String whose = start == Start.PASSWORD ? name : name + " " + Checks.fingerprint(secret);
        String key = "demdex " + endpointUri + " " + clientId + " " + start + " " + whose;
        RefreshingGrant.Renewal renewal =
                (endpoint, refresh) -> request(endpointUri, "refresh_token").secretField("refresh_token", refresh);
        return switch (start) {
            case PASSWORD ->
                RefreshingGrant.startingOver(
                        key,
                        endpoint -> endpoint.post(
                                request(endpointUri, "password")
                                        .namingField("username", name)
                                        .secretField("password", secret),
                                true),
                        renewal);
            case REFRESH_TOKEN -> RefreshingGrant.of(key, secret, renewal);
            case AUTHORIZATION_CODE ->
                RefreshingGrant.once(
                        key,
                        endpoint -> endpoint.post(
                                request(endpointUri, "authorization_code")
                                        .namingField("client_id", clientId)
                                        .secretField("client_secret", clientSecret)
                                        .secretField("code", secret)
                                        .field("redirect_uri", name),
                                false),
                        renewal);
        };
    }

    @Override
    public String toString() {
        return "DemdexLogin[" + start.name().toLowerCase(Locale.ROOT) + "]";
    }
}
