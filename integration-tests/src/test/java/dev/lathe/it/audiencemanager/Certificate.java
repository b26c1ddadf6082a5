package dev.lathe.it.audiencemanager;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that nobody but itself has signed, made by the JDK's keytool for one test. */
final class Certificate {

    /** Opens the files of a test, and nothing else. */
    static final String PASSWORD = "of-a-test";

    private static final String ALIAS = "server";

    private final KeyStore key;
    private final KeyStore trust;
    private final Path trustFile;

    private Certificate(KeyStore key, KeyStore trust, Path trustFile) {
        this.key = key;
        this.trust = trust;
        this.trustFile = trustFile;
    }

    /**
     * @param folder an empty one
     * @param names as in {@code dns:localhost} and {@code ip:127.0.0.1}
     */
    static Certificate of(Path folder, String... names) throws Exception {
        Path keyFile = folder.resolve("key.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + ALIAS,
                        "-ext",
                        "san=" + String.join(",", names),
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyFile.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        KeyStore key = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyFile)) {
            key.load(in, PASSWORD.toCharArray());
        }
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry(ALIAS, key.getCertificate(ALIAS));
        Path trustFile = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(trustFile)) {
            trust.store(out, PASSWORD.toCharArray());
        }
        return new Certificate(key, trust, trustFile);
    }

    /** For the one who shows it. */
    SSLContext server() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** For those who trust it, and no other. */
    SSLContext client() throws GeneralSecurityException {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    /** PKCS#12, for {@code javax.net.ssl.trustStore}. */
    Path trustFile() {
        return trustFile;
    }
}
