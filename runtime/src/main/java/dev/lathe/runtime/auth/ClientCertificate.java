package dev.lathe.runtime.auth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A certificate that an application is registered with, and its private key: proves who it is without a secret that
 * travels. Immutable and thread-safe; no message and no text shows anything of the key.
 *
 * <p>The assertions that it signs follow Microsoft identity platform, "Application authentication certificate
 * credentials": PS256, the certificate named by {@code x5t#S256}.
 */
public final class ClientCertificate {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private static final Certificate[] NO_CERTIFICATES = {};

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final Jwt.Algorithm algorithm;

    private ClientCertificate(X509Certificate certificate, PrivateKey key, Jwt.Algorithm algorithm) {
        this.certificate = certificate;
        this.key = key;
        this.algorithm = algorithm;
    }

    /**
     * A certificate and its key from elsewhere, such as a key store of the operating system or a security module.
     *
     * @throws IllegalArgumentException when the key is not that of the certificate, or not RSA
     */
    public static ClientCertificate of(X509Certificate certificate, PrivateKey key) {
        return checked("The certificate", List.of(certificate), key);
    }

    /**
     * Reads a PEM file with the certificate and its key, in any order; further certificates are passed over.
     *
     * @param file the key is PKCS#8 or PKCS#1, RSA, not encrypted
     * @throws IllegalArgumentException that says what is wrong with the file
     */
    public static ClientCertificate pem(Path file) {
        return pem(file, file);
    }

    /** Like {@link #pem(Path)} with a file for each. */
    public static ClientCertificate pem(Path certificateFile, Path keyFile) {
        PrivateKey key = PemKey.rsa(keyFile);
        PemFile file = PemFile.read(certificateFile);
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemFile.Block block : file.blocks()) {
            if (block.kind().equals("CERTIFICATE")) {
                certificates.add(certificate(file.decoded(block), file.name()));
            }
        }
        return checked(file.name(), certificates, key);
    }

    /**
     * Reads a PKCS#12 file ({@code .p12}, {@code .pfx}) with one key.
     *
     * @param password opens the file and its key; not kept
     * @throws IllegalArgumentException that says what is wrong with the file
     */
    public static ClientCertificate pkcs12(Path file, char[] password) {
        String name = "The key store " + file;
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(name + " does not exist.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return only(store, name, password);
        } catch (IOException | GeneralSecurityException e) {
            // not the cause: nobody knows what it quotes
            throw new IllegalArgumentException(
                    name + " cannot be opened: it is no PKCS#12 file, it is damaged, or the password is wrong.");
        }
    }

    private static ClientCertificate only(KeyStore store, String name, char[] password)
            throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new IllegalArgumentException(name + " holds " + keys.size() + " private keys; it must hold one.");
        }
        String alias = keys.get(0);
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : Objects.requireNonNullElse(store.getCertificateChain(alias), NO_CERTIFICATES)) {
            if (certificate instanceof X509Certificate x509) {
                chain.add(x509);
            }
        }
        if (store.getKey(alias, password) instanceof PrivateKey key) {
            return checked(name, chain, key);
        }
        throw new IllegalArgumentException(name + " holds a key that is not private.");
    }

    private static X509Certificate certificate(byte[] der, String name) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException(name + " holds a certificate that is damaged.", e);
        }
    }

    private static ClientCertificate checked(String name, List<X509Certificate> candidates, PrivateKey key) {
        if (!key.getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException(name + " goes with a private key that is not RSA.");
        }
        for (X509Certificate candidate : candidates) {
            if (belongs(candidate, key)) {
                return new ClientCertificate(candidate, key, Jwt.Algorithm.PS256);
            }
        }
        throw new IllegalArgumentException(
                candidates.isEmpty()
                        ? name + " holds no certificate."
                        : name + " holds no certificate of that private key.");
    }

    private static boolean belongs(X509Certificate certificate, PrivateKey key) {
        if (!(certificate.getPublicKey() instanceof RSAKey open)) {
            return false;
        }
        // the key of a security module may not tell its modulus
        return !(key instanceof RSAKey closed) || open.getModulus().equals(closed.getModulus());
    }

    /** Signs with RS256 and names the certificate by {@code x5t}, for an authority that does not know PS256. */
    public ClientCertificate withRs256() {
        return new ClientCertificate(certificate, key, Jwt.Algorithm.RS256);
    }

    /** A token with these claims that the key has signed. */
    String sign(Map<String, ?> claims) {
        Map<String, String> header = algorithm == Jwt.Algorithm.PS256
                ? Map.of("x5t#S256", thumbprint("SHA-256"))
                : Map.of("x5t", thumbprint("SHA-1"));
        return Jwt.sign(algorithm, header, claims, key);
    }

    private String thumbprint(String hash) {
        try {
            return Jwt.encoded(MessageDigest.getInstance(hash).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JVM cannot compute " + hash + " of the certificate", e);
        }
    }

    /** Whose certificate it is, nothing of the key. */
    @Override
    public String toString() {
        return "ClientCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
