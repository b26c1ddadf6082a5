package dev.lathe.sandbox.oauth;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import dev.lathe.sandbox.http.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places that issue Audience Manager tokens: Adobe IMS ({@code /ims/token/v3}, client credentials, and
 * {@code /ims/exchange/jwt}, the assertion of a service account, which counts a life in milliseconds) and the legacy
 * endpoint of the API host ({@code /oauth/token}, password and refresh grants with Basic authentication).
 */
public final class AdobeTokenEndpoints implements Service {

    private static final Set<String> PATHS = Set.of("/ims/token/v3", "/ims/exchange/jwt", "/oauth/token");

    /** A scope that no client may have. */
    private static final String UNKNOWN_SCOPE = "unknown";

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
        if (!PATHS.contains(path)) {
            return Optional.empty();
        }
        if (!call.method().equals("POST")) {
            return Optional.of(Answer.of(405));
        }
        TokenRequest request = new TokenRequest(call);
        if (!request.isForm()) {
            return Optional.of(TokenRequest.refused(400, "invalid_request", "The body must be form-urlencoded."));
        }
        return Optional.of(
                switch (path) {
                    case "/oauth/token" -> legacy(request);
                    case "/ims/exchange/jwt" -> exchange(request);
                    default -> ims(request);
                });
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
        if (List.of(request.parameter("scope").split(",")).contains(UNKNOWN_SCOPE)) {
            return TokenRequest.refused(400, "invalid_scope", "The scope 'unknown' is not one of the client's.");
        }
        return imsGrant(tokens.life().toSeconds());
    }

    private Answer exchange(TokenRequest request) {
        if (!request.isFrom(account.clientId(), account.clientSecret())) {
            return TokenRequest.refused(400, "invalid_client", "The client id or the client secret is not known.");
        }
        return ServiceAccountAssertion.fault(request.parameter("jwt_token"), account.clientId(), tokens.clock())
                .map(fault -> TokenRequest.refused(400, "invalid_token", fault))
                .orElseGet(() -> imsGrant(tokens.life().toMillis()));
    }

    private Answer imsGrant(long expiresIn) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", tokens.issue(true));
        members.put("token_type", "bearer");
        members.put("expires_in", expiresIn);
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
