package dev.lathe.sandbox.oauth;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import dev.lathe.sandbox.http.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Microsoft Entra's v2 token endpoint, {@code /{tenant}/oauth2/v2.0/token}, for the client credentials grant. */
public final class EntraTokenEndpoint implements Service {

    private static final Pattern PATH = Pattern.compile("/[^/]+/oauth2/v2\\.0/token");

    private final Tokens tokens;
    private final String clientId;
    private final String clientSecret;

    public EntraTokenEndpoint(Tokens tokens, String clientId, String clientSecret) {
        this.tokens = tokens;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public Optional<Answer> answer(Call call) {
        if (!PATH.matcher(call.path()).matches()) {
            return Optional.empty();
        }
        return Optional.of(call.method().equals("POST") ? grant(call) : Answer.of(405));
    }

    private Answer grant(Call call) {
        TokenRequest request = new TokenRequest(call);
        if (!request.isForm()) {
            return TokenRequest.refused(400, "invalid_request", "The body must be form-urlencoded.");
        }
        if (!request.parameter("grant_type").equals("client_credentials")) {
            return TokenRequest.refused(
                    400, "unsupported_grant_type", "Only the grant type client_credentials is served here.");
        }
        if (!request.isFrom(clientId, clientSecret)) {
            return TokenRequest.refused(401, "invalid_client", "Invalid client id or client secret provided.");
        }
        // The audience is the environment's URL; a doubled slash or a forgotten /.default is a frequent mistake.
        String expected = call.origin() + "/.default";
        if (!numeric(request.parameter("scope")).equals(numeric(expected))) {
            return TokenRequest.refused(
                    400,
                    "invalid_scope",
                    "The scope '" + request.parameter("scope") + "' is not valid; expected '" + expected + "'.");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("token_type", "Bearer");
        members.put("expires_in", tokens.life().toSeconds());
        members.put("ext_expires_in", tokens.life().toSeconds());
        members.put("access_token", tokens.issue());
        return TokenRequest.granted(members);
    }

    /** Both names of the loopback interface are one host. */
    private static String numeric(String url) {
        return url.replace("//localhost:", "//127.0.0.1:");
    }
}
