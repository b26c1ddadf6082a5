package dev.lathe.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Random;
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
        assertRefused(folder, "is no file");
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

    /** Whatever a file holds, it is a key or a clear refusal, and soon. */
    @Test
    void damagedFilesAreRefusedWithoutBeingQuoted() throws IOException {
        byte[] pkcs8 = RSA.getPrivate().getEncoded();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = i % 2 == 0 ? pkcs8.clone() : Arrays.copyOf(pkcs8, random.nextInt(pkcs8.length));
            for (int hits = 0; hits <= i % 5 && damaged.length > 0; hits++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = file(Keys.pem(i % 3 == 0 ? "RSA PRIVATE KEY" : "PRIVATE KEY", damaged));
            Throwable failure = catchThrowable(() -> PemKey.rsa(file));
            if (failure != null) {
                assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(file.toString());
                assertThat(failure.getMessage().length())
                        .isLessThan(file.toString().length() + 120);
            }
        }
        assertRefused(file("-----BEGIN A-----".repeat(3_500)), "is no PEM file");
        assertRefused(file("x".repeat(70_000)), "too large");
        assertRefused(
                Files.write(folder.resolve("private.der"), pkcs8),
                "is no PEM file: it has no '-----BEGIN PRIVATE KEY-----'");
    }

    private static void assertRefused(Path file, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemKey.rsa(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(message)
                .withMessageNotContaining("s3cret");
    }
}
