package dev.lathe.runtime.auth;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The assertion with which a service account asks Adobe for a token: RS256 over five claims (RFC 7515, RFC 7519). */
final class AdobeJwt {

    private static final String ISSUER = "https://ims-na1.adobelogin.com/";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final String clientId;
    private final String orgId;
    private final String technicalAccountId;
    private final PrivateKey key;
    private final List<String> metascopes;

    AdobeJwt(String clientId, String orgId, String technicalAccountId, PrivateKey key, List<String> metascopes) {
        this.clientId = clientId;
        this.orgId = orgId;
        this.technicalAccountId = technicalAccountId;
        this.key = key;
        this.metascopes = metascopes;
    }

    String technicalAccountId() {
        return technicalAccountId;
    }

    /** A new assertion, good for 10 minutes from now on. */
    String sign(Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put("iss", orgId);
        claims.put("sub", technicalAccountId);
        claims.put("aud", ISSUER + "c/" + clientId);
        metascopes.forEach(scope -> claims.put(ISSUER + "s/" + scope, true));
        return Jwt.sign(Jwt.Algorithm.RS256, Map.of(), claims, key);
    }

    @Override
    public String toString() {
        return "AdobeJwt";
    }
}
