package dev.lathe.runtime.auth;

import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks for a device code, shows it to the user, and asks again and again whether the user has logged in (RFC 8628).
 *
 * @param codeRequest asks for the code
 * @param tokenRequest asks for the token of a code
 */
record DeviceLogin(
        TokenRequest codeRequest, RefreshingGrant.Renewal tokenRequest, Consumer<? super DeviceCode> prompt) {

    // RFC 8628, sections 3.2 and 3.5
    private static final int INTERVAL = 5;
    private static final Duration SLOWER = Duration.ofSeconds(5);
    // section 3.2 has no default for the code's life; a service without one is asked for as long as Entra gives
    private static final int LIFE = 900;
    private static final int LONGEST_LIFE = 86_400;

    AccessToken fetch(TokenEndpoint endpoint) throws InterruptedException {
        Map<String, JsonValue> answer = endpoint.members(codeRequest);
        String code = TokenEndpoint.text(answer.get("device_code"));
        String userCode = TokenEndpoint.text(answer.get("user_code"));
        if (code.isEmpty() || userCode.isEmpty()) {
            throw failed("The endpoint's answer has no device code in it.");
        }
        int life = Math.min(LONGEST_LIFE, number(answer, "expires_in", LIFE));
        Instant end = endpoint.clock().instant().plusSeconds(life);
        Duration interval = Duration.ofSeconds(number(answer, "interval", INTERVAL));
        prompt.accept(new DeviceCode(
                verificationUri(answer),
                userCode,
                TokenEndpoint.text(answer.get("message")),
                Duration.ofSeconds(life)));
        while (true) {
            endpoint.exchange().pause(interval);
            if (!endpoint.clock().instant().isBefore(end)) {
                throw failed("The user did not log in within " + Duration.ofSeconds(life) + ".");
            }
            try {
                return endpoint.post(tokenRequest.with(endpoint, code), false);
            } catch (AuthenticationException e) {
                interval = next(interval, e);
            }
        }
    }

    private static Duration next(Duration interval, AuthenticationException refusal) {
        if (refusal.code().equals("authorization_pending")) {
            return interval;
        }
        if (refusal.code().equals("slow_down")) {
            return interval.plus(SLOWER);
        }
        if (refusal.status() == 0) {
            // section 3.5: a connection that broke is a reason to ask less often, not to give up
            return interval.multipliedBy(2);
        }
        throw refusal;
    }

    private URI verificationUri(Map<String, JsonValue> answer) {
        String uri = TokenEndpoint.text(answer.get("verification_uri"));
        // a user is sent there, so that it must be an address of the web
        if (!uri.startsWith("https://") && !uri.startsWith("http://")) {
            throw failed("The endpoint's answer does not say where the user goes to.");
        }
        try {
            return URI.create(uri);
        } catch (IllegalArgumentException e) {
            throw failed("The endpoint sends the user to something that is no address.");
        }
    }

    private AuthenticationException failed(String message) {
        return new AuthenticationException(
                Failure.of("POST", codeRequest.endpoint().toString()).withMessage(message));
    }

    private static int number(Map<String, JsonValue> answer, String name, int otherwise) {
        try {
            int number = new BigDecimal(TokenEndpoint.text(answer.get(name))).intValue();
            return number > 0 ? number : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
