package dev.lathe.sandbox.oauth;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import dev.lathe.sandbox.http.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Both places that issue Audience Manager tokens: Adobe IMS ({@code /ims/token/v3}, client credentials) and the
 * legacy endpoint of the API host ({@code /oauth/token}, password and refresh grants with Basic authentication).
 */
public final class AdobeTokenEndpoints implements Service {

    private final Tokens tokens;
    private final Account account;
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

    /** Who may ask for tokens. */
    public record Account(String clientId, String clientSecret, String username, String password) {
        @Override
        public String toString() {
            return "Account[clientId=" + clientId + ", username=" + username + "]";
        }
    }

    public AdobeTokenEndpoints(Tokens tokens, Account account) {
        this.tokens = tokens;
        this.account = account;
    }

    @Override
    public Optional<Answer> answer(Call call) {
        String path = call.path();
        if (!path.equals("/ims/token/v3") && !path.equals("/oauth/token")) {
            return Optional.empty();
        }
        if (!call.method().equals("POST")) {
            return Optional.of(Answer.of(405));
        }
        TokenRequest request = new TokenRequest(call);
        if (!request.isForm()) {
            return Optional.of(TokenRequest.refused(400, "invalid_request", "The body must be form-urlencoded."));
        }
        return Optional.of(path.equals("/oauth/token") ? legacy(request) : ims(request));
    }

    private Answer ims(TokenRequest request) {
        if (!request.parameter("grant_type").equals("client_credentials")) {
            return TokenRequest.refused(400, "unsupported_grant_type", "Expected client_credentials.");
        }
        if (!request.isFrom(account.clientId(), account.clientSecret())) {
            return TokenRequest.refused(400, "invalid_client", "The client id or the client secret is not known.");
        }
        if (request.parameter("scope").isBlank()) {
            return TokenRequest.refused(400, "invalid_scope", "The parameter scope is missing.");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", tokens.issue(true));
        members.put("token_type", "bearer");
        members.put("expires_in", tokens.life().toSeconds());
        return TokenRequest.granted(members);
    }

    private Answer legacy(TokenRequest request) {
        if (!request.isBasicFrom(account.clientId(), account.clientSecret())) {
            return TokenRequest.refused(401, "invalid_client", "Bad client credentials")
                    .with("WWW-Authenticate", "Basic realm=\"oauth/client\"");
        }
        return switch (request.parameter("grant_type")) {
            case "password" -> password(request);
            case "refresh_token" -> refresh(request.parameter("refresh_token"));
            default -> TokenRequest.refused(400, "unsupported_grant_type", "Expected password or refresh_token.");
        };
    }

    private Answer password(TokenRequest request) {
        boolean known = request.parameter("username").equals(account.username())
                && request.parameter("password").equals(account.password());
        return known
                ? legacyGrant(UUID.randomUUID().toString())
                : TokenRequest.refused(400, "invalid_grant", "Bad credentials");
    }

    private Answer refresh(String refreshToken) {
        return refreshTokens.contains(refreshToken)
                ? legacyGrant(refreshToken)
                : TokenRequest.refused(400, "invalid_grant", "Invalid refresh token");
    }

    private Answer legacyGrant(String refreshToken) {
        refreshTokens.add(refreshToken);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", tokens.issue());
        members.put("token_type", "bearer");
        members.put("refresh_token", refreshToken);
        members.put("expires_in", tokens.life().toSeconds());
        members.put("scope", "read write");
        return TokenRequest.granted(members);
    }
}
