package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Dataverse;
import dev.lathe.runtime.auth.ClientCertificate;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.auth.DeviceCode;
import dev.lathe.runtime.auth.EntraId;
import dev.lathe.runtime.auth.EntraLogin;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.sandbox.RecordedRequest;
import dev.lathe.sandbox.Sandbox;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to log in, with nothing but the environment's address. */
class LoginsTest extends DataverseCalls {

    private static final String PASSWORD = "pkcs12-password";

    @TempDir
    private static Path folder;

    private Dataverse connect(Credentials credentials) {
        return Dataverse.connect(sandbox.dataverseUri(), credentials);
    }

    private EntraId here(EntraId entra) {
        return entra.withAuthority(sandbox.entraUri());
    }

    /** The client works, keeps its token, and gets another one when the service refuses it. */
    private void assertRenewsOnce(Dataverse client) {
        int before = sandbox.dataverseTokens().issued();
        assertThat(client.whoAmI().getUserId()).isNotNull();
        client.whoAmI();
        assertThat(sandbox.dataverseTokens().issued()).isEqualTo(before + 1);
        sandbox.dataverseTokens().expireAll();

        client.whoAmI();
        client.whoAmI();

        assertThat(sandbox.dataverseTokens().issued()).isEqualTo(before + 2);
    }

    private List<String> grants() {
        return sandbox.requests().ofMethod("POST").stream()
                .filter(request -> request.path().endsWith("/token"))
                .map(request -> request.bodyText().split("&", 2)[0])
                .toList();
    }

    @Test
    void aClientSecret() {
        assertRenewsOnce(connect(here(EntraId.clientSecret(Sandbox.TENANT, Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET))));

        RecordedRequest call = sandbox.requests().last();
        assertThat(call.path()).as("version added").startsWith("/api/data/v9.2/WhoAmI");
    }

    @Test
    void theTenantIsFoundWhereNoneIsGiven() {
        assertRenewsOnce(connect(here(EntraId.clientSecret(Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET))));

        RecordedRequest first = sandbox.requests().all().get(0);
        assertThat(first.path()).isEqualTo("/api/data/v9.2/");
        assertThat(first.status()).isEqualTo(401);
        assertThat(first.header("Authorization")).isEmpty();
        assertThat(sandbox.requests().ofMethod("POST").get(0).path())
                .isEqualTo("/" + Sandbox.TENANT + "/oauth2/v2.0/token");
    }

    @Test
    void aServiceThatIsNotMicrosoftsLearnsNoSecretOnItsWord() {
        Dataverse client = connect(EntraId.clientSecret(Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET));

        assertThatThrownBy(client::whoAmI)
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("names an authority that is not trusted");
        assertThat(sandbox.requests().all()).hasSize(1);
    }

    @Test
    void aCertificateOfPkcs12() throws Exception {
        ClientCertificate certificate = ClientCertificate.pkcs12(pkcs12(), PASSWORD.toCharArray());

        assertRenewsOnce(connect(here(EntraId.certificate(Sandbox.CLIENT_ID, certificate))));
        assertThat(grants()).containsOnly("grant_type=client_credentials");
        assertRenewsOnce(
                connect(here(EntraId.certificate(Sandbox.TENANT, Sandbox.CLIENT_ID, certificate.withRs256()))));
    }

    @Test
    void aCertificateThatIsNotRegisteredIsRefused() throws Exception {
        ClientCertificate certificate = ClientCertificate.pkcs12(pkcs12(), PASSWORD.toCharArray());
        Path other = keytool("other");
        Files.move(other, folder.resolve("kept.p12"));
        sandbox.entra().trust(certificate(folder.resolve("kept.p12")));

        assertThatThrownBy(connect(here(EntraId.certificate(Sandbox.CLIENT_ID, certificate)))::whoAmI)
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("does not name the application's certificate");
    }

    private Path pkcs12() throws Exception {
        Path file = keytool("app");
        sandbox.entra().trust(certificate(file));
        return file;
    }

    private static Path keytool(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Files.deleteIfExists(file);
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
                        "RSA",
                        "-dname",
                        "CN=" + name)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        return file;
    }

    private static X509Certificate certificate(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    @Test
    void aBrowserWithAProofKey() throws Exception {
        URI redirect = URI.create("http://localhost:8400/");
        EntraLogin login = EntraLogin.start(Sandbox.TENANT, Sandbox.CLIENT_ID, redirect, sandbox.dataverseUri())
                .withAuthority(sandbox.entraUri());
        HttpResponse<Void> browser = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(login.authorizeUri()).build(), BodyHandlers.discarding());
        URI returned = URI.create(browser.headers().firstValue("Location").orElseThrow());

        assertRenewsOnce(connect(login.finish(returned)));
        assertThat(grants()).containsExactly("grant_type=authorization_code", "grant_type=refresh_token");

        assertThatThrownBy(connect(login.finish(returned))::whoAmI)
                .as("a code is good once")
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void aDeviceCode() {
        List<DeviceCode> shown = new ArrayList<>();
        EntraId entra = EntraId.deviceCode(Sandbox.CLIENT_ID, code -> {
            shown.add(code);
            sandbox.entra().approve(code.userCode());
        });

        assertRenewsOnce(connect(here(entra)));

        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).message()).contains(shown.get(0).userCode());
        assertThat(grants())
                .containsExactly(
                        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code",
                        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code",
                        "grant_type=refresh_token");
    }

    @Test
    void aRefreshTokenThatIsNoneIsRefused() {
        assertThatThrownBy(connect(here(EntraId.refreshToken(Sandbox.TENANT, Sandbox.CLIENT_ID, "x")))::whoAmI)
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void aTokenOfAnotherLibrary() {
        AtomicInteger asked = new AtomicInteger();
        Dataverse client = connect(Credentials.bearer(() -> {
            asked.incrementAndGet();
            return sandbox.dataverseTokens().issue();
        }));

        client.whoAmI();
        sandbox.dataverseTokens().expireAll();
        client.whoAmI();

        assertThat(asked).hasValue(2);
    }
}
