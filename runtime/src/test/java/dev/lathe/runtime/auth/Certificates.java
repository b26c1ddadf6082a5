package dev.lathe.runtime.auth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate that signed itself, made by the JDK's keytool when it is needed: none lies in the sources. */
public final class Certificates {

    /** Opens the file of {@link #pkcs12}. */
    public static final String PASSWORD = "pkcs12-s3cret";

    private Certificates() {}

    /** Makes a PKCS#12 file with a new key. */
    public static Path pkcs12(Path folder, String name, String algorithm) {
        Path file = folder.resolve(name + ".p12");
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keystore",
                            file.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-alias",
                            name,
                            "-keyalg",
                            algorithm,
                            "-dname",
                            "CN=" + name)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new AssertionError(output);
            }
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static KeyStore open(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The certificate in a file of {@link #pkcs12}. */
    public static X509Certificate certificate(Path file) {
        try {
            KeyStore store = open(file);
            return (X509Certificate) store.getCertificate(store.aliases().nextElement());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The key in a file of {@link #pkcs12}. */
    public static PrivateKey key(Path file) {
        try {
            KeyStore store = open(file);
            return (PrivateKey) store.getKey(store.aliases().nextElement(), PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Both as PEM. */
    public static String pem(Path file) {
        try {
            return Keys.pem("CERTIFICATE", certificate(file).getEncoded())
                    + Keys.pem("PRIVATE KEY", key(file).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
