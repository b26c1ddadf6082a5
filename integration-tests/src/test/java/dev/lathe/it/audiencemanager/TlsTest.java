package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.audiencemanager.Segment;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.AdobeIms;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.auth.DemdexLogin;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.TransportException;
import dev.lathe.runtime.http.JdkTransport;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.http.Transport;
import dev.lathe.sandbox.RecordedRequest;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Token endpoint and API over https, with a certificate that the client is told to trust. */
@SuppressWarnings("deprecation") // the deprecated logins must work as long as they are there
class TlsTest {

    @TempDir
    private Path folder;

    private Certificate certificate;
    private Sandbox sandbox;
    private Transport trusting;

    @BeforeEach
    void start() throws Exception {
        certificate = Certificate.of(folder, "ip:127.0.0.1");
        sandbox = Sandbox.start(SandboxOptions.defaults().segments(20).tls(certificate.server()));
        trusting = JdkTransport.builder().tls(certificate.client()).build();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static AudienceManager connect(URI base, Credentials credentials, Transport transport) {
        return AudienceManager.connect(ClientConfig.builder(base)
                .credentials(credentials)
                .transport(transport)
                .retry(RetryPolicy.none())
                .build());
    }

    private void assertWorks(Credentials credentials) {
        AudienceManager aam = connect(sandbox.audienceManagerApiUri(), credentials, trusting);

        assertThat(aam.segments().list(q -> q.pageSize(7))).hasSizeGreaterThanOrEqualTo(20);
        Segment created = aam.segments()
                .create(new Segment().setName("Loyal").setFolderId(0L).setDataSourceId(1L));
        aam.segments().delete(created.getSid());
        assertThatThrownBy(() -> aam.segments().get(created.getSid())).isInstanceOf(NotFoundException.class);
        sandbox.audienceManagerTokens().expireAll();
        assertThat(aam.users().self().getUsername()).isEqualTo("sandbox-user");
        assertThat(sandbox.audienceManagerTokens().issued()).isEqualTo(2);
    }

    @Test
    void serverToServer() {
        assertWorks(SandboxCalls.credentials(sandbox));
    }

    @Test
    void serviceAccount() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        Path key = Files.writeString(
                folder.resolve("private.key"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END PRIVATE KEY-----\n");

        assertWorks(AdobeIms.serviceAccount(
                        Sandbox.CLIENT_ID,
                        Sandbox.CLIENT_SECRET,
                        Sandbox.ORGANIZATION,
                        "account@techacct.adobe.com",
                        key,
                        "ent_audiencemanagerplatform_sdk")
                .withTokenUri(sandbox.adobeExchangeUri()));
    }

    @Test
    void nameAndPasswordAtTheTokenEndpointOfTheApisHost() {
        assertWorks(DemdexLogin.password(Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET, Sandbox.USERNAME, Sandbox.PASSWORD));
        assertThat(sandbox.requests().all()).extracting(RecordedRequest::path).contains("/oauth/token");
    }

    /** With the JVM's own certificates: the token endpoint is not trusted, so no secret goes there. */
    @Test
    void aCertificateThatIsNotTrustedEndsTheCallBeforeAnythingIsSent() {
        AudienceManager aam =
                connect(sandbox.audienceManagerApiUri(), SandboxCalls.credentials(sandbox), JdkTransport.shared());

        ApiException failure = catchThrowableOfType(
                AuthenticationException.class, () -> aam.users().self());

        assertThat(failure)
                .hasMessageContaining("did not answer")
                .hasMessageNotContaining(Sandbox.CLIENT_SECRET)
                .hasRootCauseInstanceOf(Exception.class);
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    void aCertificateForAnotherNameIsNotTrusted() {
        URI elsewhere = URI.create(sandbox.audienceManagerApiUri().toString().replace("127.0.0.1", "localhost"));
        AudienceManager aam = connect(elsewhere, Credentials.bearer("a-token-that-is-not-shown"), trusting);

        assertThatThrownBy(() -> aam.users().self())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("No trusted connection to localhost")
                .hasMessageNotContaining("a-token-that-is-not-shown")
                .hasCauseInstanceOf(SSLException.class);
        assertThat(sandbox.requests().count()).isZero();
    }
}
