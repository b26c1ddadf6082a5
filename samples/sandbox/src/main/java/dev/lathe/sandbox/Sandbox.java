package dev.lathe.sandbox;

import dev.lathe.sandbox.audiencemanager.AudienceManagerData;
import dev.lathe.sandbox.audiencemanager.AudienceManagerService;
import dev.lathe.sandbox.dataverse.DataverseData;
import dev.lathe.sandbox.dataverse.DataverseService;
import dev.lathe.sandbox.http.HttpFront;
import dev.lathe.sandbox.oauth.AdobeTokenEndpoints;
import dev.lathe.sandbox.oauth.EntraEndpoints;
import dev.lathe.sandbox.oauth.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dataverse and Audience Manager on one port of the loopback interface, with everything in memory.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().segments(2_000))) {
 *     sandbox.dataverse().insert("accounts", Map.of("name", "Fourth Coffee"));
 *     ... talk to sandbox.dataverseUri() ...
 *     assertThat(sandbox.requests().last().method()).isEqualTo("GET");
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads. The credentials below are no secrets: they open nothing but a sandbox.
 */
public final class Sandbox implements AutoCloseable {

    /** Client id that both token services accept. */
    public static final String CLIENT_ID = "sandbox-client";

    /** Its secret. */
    public static final String CLIENT_SECRET = "sandbox-secret";

    /** Directory (tenant) of the Entra token endpoint; any other name works as well. */
    public static final String TENANT = DataverseService.TENANT;

    /** Adobe organization. */
    public static final String ORGANIZATION = "5A2D1B7C9E3F40688A14C0DE@AdobeOrg";

    /** Scope that Adobe's token endpoint is asked for; any other but {@code unknown} works as well. */
    public static final String ADOBE_SCOPE = "audiencemanager_api";

    /** User of the legacy password grant. */
    public static final String USERNAME = "sandbox-user";

    /** Password of that user. */
    public static final String PASSWORD = "sandbox-password";

    private final HttpFront front;
    private final RequestLog requests;
    private final DataverseService dataverse;
    private final AudienceManagerService audienceManager;
    private final EntraEndpoints entra;
    private final Tokens dataverseTokens;
    private final Tokens adobeTokens;

    private Sandbox(SandboxOptions options) throws IOException {
        dataverseTokens = new Tokens(options.clock(), options.tokenLife());
        adobeTokens = new Tokens(options.clock(), options.tokenLife());
        dataverse = dataverse(options, dataverseTokens);
        audienceManager = new AudienceManagerService(adobeTokens, options.clock(), options.segments());
        entra = new EntraEndpoints(dataverseTokens, CLIENT_ID, CLIENT_SECRET);
        requests = new RequestLog(options.keptRequests());
        AdobeTokenEndpoints.Account account =
                new AdobeTokenEndpoints.Account(CLIENT_ID, CLIENT_SECRET, USERNAME, PASSWORD);
        front = HttpFront.start(
                options.port(),
                options.tls(),
                List.of(dataverse, audienceManager, entra, new AdobeTokenEndpoints(adobeTokens, account)),
                (call, answer) -> requests.add(new RecordedRequest(call, answer)));
    }

    private static DataverseService dataverse(SandboxOptions options, Tokens tokens) throws IOException {
        if (options.csdl() != null) {
            return DataverseService.of(options.csdl(), tokens, options.clock(), options.limits());
        }
        String name = "small.csdl.xml";
        @Nullable InputStream resource = Sandbox.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IOException("The resource " + name + " is missing from the sandbox's jar.");
        }
        try (resource) {
            return DataverseService.of(resource.readAllBytes(), name, tokens, options.clock(), options.limits());
        }
    }

    /**
     * Starts both services.
     *
     * @throws UncheckedIOException when the CSDL document cannot be read, or the port is taken
     * @throws IllegalArgumentException when the document is no OData V4 CSDL document with an entity container
     */
    public static Sandbox start(SandboxOptions options) {
        try {
            return new Sandbox(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The environment's URL, as {@code https://contoso.crm4.dynamics.com} would be; no path. */
    public URI dataverseUri() {
        return URI.create(front.origin());
    }

    /** The root of the Web API, with a slash at the end. */
    public URI dataverseApiUri() {
        return URI.create(front.origin() + "/api/data/v9.2/");
    }

    /** Authority of the Entra endpoints: takes the place of {@code https://login.microsoftonline.com}. */
    public URI entraUri() {
        return URI.create(front.origin());
    }

    /** Entra's endpoints: register a certificate, let the user of a device code log in. */
    public EntraEndpoints entra() {
        return entra;
    }

    /** Where Dataverse tokens are issued. */
    public URI dataverseTokenUri() {
        return URI.create(front.origin() + "/" + TENANT + "/oauth2/v2.0/token");
    }

    /** The scope to ask for: the environment's URL and {@code /.default}. */
    public String dataverseScope() {
        return front.origin() + "/.default";
    }

    /** Host of Audience Manager: takes the place of {@code https://aam.adobe.io}; no version in it. */
    public URI audienceManagerUri() {
        return URI.create(front.origin());
    }

    /** The root of Audience Manager's API, version included, without a slash at the end. */
    public URI audienceManagerApiUri() {
        return URI.create(front.origin() + "/v1");
    }

    /** Where Adobe IMS issues tokens for client credentials. */
    public URI adobeTokenUri() {
        return URI.create(front.origin() + "/ims/token/v3");
    }

    /** Where Adobe IMS exchanges the JWT of a service account for a token; any signature is accepted. */
    public URI adobeExchangeUri() {
        return URI.create(front.origin() + "/ims/exchange/jwt");
    }

    /** Where the API host issues legacy tokens. */
    public URI legacyTokenUri() {
        return URI.create(front.origin() + "/oauth/token");
    }

    /** Everything that was asked, token requests included. */
    public RequestLog requests() {
        return requests;
    }

    /** The rows of the Dataverse sandbox. */
    public DataverseData dataverse() {
        return dataverse.data();
    }

    /** The objects of the Audience Manager sandbox. */
    public AudienceManagerData audienceManager() {
        return audienceManager.data();
    }

    /** Tokens of the Dataverse sandbox: take one, expire all, count them. */
    public Tokens dataverseTokens() {
        return dataverseTokens;
    }

    /** Tokens of the Audience Manager sandbox: take one, expire all, count them. */
    public Tokens audienceManagerTokens() {
        return adobeTokens;
    }

    /** Stops listening; what is stored is gone. */
    @Override
    public void close() {
        front.close();
        dataverse.close();
    }
}
