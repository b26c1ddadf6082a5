package dev.lathe.runtime.auth;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** How an application proves to a token endpoint that it is itself. */
@FunctionalInterface
interface ClientProof {

    /** An application that anybody can take apart, such as one on a desktop, has no secret to prove itself with. */
    ClientProof NONE = (request, clientId, now) -> {};

    /** Adds the proof to a request that names the client already. */
    void addTo(TokenRequest request, String clientId, Instant now);

    /** A secret in the form (RFC 6749, section 2.3.1). */
    static ClientProof secret(String secret) {
        String checked = Checks.text("client secret", secret);
        return (request, clientId, now) -> request.secretField("client_secret", checked);
    }

    /** An assertion that the certificate's key signs anew for each request (RFC 7523, section 2.2). */
    static ClientProof certificate(ClientCertificate certificate) {
        return (request, clientId, now) -> request.field(
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .secretField(
                        "client_assertion",
                        certificate.sign(Map.of(
                                "aud", request.endpoint().toString(),
                                "iss", clientId,
                                "sub", clientId,
                                "jti", UUID.randomUUID().toString(),
                                "nbf", now.minus(ClientCertificate.CLOCK_SKEW).getEpochSecond(),
                                "iat", now.getEpochSecond(),
                                "exp", now.plus(ClientCertificate.LIFE).getEpochSecond())));
    }
}
