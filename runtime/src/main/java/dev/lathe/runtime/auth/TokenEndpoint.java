package dev.lathe.runtime.auth;

import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.Redactor;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.MediaTypes;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonException;
import dev.lathe.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Talks to a token endpoint (RFC 6749, sections 4 to 6). Thread-safe. */
final class TokenEndpoint {

    private final LoginExchange exchange;
    private final LifetimeUnit unit;
    private final Clock clock;

    TokenEndpoint(LoginExchange exchange, LifetimeUnit unit, Clock clock) {
        this.exchange = exchange;
        this.unit = unit;
        this.clock = clock;
    }

    /**
     * Posts a request and reads the token.
     *
     * @param repeatable whether the grant survives being used twice
     */
    AccessToken post(TokenRequest tokenRequest, boolean repeatable) throws InterruptedException {
        Request request = tokenRequest.build();
        return token(request, answer(request, repeatable));
    }

    /** Posts a request that may be repeated and reads the members of the answer, where that is no token. */
    Map<String, JsonValue> members(TokenRequest tokenRequest) throws InterruptedException {
        Request request = tokenRequest.build();
        return members(request, answer(request, true));
    }

    private Response answer(Request request, boolean repeatable) throws InterruptedException {
        Response response = exchange.send(request, repeatable, Response::isSuccess);
        if (!response.isSuccess()) {
            throw refused(request, response);
        }
        return response;
    }

    /** What carries the requests, for those that go elsewhere. */
    LoginExchange exchange() {
        return exchange;
    }

    /** What the time is told by. */
    Clock clock() {
        return clock;
    }

    private AccessToken token(Request request, Response response) {
        Map<String, JsonValue> members = members(request, response);
        String value = text(members.get("access_token"));
        if (value.isEmpty()) {
            // some endpoints answer 200 and an error
            throw members.containsKey("error")
                    ? refused(request, response)
                    : notAToken(request, response, "The token endpoint's answer has no access_token in it.");
        }
        String type = text(members.get("token_type"));
        if (!type.isEmpty() && !type.equalsIgnoreCase("bearer")) {
            throw notAToken(request, response, "The token endpoint issued a token that is no bearer token.");
        }
        String refresh = text(members.get("refresh_token"));
        Instant now = clock.instant();
        try {
            return AccessToken.of(value, now, expiry(members.get("expires_in"), now))
                    .withRefreshToken(refresh.isEmpty() ? null : refresh);
        } catch (IllegalArgumentException e) {
            throw notAToken(request, response, "The token endpoint issued a token that cannot be sent in a header.");
        }
    }

    private static Map<String, JsonValue> members(Request request, Response response) {
        try {
            JsonValue answer = JsonValue.parse(
                    MediaTypes.text(bytes(response), response.headers().firstOrNull("Content-Type")));
            return answer.kind() == JsonValue.Kind.OBJECT ? answer.members() : Map.of();
        } catch (JsonException e) {
            throw notAToken(request, response, "The token endpoint's answer is not JSON.");
        }
    }

    private @Nullable Instant expiry(@Nullable JsonValue expiresIn, Instant now) {
        String text = text(expiresIn);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return now.plus(unit.of(new BigDecimal(text)));
        } catch (NumberFormatException e) {
            // the answer does not say how long in a way that anybody can read: as if it did not say at all
            return null;
        }
    }

    static String text(@Nullable JsonValue value) {
        return value == null || (value.kind() != JsonValue.Kind.STRING && value.kind() != JsonValue.Kind.NUMBER)
                ? ""
                : value.asString();
    }

    private static AuthenticationException refused(Request request, Response response) {
        Failure failure = failure(request, response);
        String message = "No token was issued.";
        if (!failure.message().isEmpty()) {
            message += " " + failure.message();
        }
        return new AuthenticationException(
                failure.withMessage(message).withHint(hint(failure.body().code())));
    }

    private static AuthenticationException notAToken(Request request, Response response, String message) {
        // its body is not shown: it may be a token after all
        return new AuthenticationException(Failure.of(request.method(), request.template())
                .withAnswer(response.status(), Headers.empty(), ErrorBody.empty())
                .withMessage(message));
    }

    private static Failure failure(Request request, Response response) {
        Redactor redactor = Redactor.of(request.secrets());
        return Failure.of(request.method(), request.template())
                .withAnswer(
                        response.status(),
                        redactor.apply(response.headers()),
                        ErrorBody.decode(bytes(response), response.headers(), redactor));
    }

    private static String hint(String code) {
        return switch (code) {
            case "invalid_client" -> "Check the client id and the client secret; the secret may have expired.";
            case "invalid_scope" -> "Check the scopes; the service's console lists those of the credential.";
            case "unauthorized_client" -> "The application may not use this way of logging in.";
            case "invalid_grant" -> "The name, password, code or refresh token is wrong or has expired.";
            default -> "";
        };
    }

    private static byte[] bytes(Response response) {
        try {
            return response.bytes();
        } catch (IOException e) {
            // what is asked for whole is in memory
            throw new UncheckedIOException(e);
        }
    }
}
