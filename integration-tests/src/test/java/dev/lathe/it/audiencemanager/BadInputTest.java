package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.audiencemanager.Trait;
import dev.lathe.runtime.auth.AdobeIms;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.sandbox.RecordedRequest;
import dev.lathe.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users' mistakes: what is said about each, and that nothing is sent where that can be known before. */
@SuppressWarnings("deprecation") // the deprecated login has mistakes of its own
class BadInputTest extends SandboxCalls {

    @TempDir
    private Path folder;

    private static AdobeIms serviceAccount(Path key) {
        return AdobeIms.serviceAccount("id", "secret", "org@AdobeOrg", "account", key, "sdk");
    }

    private void assertNothingWasSent() {
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    @Operation({})
    void aKeyFileThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> serviceAccount(folder.resolve("private.key")))
                .withMessageContaining("private.key does not exist");
        assertNothingWasSent();
    }

    @Test
    @Operation({})
    void aKeyOfAnotherKind() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        Path file = Files.writeString(
                folder.resolve("private.key"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END PRIVATE KEY-----\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> serviceAccount(file))
                .withMessageContaining("private.key")
                .withMessageContaining("not RSA");
        assertNothingWasSent();
    }

    @Test
    @Operation({})
    void aCertificateInsteadOfTheKey() throws IOException {
        Path file = Files.writeString(
                folder.resolve("certificate.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> serviceAccount(file))
                .withMessageContaining("holds a CERTIFICATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    @Operation({})
    void anEmptySecret(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdobeIms.serverToServer("id", secret, "org@AdobeOrg", "scope"))
                .withMessageContaining("client secret");
        assertNothingWasSent();
    }

    @Test
    @Operation({})
    void aScopeThatTheTokenEndpointDoesNotKnow() {
        AudienceManager client = AudienceManager.connect(
                sandbox.audienceManagerApiUri(),
                AdobeIms.serverToServer(Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET, Sandbox.ORGANIZATION, "unknown")
                        .withTokenUri(sandbox.adobeTokenUri()));

        assertThatThrownBy(() -> client.traits().get(1))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_scope")
                .hasMessageContaining("scope 'unknown'")
                .hasMessageNotContaining(Sandbox.CLIENT_SECRET);
        assertThat(sandbox.requests().all()).extracting(RecordedRequest::path).containsOnly("/ims/token/v3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aam.adobe.io/v1", "//aam.adobe.io/v1", "/v1"})
    @Operation({})
    void anAddressWithoutAScheme(String address) {
        AdobeIms credentials = AdobeIms.serverToServer("id", "secret", "org@AdobeOrg", "scope");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AudienceManager.connect(URI.create(address), credentials))
                .withMessageContaining("has no scheme")
                .withMessageContaining("https://");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    @Operation({})
    void aPageSizeBelowOne(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aam.traits().list(q -> q.pageSize(size)))
                .withMessageContaining("pageSize");
        assertNothingWasSent();
    }

    @Test
    @Operation({})
    void aNegativePage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aam.traits().list().from(-1))
                .withMessageContaining("-1");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../users/self", "a?page=1", "a\\b"})
    @Operation({})
    void anIdThatAGatewayMayTakeApart(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aam.traits().deleteByIntegrationCode(code))
                .withMessageContaining("DELETE /traits/ic:{integrationCode}")
                .withMessageContaining("'/'")
                .withMessageContaining("list");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aam.dataSources().getInboundMailingListEntry(1, code))
                .withMessageContaining("/inbound-mailing-list/{email}");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a#b", "a%2Fb", "ü b", "a;b=c", "a&b", ".", ".."})
    @Operation("GET /traits/ic:{integrationCode}")
    void anIdStaysInItsSegmentOfThePath(String code) {
        assertThatThrownBy(() -> aam.traits().getByIntegrationCode(code)).isInstanceOf(NotFoundException.class);
        insert(
                "traits",
                Map.of(
                        "name",
                        "Odd",
                        "traitType",
                        "RULE_BASED_TRAIT",
                        "dataSourceId",
                        1,
                        "folderId",
                        0,
                        "integrationCode",
                        code));

        assertThat(aam.traits().getByIntegrationCode(code).getName()).isEqualTo("Odd");
        assertThat(sandbox.requests().last().path().substring("/v1/traits/".length()))
                .doesNotContain("/");
        assertThat(sandbox.requests().last().queryParameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    @Operation({})
    void anIdThatWouldLeadElsewhereIsRefused(String type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aam.permissions().getObjectType(type))
                .withMessageContaining("objectType");
        assertNothingWasSent();
    }

    @Test
    @Operation({})
    void aRefusalTellsCodeMessageAndItsParts() {
        assertThatThrownBy(() -> aam.traits().create(new Trait().setName("Half")))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("INVALID_REQUEST");
                    assertThat(e.childMessages()).hasSize(3).allMatch(part -> part.contains("required"));
                    assertThat(e).hasMessageContaining("POST /traits/").hasMessageContaining("400");
                });
    }
}
