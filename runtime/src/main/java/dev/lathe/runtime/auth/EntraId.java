package dev.lathe.runtime.auth;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Logging in to Microsoft's services through Microsoft Entra ID. Immutable and thread-safe.
 *
 * <p>The scope follows from the service that the credentials are used for: {@code https://org.crm4.dynamics.com/.default}.
 * Where no tenant is given, the service is asked for it, once, by a call without credentials. It is believed when it names
 * the authority of these credentials or, without one, one of Microsoft's.
 *
 * <p>A user's browser logs in with {@link EntraLogin}; a token of another library plugs in with
 * {@link Credentials#bearer(java.util.function.Supplier)}.
 */
public final class EntraId implements Credentials {

    /** Authority of Microsoft's public cloud; counts without {@link #withAuthority}. */
    public static final URI PUBLIC_CLOUD = URI.create("https://login.microsoftonline.com");

    /** Authority of the clouds for the government of the United States (GCC High and DoD). */
    public static final URI US_GOVERNMENT = URI.create("https://login.microsoftonline.us");

    /** Authority of the cloud in China. */
    public static final URI CHINA = URI.create("https://login.partner.microsoftonline.cn");

    // the last two are older names
    private static final List<String> MICROSOFTS = List.of(
            PUBLIC_CLOUD.toString(),
            US_GOVERNMENT.toString(),
            CHINA.toString(),
            "https://login.windows.net",
            "https://login.chinacloudapi.cn");

    /** Which application logs in, and to what; null stands for what follows from the service. */
    private record App(
            @Nullable URI authority,
            @Nullable String tenant,
            String clientId,
            ClientProof proof,
            @Nullable String scope) {

        App withAuthority(URI newAuthority) {
            return new App(newAuthority, tenant, clientId, proof, scope);
        }

        App withProof(ClientProof newProof) {
            return new App(authority, tenant, clientId, newProof, scope);
        }

        App withScope(String newScope) {
            return new App(authority, tenant, clientId, proof, newScope);
        }

        EntraSession session(Service service) {
            URI known = authority == null ? PUBLIC_CLOUD : authority;
            String wanted = scope == null ? EntraTenant.withoutSlash(service.audience()) + "/.default" : scope;
            String home = tenant == null ? "of " + service.baseUri() : tenant;
            return new EntraSession(
                    "entra " + known + " " + home + " " + clientId + " " + wanted,
                    clientId,
                    proof,
                    wanted,
                    tenant == null ? null : EntraTenant.of(known, tenant),
                    new EntraDiscovery(
                            service.baseUri(),
                            authority == null ? MICROSOFTS : List.of(EntraTenant.withoutSlash(authority))));
        }
    }

    private final String name;
    private final App app;
    private final Function<EntraSession, Grant> way;
    private final TokenSettings settings;
    private final TokenCaches caches = new TokenCaches();

    private EntraId(String name, App app, Function<EntraSession, Grant> way, TokenSettings settings) {
        this.name = name;
        this.app = app;
        this.way = way;
        this.settings = settings;
    }

    private static EntraId of(
            String name,
            @Nullable String tenant,
            String clientId,
            ClientProof proof,
            Function<EntraSession, Grant> way) {
        if (tenant != null) {
            EntraTenant.of(PUBLIC_CLOUD, Checks.text("tenant", tenant));
        }
        App app = new App(null, tenant, Checks.text("client id", clientId), proof, null);
        return new EntraId(name, app, way, TokenSettings.STANDARD);
    }

    /**
     * An application with a secret.
     *
     * @param tenant the directory's id or one of its domains
     * @throws IllegalArgumentException when one of them is empty or cannot work
     */
    public static EntraId clientSecret(String tenant, String clientId, String clientSecret) {
        return of(
                "client secret",
                Objects.requireNonNull(tenant, "tenant"),
                clientId,
                ClientProof.secret(clientSecret),
                EntraSession::client);
    }

    /** An application with a secret, in the tenant that the service names. */
    public static EntraId clientSecret(String clientId, String clientSecret) {
        return of("client secret", null, clientId, ClientProof.secret(clientSecret), EntraSession::client);
    }

    /**
     * An application with a certificate.
     *
     * @param tenant the directory's id or one of its domains
     * @throws IllegalArgumentException when one of them is empty or cannot work
     */
    public static EntraId certificate(String tenant, String clientId, ClientCertificate certificate) {
        return of(
                "certificate",
                Objects.requireNonNull(tenant, "tenant"),
                clientId,
                ClientProof.certificate(certificate),
                EntraSession::client);
    }

    /** An application with a certificate, in the tenant that the service names. */
    public static EntraId certificate(String clientId, ClientCertificate certificate) {
        return of("certificate", null, clientId, ClientProof.certificate(certificate), EntraSession::client);
    }

    /**
     * A user who logs in on another device. The first call waits until that has happened, 15 minutes at most; when the
     * login has ended, one of the next calls asks for it again.
     *
     * @param tenant the directory's id, one of its domains, or {@code organizations}
     * @param prompt shows the code to the user; called in the thread of a call
     * @throws IllegalArgumentException when one of them is empty or cannot work
     */
    public static EntraId deviceCode(String tenant, String clientId, Consumer<? super DeviceCode> prompt) {
        Objects.requireNonNull(prompt, "prompt");
        return of(
                "device code",
                Objects.requireNonNull(tenant, "tenant"),
                clientId,
                ClientProof.NONE,
                session -> session.device(prompt));
    }

    /** A user who logs in on another device, in the tenant that the service names. */
    public static EntraId deviceCode(String clientId, Consumer<? super DeviceCode> prompt) {
        Objects.requireNonNull(prompt, "prompt");
        return of("device code", null, clientId, ClientProof.NONE, session -> session.device(prompt));
    }

    /**
     * A refresh token from an earlier login of a user. Newer ones that come along replace it; a
     * {@linkplain #withTokenStore store} learns of them.
     *
     * @param tenant the directory's id, one of its domains, or {@code organizations}
     * @throws IllegalArgumentException when one of them is empty or cannot work
     */
    public static EntraId refreshToken(String tenant, String clientId, String refreshToken) {
        Checks.text("refresh token", refreshToken);
        return of(
                "refresh token",
                Objects.requireNonNull(tenant, "tenant"),
                clientId,
                ClientProof.NONE,
                session -> session.refresh(refreshToken));
    }

    /** What a browser brought back to {@link EntraLogin}. */
    static EntraId code(EntraTenant tenant, String clientId, String scope, String code, String verifier, URI redirect) {
        App app = new App(URI.create(tenant.authority()), tenant.name(), clientId, ClientProof.NONE, scope);
        return new EntraId(
                "authorization code",
                app,
                session -> session.code(code, verifier, redirect.toString()),
                TokenSettings.STANDARD);
    }

    /**
     * Another authority, such as that of a sovereign cloud: an https address without the tenant, or one of this machine.
     * A service that is asked for its tenant must name this one.
     *
     * @throws IllegalArgumentException when it is no such address, or one of Microsoft's with a tenant
     */
    public EntraId withAuthority(URI newAuthority) {
        return with(app.withAuthority(authority(newAuthority)));
    }

    /** Other libraries want the tenant in the address; here it would stand there twice. */
    static URI authority(URI address) {
        URI checked = Checks.secureEndpoint("authority", address);
        for (String known : MICROSOFTS) {
            if (checked.toString().startsWith(known + "/") && checked.getPath().length() > 1) {
                throw new IllegalArgumentException("The authority '" + checked + "' names a tenant. It is '" + known
                        + "' alone; the tenant is given beside the client id.");
            }
        }
        return checked;
    }

    /** Another scope than the one that follows from the service. */
    public EntraId withScope(String newScope) {
        return with(app.withScope(Checks.text("scope", newScope)));
    }

    /** Proves the application with a secret beside a user's login: for one that runs on a server. */
    public EntraId withClientSecret(String clientSecret) {
        return with(app.withProof(ClientProof.secret(clientSecret)));
    }

    /** Proves the application with a certificate beside a user's login: for one that runs on a server. */
    public EntraId withCertificate(ClientCertificate certificate) {
        return with(app.withProof(ClientProof.certificate(certificate)));
    }

    /** How long before its end a token is renewed; 2 minutes by default, at most half of the token's life. */
    public EntraId withRenewalMargin(Duration margin) {
        return with(settings.withMargin(margin));
    }

    /** Keeps tokens in a store of the application. A store for the login of a user serves that user alone. */
    public EntraId withTokenStore(TokenStore store) {
        return with(settings.withStore(store));
    }

    private EntraId with(App newApp) {
        return new EntraId(name, newApp, way, settings);
    }

    EntraId with(TokenSettings newSettings) {
        return new EntraId(name, app, way, newSettings);
    }

    @Override
    public Authorizer connect(Service service) {
        return caches.authorizer(way.apply(app.session(service)), service.transport(), settings, Map.of());
    }

    @Override
    public String toString() {
        return "EntraId[" + name + "]";
    }
}
