package dev.lathe.sandbox.oauth;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JWT of a service account. Header and claims are looked at as Adobe describes them; the signature only has to be
 * there, because the sandbox knows nobody's certificate.
 */
final class ServiceAccountAssertion {

    private static final JsonMapper JSON = new JsonMapper();

    private ServiceAccountAssertion() {}

    /** What is wrong with it, or empty. */
    static Optional<String> fault(String jwt, String clientId, Clock clock) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3 || parts[2].isEmpty()) {
            return Optional.of("The token is not a signed JWT.");
        }
        Optional<JsonNode> header = json(parts[0]);
        Optional<JsonNode> claims = json(parts[1]);
        if (header.isEmpty() || claims.isEmpty()) {
            return Optional.of("The JWT cannot be read.");
        }
        if (!header.get().path("alg").asString("").equals("RS256")) {
            return Optional.of("The JWT is not signed with RS256.");
        }
        return claimFault(claims.get(), clientId, clock.instant());
    }

    private static Optional<String> claimFault(JsonNode claims, String clientId, Instant now) {
        if (claims.path("exp").asLong(0) <= now.getEpochSecond()) {
            return Optional.of("The JWT has expired.");
        }
        if (claims.path("iss").asString("").isEmpty()
                || claims.path("sub").asString("").isEmpty()) {
            return Optional.of("The JWT names no organization or no technical account.");
        }
        if (!claims.path("aud").asString("").endsWith("/c/" + clientId)) {
            return Optional.of("The JWT is for another client.");
        }
        boolean scoped = claims.properties().stream()
                .anyMatch(claim ->
                        claim.getKey().contains("/s/") && claim.getValue().asBoolean(false));
        return scoped ? Optional.empty() : Optional.of("The JWT has no metascope.");
    }

    private static Optional<JsonNode> json(String part) {
        try {
            return Optional.of(JSON.readTree(Base64.getUrlDecoder().decode(part)));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }
}
