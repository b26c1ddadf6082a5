package dev.lathe.runtime.auth;

import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.Failure;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A user's login in a browser: authorization code with proof key (RFC 6749, section 4.1; RFC 7636). One object is one
 * login, good for one user. Immutable and thread-safe.
 *
 * <pre>{@code
 * EntraLogin login = EntraLogin.start("organizations", clientId, URI.create("http://localhost:8400"), environment);
 * open(login.authorizeUri());                               // the browser comes back to the redirect address
 * Dataverse crm = Dataverse.connect(environment, login.finish(returned));
 * }</pre>
 */
public final class EntraLogin {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntraTenant tenant;
    private final String clientId;
    private final URI redirectUri;
    private final String scope;
    private final String state;
    private final String verifier;

    private EntraLogin(
            EntraTenant tenant, String clientId, URI redirectUri, String scope, String state, String verifier) {
        this.tenant = tenant;
        this.clientId = clientId;
        this.redirectUri = redirectUri;
        this.scope = scope;
        this.state = state;
        this.verifier = verifier;
    }

    /**
     * Starts a login.
     *
     * @param tenant the directory's id, one of its domains, or {@code organizations}
     * @param redirectUri where the browser comes back to, as the application's registration lists it: an https address, or
     *     one of this machine
     * @param service the service's name for itself in tokens; that of Dataverse is the environment's address,
     *     {@code https://contoso.crm4.dynamics.com}
     * @throws IllegalArgumentException when one of them is empty or cannot work
     */
    public static EntraLogin start(String tenant, String clientId, URI redirectUri, URI service) {
        return new EntraLogin(
                EntraTenant.of(EntraId.PUBLIC_CLOUD, Checks.text("tenant", tenant)),
                Checks.text("client id", clientId),
                Checks.secureEndpoint("redirect address", redirectUri),
                EntraTenant.withoutSlash(service) + "/.default",
                random(),
                random());
    }

    /** Another authority, such as that of a sovereign cloud: an https address without the tenant, or one of this machine. */
    public EntraLogin withAuthority(URI authority) {
        return new EntraLogin(
                EntraTenant.of(EntraId.authority(authority), tenant.name()),
                clientId,
                redirectUri,
                scope,
                state,
                verifier);
    }

    // RFC 7636, section 4.1: 32 random bytes make 43 characters
    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Jwt.encoded(bytes);
    }

    /** Where the user's browser is sent to. */
    public URI authorizeUri() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", clientId);
        parameters.put("response_type", "code");
        parameters.put("redirect_uri", redirectUri.toString());
        parameters.put("response_mode", "query");
        parameters.put("scope", EntraSession.userScope(scope));
        parameters.put("state", state);
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return URI.create(tenant.authorizeUri() + "?" + query);
    }

    private String challenge() {
        try {
            return Jwt.encoded(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JVM knows no SHA-256", e);
        }
    }

    /**
     * The credentials of the user who has logged in. The code in the address is exchanged for a token by the first call.
     *
     * @param returned the address at which the browser came back, with its query
     * @throws AuthenticationException when the answer is not that to this login, or the login did not succeed
     */
    public EntraId finish(URI returned) {
        Map<String, String> answer = parameters(returned.getRawQuery() == null ? "" : returned.getRawQuery());
        // RFC 6749, section 10.12: whoever does not know the state did not start here
        if (!MessageDigest.isEqual(bytes(state), bytes(answer.getOrDefault("state", "")))) {
            throw failed("The browser came back with another login's state; nothing was done with it.");
        }
        if (answer.containsKey("error")) {
            throw failed("The user did not log in: " + answer.get("error") + ". "
                    + answer.getOrDefault("error_description", ""));
        }
        String code = answer.getOrDefault("code", "");
        if (code.isEmpty()) {
            throw failed("The browser came back without a code.");
        }
        return EntraId.code(tenant, clientId, scope, code, verifier, redirectUri);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private AuthenticationException failed(String message) {
        return new AuthenticationException(
                Failure.of("GET", redirectUri.getPath().isEmpty() ? "/" : redirectUri.getPath())
                        .withMessage(message.strip()));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // not encoded properly: as it stands it will match nothing
        }
    }

    @Override
    public String toString() {
        return "EntraLogin[" + tenant.authority() + "]";
    }
}
