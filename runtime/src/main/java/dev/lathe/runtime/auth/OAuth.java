package dev.lathe.runtime.auth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4) at any token endpoint. Immutable and thread-safe.
 *
 * <pre>{@code
 * OAuth.clientCredentials(URI.create("https://login.example.com/token"), clientId, clientSecret)
 *         .withScopes("read", "write")
 * }</pre>
 */
public final class OAuth implements Credentials {

    private final URI tokenUri;
    private final String clientId;
    private final String clientSecret;
    private final List<String> scopes;
    private final String separator;
    private final boolean basic;
    private final Map<String, String> fields;
    private final Map<String, String> headers;
    private final TokenSettings settings;
    private final TokenCaches caches = new TokenCaches();

    private OAuth(
            URI tokenUri,
            String clientId,
            String clientSecret,
            List<String> scopes,
            String separator,
            boolean basic,
            Map<String, String> fields,
            Map<String, String> headers,
            TokenSettings settings) {
        this.tokenUri = tokenUri;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.scopes = scopes;
        this.separator = separator;
        this.basic = basic;
        this.fields = fields;
        this.headers = headers;
        this.settings = settings;
    }

    /**
     * A client with a secret, both sent in the form.
     *
     * @param tokenUri an https address, or one of this machine
     * @throws IllegalArgumentException when one of them is empty or cannot work
     */
    public static OAuth clientCredentials(URI tokenUri, String clientId, String clientSecret) {
        return new OAuth(
                Checks.secureEndpoint("token endpoint", tokenUri),
                Checks.text("client id", clientId),
                Checks.text("client secret", clientSecret),
                List.of(),
                " ",
                false,
                Map.of(),
                Map.of(),
                TokenSettings.STANDARD);
    }

    /** What the token is to be good for; separated by blanks on the wire. */
    public OAuth withScopes(String... newScopes) {
        return withScopes(" ", List.of(newScopes));
    }

    /** Like {@link #withScopes(String...)} for an endpoint with a separator of its own. */
    OAuth withScopes(String newSeparator, List<String> newScopes) {
        newScopes.forEach(scope -> Checks.text("scope", scope));
        return new OAuth(
                tokenUri,
                clientId,
                clientSecret,
                List.copyOf(newScopes),
                newSeparator,
                basic,
                fields,
                headers,
                settings);
    }

    /** Sends client id and secret in an {@code Authorization: Basic} header instead of the form. */
    public OAuth withBasicAuthentication() {
        return new OAuth(tokenUri, clientId, clientSecret, scopes, separator, true, fields, headers, settings);
    }

    /** A further field of the form, such as {@code audience} or {@code resource}. */
    public OAuth withField(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(Checks.text("name of the field", name), Checks.text("field " + name, value));
        return new OAuth(
                tokenUri, clientId, clientSecret, scopes, separator, basic, Map.copyOf(more), headers, settings);
    }

    /** A header that goes with each call, such as {@code x-api-key}. */
    public OAuth withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(Checks.text("name of the header", name), Checks.text("header " + name, value));
        return new OAuth(
                tokenUri, clientId, clientSecret, scopes, separator, basic, fields, Map.copyOf(more), settings);
    }

    /** How long before its end a token is renewed; 2 minutes by default, at most half of the token's life. */
    public OAuth withRenewalMargin(Duration margin) {
        return withSettings(settings.withMargin(margin));
    }

    /** For tests of what happens with time. */
    OAuth withClock(Clock clock) {
        return withSettings(settings.withClock(clock));
    }

    OAuth withSettings(TokenSettings newSettings) {
        return new OAuth(tokenUri, clientId, clientSecret, scopes, separator, basic, fields, headers, newSettings);
    }

    @Override
    public Authorizer connect(Service service) {
        TokenCache cache = caches.of(tokenUri.toString(), service.transport(), () -> {
            TokenEndpoint endpoint = new TokenEndpoint(service.transport(), LifetimeUnit.SECONDS, settings.clock());
            return new TokenCache(previous -> endpoint.post(request(), true), settings.margin(), settings.clock());
        });
        return new TokenAuthorizer(cache, headers);
    }

    private TokenRequest request() {
        TokenRequest request = new TokenRequest(tokenUri).field("grant_type", "client_credentials");
        if (basic) {
            request.encodedBasic(clientId, clientSecret);
        } else {
            request.field("client_id", clientId).secretField("client_secret", clientSecret);
        }
        if (!scopes.isEmpty()) {
            request.field("scope", String.join(separator, scopes));
        }
        fields.forEach(request::field);
        return request;
    }

    @Override
    public String toString() {
        return "OAuth[client credentials, " + tokenUri.getHost() + "]";
    }
}
