package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Request;
import java.util.Map;

/** Sends a cached token, and headers that go with it. */
final class TokenAuthorizer implements Authorizer {

    private static final String SCHEME = "Bearer ";

    private final TokenCache tokens;
    private final Map<String, String> headers;

    TokenAuthorizer(TokenCache tokens, Map<String, String> headers) {
        this.tokens = tokens;
        this.headers = Map.copyOf(headers);
    }

    @Override
    public void authorize(Request.Builder request) throws InterruptedException {
        String token = tokens.get().value();
        headers.forEach(request::secretHeader);
        request.header("Authorization", SCHEME + token).secret(token);
    }

    @Override
    public boolean rejected(Request request) {
        request.headers()
                .first("Authorization")
                .filter(value -> value.startsWith(SCHEME))
                .ifPresent(value -> tokens.refused(value.substring(SCHEME.length())));
        return true;
    }

    @Override
    public String toString() {
        return "TokenAuthorizer[" + tokens + "]";
    }
}
