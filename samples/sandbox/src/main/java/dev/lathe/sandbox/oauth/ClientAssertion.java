package dev.lathe.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JWT with which an application proves to Entra that it has the key of its certificate; checked to the last bit. */
record ClientAssertion(
        String clientId, String audience, @Nullable X509Certificate certificate) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_LIFE = 24 * 3600;

    /** What is wrong with it, or empty. */
    Optional<String> fault(String jwt, Clock clock) {
        if (certificate == null) {
            return Optional.of("No certificate is registered for the application.");
        }
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.of("The assertion is not a signed JWT.");
        }
        try {
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            if (!names(header, certificate)) {
                return Optional.of("The assertion does not name the application's certificate.");
            }
            if (!isSigned(header, certificate, signed, Base64.getUrlDecoder().decode(parts[2]))) {
                return Optional.of("The assertion's signature is not valid.");
            }
            return claimFault(claims, clock.instant());
        } catch (IllegalArgumentException | JacksonException | GeneralSecurityException e) {
            return Optional.of("The assertion cannot be read.");
        }
    }

    private static boolean names(JsonNode header, X509Certificate certificate) throws GeneralSecurityException {
        String sha256 = header.path("x5t#S256").asString("");
        return sha256.isEmpty()
                ? header.path("x5t").asString("").equals(thumbprint("SHA-1", certificate))
                : sha256.equals(thumbprint("SHA-256", certificate));
    }

    private static String thumbprint(String hash, X509Certificate certificate) throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance(hash).digest(certificate.getEncoded()));
    }

    private static boolean isSigned(JsonNode header, X509Certificate certificate, byte[] signed, byte[] signature)
            throws GeneralSecurityException {
        Signature check;
        switch (header.path("alg").asString("")) {
            case "RS256" -> check = Signature.getInstance("SHA256withRSA");
            case "PS256" -> {
                check = Signature.getInstance("RSASSA-PSS");
                check.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            default -> {
                return false;
            }
        }
        check.initVerify(certificate.getPublicKey());
        check.update(signed);
        return check.verify(signature);
    }

    private Optional<String> claimFault(JsonNode claims, Instant now) {
        long end = claims.path("exp").asLong(0);
        if (end <= now.getEpochSecond() || end > now.getEpochSecond() + LONGEST_LIFE) {
            return Optional.of("The assertion has expired, or lives for too long.");
        }
        if (claims.path("nbf").asLong(Long.MAX_VALUE) > now.getEpochSecond()) {
            return Optional.of("The assertion is not valid yet.");
        }
        if (!claims.path("iss").asString("").equals(clientId)
                || !claims.path("sub").asString("").equals(clientId)
                || claims.path("jti").asString("").isEmpty()) {
            return Optional.of("The assertion is not that of the application.");
        }
        return claims.path("aud").asString("").equals(audience)
                ? Optional.empty()
                : Optional.of("The assertion is for '" + claims.path("aud").asString("") + "'.");
    }
}
