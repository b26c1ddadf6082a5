package dev.lathe.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemKeyTest {

    private static final KeyPair RSA = Keys.pair("RSA", 2048);

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("private.key"), content);
    }

    @Test
    void bothKindsOfKeyFileAreRead() throws IOException {
        byte[] pkcs8 = RSA.getPrivate().getEncoded();

        assertThat(PemKey.rsa(file(Keys.pem("PRIVATE KEY", pkcs8)))).isEqualTo(RSA.getPrivate());
        assertThat(PemKey.rsa(file(Keys.pem("RSA PRIVATE KEY", Keys.pkcs1(pkcs8)))))
                .isEqualTo(RSA.getPrivate());
        assertThat(PemKey.rsa(file(Keys.pem("CERTIFICATE", new byte[10])
                        + Keys.pem("PRIVATE KEY", pkcs8).replace("\n", "\r\n"))))
                .as("beside a certificate, with Windows' line ends")
                .isEqualTo(RSA.getPrivate());
    }

    @Test
    void aFileThatIsNoneIsSaidSo() {
        assertRefused(folder.resolve("none"), "does not exist");
        assertRefused(folder, "does not exist");
    }

    @Test
    void otherContentsAreToldApartWithoutBeingQuoted() throws IOException {
        assertRefused(file(""), "is no PEM file");
        assertRefused(file("s3cret"), "is no PEM file");
        assertRefused(file(Keys.pem("PUBLIC KEY", RSA.getPublic().getEncoded())), "holds a PUBLIC KEY");
        assertRefused(file(Keys.pem("CERTIFICATE", new byte[10])), "holds a CERTIFICATE");
        assertRefused(file(Keys.pem("ENCRYPTED PRIVATE KEY", new byte[10])), "is encrypted");
        assertRefused(
                file("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----"),
                "is encrypted");
        assertRefused(
                file(Keys.pem("PRIVATE KEY", Keys.pair("EC", 256).getPrivate().getEncoded())), "that is not RSA");
        assertRefused(file(Keys.pem("PRIVATE KEY", "s3cret".getBytes())), "or is damaged");
        assertRefused(file("-----BEGIN PRIVATE KEY-----\n====\n-----END PRIVATE KEY-----"), "damaged");
    }

    private static void assertRefused(Path file, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemKey.rsa(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(message)
                .withMessageNotContaining("s3cret");
    }
}
