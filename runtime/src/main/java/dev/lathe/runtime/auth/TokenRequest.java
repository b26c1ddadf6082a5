package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Body;
import dev.lathe.runtime.http.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What is posted to a token endpoint: a form, and how the client proves itself. Not thread-safe. */
final class TokenRequest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int SHORTEST_NAME = 8;

    private final URI endpoint;
    private final Map<String, String> form = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private String authorization = "";

    TokenRequest(URI endpoint) {
        this.endpoint = endpoint;
    }

    URI endpoint() {
        return endpoint;
    }

    TokenRequest field(String name, String value) {
        form.put(name, value);
        return this;
    }

    TokenRequest secretField(String name, String value) {
        secrets.add(value);
        return field(name, value);
    }

    /**
     * A field that names somebody. No secret by OAuth's rules (RFC 6749, section 2.2), and yet nothing for a log; a short
     * one is let pass, as it may be a word of any message.
     */
    TokenRequest namingField(String name, String value) {
        return naming(value).field(name, value);
    }

    /** Marks a text of the request that names somebody, as {@link #namingField} does. */
    TokenRequest naming(String value) {
        if (value.length() >= SHORTEST_NAME) {
            secrets.add(value);
        }
        return this;
    }

    /** The client's id and secret in a header instead of the form, both encoded first (RFC 6749, section 2.3.1). */
    TokenRequest encodedBasic(String clientId, String clientSecret) {
        secrets.add(clientSecret);
        return basic(encoded(clientId), encoded(clientSecret));
    }

    /** The client's id and secret in a header instead of the form. */
    TokenRequest basic(String clientId, String clientSecret) {
        String pair =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        authorization = "Basic " + pair;
        secrets.add(clientSecret);
        secrets.add(pair);
        return this;
    }

    Request build() {
        StringJoiner body = new StringJoiner("&");
        form.forEach((name, value) -> body.add(encoded(name) + "=" + encoded(value)));
        Request.Builder request = Request.builder("POST", endpoint)
                .template(endpoint.getScheme() + "://" + endpoint.getAuthority() + endpoint.getPath())
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(TIMEOUT)
                .body(Body.of(body.toString().getBytes(StandardCharsets.US_ASCII)));
        if (!authorization.isEmpty()) {
            request.secretHeader("Authorization", authorization);
        }
        secrets.forEach(request::secret);
        return request.build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
