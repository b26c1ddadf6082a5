package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.runtime.auth.AdobeIms;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.auth.DemdexLogin;
import dev.lathe.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each login against a token endpoint that looks at what it is sent. */
@SuppressWarnings("deprecation") // the deprecated logins must work as long as they are there
class LoginsTest extends SandboxCalls {

    @TempDir
    private Path folder;

    private AudienceManager connect(Credentials credentials) {
        return AudienceManager.connect(sandbox.audienceManagerApiUri(), credentials);
    }

    private void assertRenewsOnce(AudienceManager client) {
        assertThat(client.users().self().getUsername()).isEqualTo("sandbox-user");
        client.users().self();
        assertThat(sandbox.audienceManagerTokens().issued()).isEqualTo(1);
        sandbox.audienceManagerTokens().expireAll();

        client.users().self();
        client.users().self();

        assertThat(sandbox.audienceManagerTokens().issued()).isEqualTo(2);
    }

    @Test
    @Operation("GET /users/self")
    void serverToServer() {
        assertRenewsOnce(aam);
        assertThat(sandbox.requests().last().header("x-api-key")).hasValue(Sandbox.CLIENT_ID);
        assertThat(sandbox.requests().last().header("x-gw-ims-org-id")).hasValue(Sandbox.ORGANIZATION);
    }

    @Test
    @Operation("GET /users/self")
    void serviceAccount() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        Path key = Files.writeString(
                folder.resolve("private.key"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END PRIVATE KEY-----\n");

        assertRenewsOnce(connect(AdobeIms.serviceAccount(
                        Sandbox.CLIENT_ID,
                        Sandbox.CLIENT_SECRET,
                        Sandbox.ORGANIZATION,
                        "account@techacct.adobe.com",
                        key,
                        "ent_audiencemanagerplatform_sdk")
                .withTokenUri(sandbox.adobeExchangeUri())));
    }

    @Test
    @Operation("GET /users/self")
    void nameAndPasswordWithARefreshToken() {
        assertRenewsOnce(connect(
                DemdexLogin.password(Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET, Sandbox.USERNAME, Sandbox.PASSWORD)
                        .withTokenUri(sandbox.legacyTokenUri())));
        assertThat(sandbox.requests().ofMethod("POST"))
                .extracting(request -> request.bodyText().split("&")[0])
                .containsExactly("grant_type=password", "grant_type=refresh_token");
    }
}
