package dev.lathe.runtime.auth;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Logging in to Microsoft's services through Microsoft Entra ID. Immutable and thread-safe.
 *
 * <p>The scope follows from the service that the credentials are used for: {@code https://org.crm4.dynamics.com/.default}.
 */
public final class EntraId implements Credentials {

    private static final URI AUTHORITY = URI.create("https://login.microsoftonline.com");
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.\\-]*");

    private final URI authority;
    private final String tenant;
    private final String clientId;
    private final String clientSecret;
    private final @Nullable String scope;
    private final TokenSettings settings;
    private final TokenCaches caches = new TokenCaches();

    private EntraId(
            URI authority,
            String tenant,
            String clientId,
            String clientSecret,
            @Nullable String scope,
            TokenSettings settings) {
        this.authority = authority;
        this.tenant = tenant;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.scope = scope;
        this.settings = settings;
    }

    /**
     * An application with a secret.
     *
     * @param tenant the directory's id or one of its domains
     * @throws IllegalArgumentException when one of them is empty or cannot work
     */
    public static EntraId clientSecret(String tenant, String clientId, String clientSecret) {
        if (!TENANT.matcher(Checks.text("tenant", tenant)).matches()) {
            throw new IllegalArgumentException(
                    "The tenant is the directory's id or one of its domain names, not '" + tenant + "'.");
        }
        return new EntraId(
                AUTHORITY,
                tenant,
                Checks.text("client id", clientId),
                Checks.text("client secret", clientSecret),
                null,
                TokenSettings.STANDARD);
    }

    /** Another authority, such as that of a sovereign cloud: an https address without the tenant, or one of this machine. */
    public EntraId withAuthority(URI newAuthority) {
        return new EntraId(
                Checks.secureEndpoint("authority", newAuthority), tenant, clientId, clientSecret, scope, settings);
    }

    /** Another scope than the one that follows from the service. */
    public EntraId withScope(String newScope) {
        return new EntraId(authority, tenant, clientId, clientSecret, Checks.text("scope", newScope), settings);
    }

    /** How long before its end a token is renewed; 2 minutes by default, at most half of the token's life. */
    public EntraId withRenewalMargin(Duration margin) {
        return new EntraId(authority, tenant, clientId, clientSecret, scope, settings.withMargin(margin));
    }

    /** Keeps tokens in a store of the application. */
    public EntraId withTokenStore(TokenStore store) {
        return new EntraId(authority, tenant, clientId, clientSecret, scope, settings.withStore(store));
    }

    @Override
    public Authorizer connect(Service service) {
        String wanted = scope == null ? withoutSlash(service.audience()) + "/.default" : scope;
        String key = "entra " + authority + " " + tenant + " " + clientId + " " + wanted;
        Grant grant = Grant.of(key, LifetimeUnit.SECONDS, () -> request(wanted));
        return caches.authorizer(grant, service.transport(), settings, Map.of());
    }

    private TokenRequest request(String wantedScope) {
        return new TokenRequest(URI.create(withoutSlash(authority) + "/" + tenant + "/oauth2/v2.0/token"))
                .field("grant_type", "client_credentials")
                .field("client_id", clientId)
                .secretField("client_secret", clientSecret)
                .field("scope", wantedScope);
    }

    private static String withoutSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public String toString() {
        return "EntraId[client secret]";
    }
}
