package dev.lathe.runtime.auth;

import java.net.URI;
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

    /** What stands in the request; the separator is that of the scopes. */
    private record Form(
            URI tokenUri,
            String clientId,
            String clientSecret,
            List<String> scopes,
            boolean basic,
            Map<String, String> fields) {

        Form withScopes(List<String> newScopes) {
            return new Form(tokenUri, clientId, clientSecret, newScopes, basic, fields);
        }

        Form withBasic() {
            return new Form(tokenUri, clientId, clientSecret, scopes, true, fields);
        }

        Form withField(String name, String value) {
            return new Form(tokenUri, clientId, clientSecret, scopes, basic, with(fields, name, value));
        }

        TokenRequest request() {
            TokenRequest request = new TokenRequest(tokenUri).field("grant_type", "client_credentials");
            if (basic) {
                request.encodedBasic(clientId, clientSecret);
            } else {
                request.field("client_id", clientId).secretField("client_secret", clientSecret);
            }
            if (!scopes.isEmpty()) {
                request.field("scope", String.join(" ", scopes));
            }
            fields.forEach(request::field);
            return request;
        }
    }

    private final Form form;
    private final Map<String, String> headers;
    private final TokenSettings settings;
    private final TokenCaches caches = new TokenCaches();

    private OAuth(Form form, Map<String, String> headers, TokenSettings settings) {
        this.form = form;
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
        Form form = new Form(
                Checks.secureEndpoint("token endpoint", tokenUri),
                Checks.text("client id", clientId),
                Checks.text("client secret", clientSecret),
                List.of(),
                false,
                Map.of());
        return new OAuth(form, Map.of(), TokenSettings.STANDARD);
    }

    /** What the token is to be good for. */
    public OAuth withScopes(String... scopes) {
        List.of(scopes).forEach(scope -> Checks.text("scope", scope));
        return new OAuth(form.withScopes(List.of(scopes)), headers, settings);
    }

    /** Sends client id and secret in an {@code Authorization: Basic} header instead of the form. */
    public OAuth withBasicAuthentication() {
        return new OAuth(form.withBasic(), headers, settings);
    }

    /** A further field of the form, such as {@code audience} or {@code resource}. */
    public OAuth withField(String name, String value) {
        return new OAuth(
                form.withField(Checks.text("name of the field", name), Checks.text("field " + name, value)),
                headers,
                settings);
    }

    @Override
    public OAuth withHeader(String name, String value) {
        return new OAuth(form, with(headers, name, Checks.header(name, value)), settings);
    }

    /** How long before its end a token is renewed; 2 minutes by default, at most half of the token's life. */
    public OAuth withRenewalMargin(Duration margin) {
        return new OAuth(form, headers, settings.withMargin(margin));
    }

    /** Keeps tokens in a store of the application. */
    public OAuth withTokenStore(TokenStore store) {
        return new OAuth(form, headers, settings.withStore(store));
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    @Override
    public Authorizer connect(Service service) {
        // further fields, such as an audience, make another token; their values may be secrets
        String fields = form.fields().isEmpty()
                ? ""
                : " " + Checks.fingerprint(form.fields().toString());
        String key =
                "oauth " + form.tokenUri() + " " + form.clientId() + " " + String.join(" ", form.scopes()) + fields;
        Grant grant = Grant.of(key, LifetimeUnit.SECONDS, form::request);
        return caches.authorizer(grant, service.transport(), settings, headers);
    }

    @Override
    public String toString() {
        return "OAuth[client credentials, " + form.tokenUri().getHost() + "]";
    }
}
