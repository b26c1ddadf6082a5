package dev.lathe.sandbox.oauth;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import dev.lathe.sandbox.http.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Entra's v2 endpoints, {@code /{tenant}/oauth2/v2.0/}: {@code token} for an application with a secret or a
 * certificate and for users, {@code authorize} and {@code devicecode} for users. Safe for use by many threads.
 */
public final class EntraEndpoints implements Service {

    private static final Pattern PATH = Pattern.compile("/[^/]+/oauth2/v2\\.0/(token|authorize|devicecode)");
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Tokens tokens;
    private final UserLogins logins = new UserLogins();
    private final String clientId;
    private final String clientSecret;
    private volatile @Nullable X509Certificate certificate;

    public EntraEndpoints(Tokens tokens, String clientId, String clientSecret) {
        this.tokens = tokens;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** Registers the certificate whose key signs the application's assertions. */
    public void trust(X509Certificate newCertificate) {
        certificate = newCertificate;
    }

    /** Lets the user of a device code log in, as if they had entered it. */
    public void approve(String userCode) {
        logins.approve(userCode);
    }

    @Override
    public Optional<Answer> answer(Call call) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (path.group(1)) {
                    case "authorize" -> call.method().equals("GET") ? authorize(call) : Answer.of(405);
                    case "devicecode" -> call.method().equals("POST") ? deviceCode(call) : Answer.of(405);
                    default -> call.method().equals("POST") ? token(call) : Answer.of(405);
                });
    }

    /** A user who agrees at once. */
    private Answer authorize(Call call) {
        Map<String, List<String>> asked = call.queryParameters();
        String redirect = first(asked, "redirect_uri");
        if (!first(asked, "client_id").equals(clientId)
                || !first(asked, "response_type").equals("code")
                || redirect.isEmpty()
                || !first(asked, "code_challenge_method").equals("S256")) {
            return TokenRequest.refused(400, "invalid_request", "The request for a code is not complete.");
        }
        String code = logins.code(redirect, first(asked, "code_challenge"));
        String state = URLEncoder.encode(first(asked, "state"), StandardCharsets.UTF_8);
        return Answer.of(302)
                .with("Location", redirect + (redirect.contains("?") ? "&" : "?") + "code=" + code + "&state=" + state);
    }

    private Answer deviceCode(Call call) {
        TokenRequest request = new TokenRequest(call);
        if (!request.isForm() || !request.parameter("client_id").equals(clientId)) {
            return TokenRequest.refused(400, "invalid_request", "The body must be a form with the client's id.");
        }
        UserLogins.Device device = logins.device();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("user_code", device.userCode());
        members.put("device_code", device.deviceCode());
        members.put("verification_uri", call.origin() + "/devicelogin");
        members.put("expires_in", 900);
        members.put("interval", 1);
        members.put("message", "Open " + call.origin() + "/devicelogin and enter " + device.userCode() + ".");
        return TokenRequest.granted(members);
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    private Answer token(Call call) {
        TokenRequest request = new TokenRequest(call);
        if (!request.isForm()) {
            return TokenRequest.refused(400, "invalid_request", "The body must be form-urlencoded.");
        }
        String grant = request.parameter("grant_type");
        return unsupported(grant)
                .or(() -> unproved(call, request, grant.equals("client_credentials")))
                .or(() -> wrongScope(call, grant, request))
                .or(() -> logins.refusal(grant, request))
                .orElseGet(() -> granted(grant));
    }

    private static Optional<Answer> unsupported(String grant) {
        return grant.equals("client_credentials") || UserLogins.GRANTS.contains(grant)
                ? Optional.empty()
                : Optional.of(TokenRequest.refused(
                        400, "unsupported_grant_type", "The grant type '" + grant + "' is not served here."));
    }

    /** Who asks for a token of its own must prove itself; beside a user, a public client has nothing to show. */
    private Optional<Answer> unproved(Call call, TokenRequest request, boolean itself) {
        boolean asserts = request.parameter("client_assertion_type").equals(ASSERTION_TYPE);
        boolean isPublic =
                !itself && !asserts && request.parameter("client_secret").isEmpty();
        if (isPublic && request.parameter("client_id").equals(clientId)) {
            return Optional.empty();
        }
        if (asserts) {
            return new ClientAssertion(clientId, call.origin() + call.path(), certificate)
                    .fault(request.parameter("client_assertion"), tokens.clock())
                    .map(fault -> TokenRequest.refused(401, "invalid_client", fault));
        }
        return request.isFrom(clientId, clientSecret)
                ? Optional.empty()
                : Optional.of(
                        TokenRequest.refused(401, "invalid_client", "Invalid client id or client secret provided."));
    }

    /** The audience is the environment's URL; a doubled slash or a forgotten /.default is a frequent mistake. */
    private static Optional<Answer> wrongScope(Call call, String grant, TokenRequest request) {
        if (grant.equals(UserLogins.DEVICE_CODE)) {
            return Optional.empty(); // RFC 8628, section 3.4: the scope went with the request for the code
        }
        String scope = request.parameter("scope");
        String expected = call.origin() + "/.default";
        return numeric(scope).replace(" offline_access", "").equals(numeric(expected))
                ? Optional.empty()
                : Optional.of(TokenRequest.refused(
                        400, "invalid_scope", "The scope '" + scope + "' is not valid; expected '" + expected + "'."));
    }

    private Answer granted(String grant) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("token_type", "Bearer");
        members.put("expires_in", tokens.life().toSeconds());
        members.put("ext_expires_in", tokens.life().toSeconds());
        members.put("access_token", tokens.issue());
        if (UserLogins.GRANTS.contains(grant)) {
            members.put("refresh_token", logins.refreshToken());
        }
        return TokenRequest.granted(members);
    }

    /** Both names of the loopback interface are one host. */
    private static String numeric(String url) {
        return url.replace("//localhost:", "//127.0.0.1:");
    }
}
