package dev.lathe.sandbox.oauth;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A form posted to a token endpoint, and the JSON answers of RFC 6749 to it. */
final class TokenRequest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Call call;
    private final Map<String, List<String>> form;

    TokenRequest(Call call) {
        this.call = call;
        this.form = call.formParameters();
    }

    boolean isForm() {
        return call.headers()
                .first("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .filter("application/x-www-form-urlencoded"::equalsIgnoreCase)
                .isPresent();
    }

    String parameter(String name) {
        return form.getOrDefault(name, List.of("")).get(0);
    }

    /** Whether the parameters {@code client_id} and {@code client_secret} are these. */
    boolean isFrom(String clientId, String clientSecret) {
        return clientId.equals(parameter("client_id")) && clientSecret.equals(parameter("client_secret"));
    }

    /** Whether the Basic credentials are these. */
    boolean isBasicFrom(String clientId, String clientSecret) {
        Optional<String> basic = call.headers()
                .first("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                .map(value -> value.substring(6).strip());
        byte[] expected = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        return basic.filter(Base64.getEncoder().encodeToString(expected)::equals)
                .isPresent();
    }

    static Answer granted(Map<String, Object> members) {
        return json(200, members).with("Cache-Control", "no-store");
    }

    static Answer refused(int status, String error, String description) {
        return json(status, Map.of("error", error, "error_description", description));
    }

    private static Answer json(int status, Map<String, Object> members) {
        return Answer.of(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(members));
    }
}
