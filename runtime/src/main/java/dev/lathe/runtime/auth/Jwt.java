package dev.lathe.runtime.auth;

import dev.lathe.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs JSON Web Tokens in the compact form (RFC 7515, RFC 7519). */
final class Jwt {

    /** Signatures with an RSA key (RFC 7518, section 3.1). */
    enum Algorithm {
        RS256,
        PS256;

        private Signature signature() throws GeneralSecurityException {
            if (this == RS256) {
                return Signature.getInstance("SHA256withRSA");
            }
            // RFC 7518, section 3.5: MGF1 with SHA-256, and a salt as long as the hash
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            return signature;
        }
    }

    private Jwt() {}

    /**
     * A signed token.
     *
     * @param header what stands in the header beside the algorithm and the type
     */
    static String sign(Algorithm algorithm, Map<String, ?> header, Map<String, ?> claims, PrivateKey key) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("alg", algorithm.name());
        whole.put("typ", "JWT");
        whole.putAll(header);
        String signed = encoded(JsonWriter.toBytes(whole)) + "." + encoded(JsonWriter.toBytes(claims));
        try {
            Signature signature = algorithm.signature();
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JVM cannot sign with " + algorithm + " and this key", e);
        }
    }

    /** Base64 for URLs without padding, as everything in a token is written. */
    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
