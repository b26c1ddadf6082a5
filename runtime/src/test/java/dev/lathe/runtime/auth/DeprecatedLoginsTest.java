package dev.lathe.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.ScriptedTransport;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.http.Body;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("deprecation") // the deprecated logins are what is tested
class DeprecatedLoginsTest {

    private static final KeyPair RSA = Keys.pair("RSA", 2048);

    private final ScriptedTransport transport = new ScriptedTransport();

    private Authorizer connect(Credentials credentials) {
        return connect(credentials, "https://api.demdex.com/v1/");
    }

    private Authorizer connect(Credentials credentials, String base) {
        URI uri = URI.create(base);
        return credentials.connect(new Credentials.Service(uri, uri, transport));
    }

    private static Request authorized(Authorizer authorizer) throws InterruptedException {
        Request.Builder request = Request.builder("GET", URI.create("https://api.demdex.com/v1/traits"));
        authorizer.authorize(request);
        return request.build();
    }

    private static Map<String, String> form(Request request) throws IOException {
        Body body = Objects.requireNonNull(request.body());
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : new String(body.open().readAllBytes(), StandardCharsets.UTF_8).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String refresh(Request request) {
        try {
            return form(request).getOrDefault("refresh_token", "none");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    // ---- Adobe's service account

    @Test
    void aServiceAccountExchangesASignedAssertionForATokenThatLivesMilliseconds(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(
                folder.resolve("private.key"),
                Keys.pem("PRIVATE KEY", RSA.getPrivate().getEncoded()));
        Instant now = Instant.parse("2024-05-31T00:00:00Z");
        AdobeIms credentials = AdobeIms.serviceAccount(
                        "my-client", "my-s3cret", "A1@AdobeOrg", "T1@techacct.adobe.com", key, "ent_audience_sdk")
                .withSettings(TokenSettings.STANDARD.withClock(Clock.fixed(now, ZoneOffset.UTC)));
        AccessToken[] saved = new AccessToken[1];
        transport.answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"t1\",\"expires_in\":86399998}");

        Request request = authorized(connect(credentials.withTokenStore(new TokenStore() {
            @Override
            public Optional<AccessToken> load(String name) {
                return Optional.empty();
            }

            @Override
            public void save(String name, AccessToken token) {
                saved[0] = token;
            }
        })));

        assertThat(request.headers().first("Authorization")).hasValue("Bearer t1");
        assertThat(request.headers().first("x-api-key")).hasValue("my-client");
        assertThat(request.headers().first("x-gw-ims-org-id")).hasValue("A1@AdobeOrg");
        assertThat(saved[0].expiresAt()).hasValue(now.plusMillis(86_399_998));
        Request sent = transport.only();
        assertThat(sent.uri()).hasToString("https://ims-na1.adobelogin.com/ims/exchange/jwt");
        Map<String, String> form = form(sent);
        assertThat(form).containsOnlyKeys("client_id", "client_secret", "jwt_token");
        String[] jwt = form.get("jwt_token").split("\\.", -1);
        assertThat(decoded(jwt[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        assertThat(JsonValue.parse(decoded(jwt[1])).members())
                .containsEntry("exp", JsonValue.parse(Long.toString(now.getEpochSecond() + 600)))
                .containsEntry("iss", JsonValue.of("A1@AdobeOrg"))
                .containsEntry("sub", JsonValue.of("T1@techacct.adobe.com"))
                .containsEntry("aud", JsonValue.of("https://ims-na1.adobelogin.com/c/my-client"))
                .containsEntry("https://ims-na1.adobelogin.com/s/ent_audience_sdk", JsonValue.of(true))
                .hasSize(5);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(RSA.getPublic());
        signature.update((jwt[0] + "." + jwt[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(jwt[2]))).isTrue();
        assertThat(sent.secrets()).contains("my-s3cret", form.get("jwt_token"));
        assertThat(credentials).hasToString("AdobeIms[service account]");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Test
    void aMissingKeyFileIsSaidSoBeforeAnythingIsSent(@TempDir Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdobeIms.serviceAccount("c", "s", "o", "t", folder.resolve("none.key")))
                .withMessageContaining("none.key does not exist");
    }

    @Test
    void aServiceAccountWithoutAMetascopeIsRefused(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(
                folder.resolve("private.key"),
                Keys.pem("PRIVATE KEY", RSA.getPrivate().getEncoded()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdobeIms.serviceAccount("c", "s", "o", "t", key))
                .withMessageContaining("metascope");
    }

    // ---- Audience Manager's own OAuth

    private static final String TOKENS = "{\"access_token\":\"t%1$d\",\"token_type\":\"bearer\","
            + "\"refresh_token\":\"r%1$d\",\"expires_in\":3600,\"scope\":\"read write\"}";

    @Test
    void nameAndPasswordTravelBesideTheClientsSecret() throws Exception {
        transport.answer(200, TOKENS.formatted(1));

        Request request = authorized(connect(DemdexLogin.password("testId", "testSecret", "me", "p&ss")));

        assertThat(request.headers().first("Authorization")).hasValue("Bearer t1");
        Request sent = transport.only();
        assertThat(sent.uri()).hasToString("https://api.demdex.com/oauth/token");
        assertThat(sent.headers().first("Authorization")).hasValue("Basic dGVzdElkOnRlc3RTZWNyZXQ=");
        assertThat(form(sent)).isEqualTo(Map.of("grant_type", "password", "username", "me", "password", "p&ss"));
    }

    @Test
    void theTokenOfTheDocumentationIsRead() throws Exception {
        AccessToken[] saved = new AccessToken[1];
        transport.answer(200, """
                {
                    "access_token": "28fed402-eafd-456c-9341-ac753f25bbbc",
                    "token_type": "bearer",
                    "refresh_token": "b27122c0-b0c7-4b39-a71b-1547a3b3b88e",
                    "expires_in": 21922,
                    "scope": "read write"
                }""");

        authorized(connect(
                DemdexLogin.password("testId", "testSecret", "me", "pass").withTokenStore(new TokenStore() {
                    @Override
                    public Optional<AccessToken> load(String name) {
                        return Optional.empty();
                    }

                    @Override
                    public void save(String name, AccessToken token) {
                        saved[0] = token;
                    }
                })));

        assertThat(saved[0].value()).isEqualTo("28fed402-eafd-456c-9341-ac753f25bbbc");
        assertThat(saved[0].refreshToken()).hasValue("b27122c0-b0c7-4b39-a71b-1547a3b3b88e");
        assertThat(saved[0].expiresAt()).hasValue(saved[0].obtainedAt().plusSeconds(21_922));
    }

    @Test
    void aRefreshTokenFetchesTheNextTokenAndIsReplacedByANewOne() throws Exception {
        transport
                .answer(200, TOKENS.formatted(1))
                .answer(200, TOKENS.formatted(2))
                .answer(200, "{\"access_token\":\"t3\"}")
                .answer(200, TOKENS.formatted(4));
        Authorizer authorizer = connect(DemdexLogin.password("testId", "testSecret", "me", "pass"));

        for (int i = 1; i <= 4; i++) {
            Request request = authorized(authorizer);
            assertThat(request.headers().first("Authorization")).hasValue("Bearer t" + i);
            assertThat(authorizer.rejected(request)).isTrue();
        }

        assertThat(transport.sent())
                .extracting(DeprecatedLoginsTest::refresh)
                .containsExactly("none", "r1", "r2", "r2");
    }

    @Test
    void aRefusedRefreshTokenLeadsBackToThePassword() throws Exception {
        transport
                .answer(200, TOKENS.formatted(1))
                .answer(400, "{\"error\":\"invalid_grant\"}")
                .answer(200, TOKENS.formatted(2));
        Authorizer authorizer = connect(DemdexLogin.password("testId", "testSecret", "me", "pass"));
        authorizer.rejected(authorized(authorizer));

        assertThat(authorized(authorizer).headers().first("Authorization")).hasValue("Bearer t2");
        assertThat(form(transport.sent().get(2))).containsEntry("grant_type", "password");
    }

    @Test
    void aCodeIsUsedOnce() throws Exception {
        URI back = URI.create("https://app.example.com/back?a=b");
        transport.answer(200, "{\"access_token\":\"t1\"}").answer(400, "{\"error\":\"invalid_grant\"}");
        Authorizer authorizer = connect(DemdexLogin.authorizationCode("testId", "testSecret", "c0de", back));

        Request request = authorized(authorizer);

        assertThat(form(transport.only()))
                .isEqualTo(Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "testId",
                        "client_secret", "testSecret",
                        "code", "c0de",
                        "redirect_uri", back.toString()));
        authorizer.rejected(request);
        assertThatThrownBy(() -> authorized(authorizer))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("has expired");
    }

    @Test
    void aRefreshTokenIsEnoughToStartWith() throws Exception {
        transport.answer(200, "{\"access_token\":\"t1\"}");

        authorized(connect(DemdexLogin.refreshToken("testId", "testSecret", "r0")));

        assertThat(form(transport.only())).isEqualTo(Map.of("grant_type", "refresh_token", "refresh_token", "r0"));
    }

    @Test
    void aUsersBrowserIsSentToTheLoginPage() {
        URI back = URI.create("https://app.example.com/back?a=b");

        assertThat(DemdexLogin.authorizeUri("my client", back))
                .hasToString("https://api.demdex.com/oauth/authorize?client_id=my+client&response_type=code"
                        + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback%3Fa%3Db");
        assertThat(DemdexLogin.implicitUri("c", back).toString()).contains("response_type=token");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api-beta.demdex.com/v1/, https://api-beta.demdex.com/oauth/token",
        "https://aam.adobe.io/v1/, https://api.demdex.com/oauth/token",
        "https://aam-beta.adobe.io/v1/, https://api-beta.demdex.com/oauth/token",
        "http://localhost:8080/v1/, http://localhost:8080/oauth/token",
    })
    void theTokenEndpointFollowsFromTheServicesHost(String base, String endpoint) throws Exception {
        transport.answer(200, TOKENS.formatted(1));

        authorized(connect(DemdexLogin.password("c", "s", "me", "pass"), base));

        assertThat(transport.only().uri()).hasToString(endpoint);
    }

    @Test
    void aLoginToBetaNamesItsTokenEndpoint() throws Exception {
        transport.answer(200, TOKENS.formatted(1));
        DemdexLogin login = DemdexLogin.password("c", "s", "me", "pass");

        authorized(connect(login.beta()));

        assertThat(transport.only().uri()).hasToString("https://api-beta.demdex.com/oauth/token");
        assertThat(login.beta().isBeta()).isTrue();
        assertThat(login.isBeta()).isFalse();
    }

    @Test
    void oneStoreKeepsTheTokensOfTwoUsersApart() throws Exception {
        Map<String, AccessToken> kept = new LinkedHashMap<>();
        TokenStore store = new TokenStore() {
            @Override
            public Optional<AccessToken> load(String name) {
                return Optional.ofNullable(kept.get(name));
            }

            @Override
            public void save(String name, AccessToken token) {
                kept.put(name, token);
            }
        };
        URI back = URI.create("https://app.example.com/back");
        transport
                .answer(200, TOKENS.formatted(1))
                .answer(200, TOKENS.formatted(2))
                .answer(200, TOKENS.formatted(3))
                .answer(200, TOKENS.formatted(4));

        for (DemdexLogin login : List.of(
                DemdexLogin.authorizationCode("c", "s", "c0de-of-ann", back),
                DemdexLogin.authorizationCode("c", "s", "c0de-of-bob", back),
                DemdexLogin.refreshToken("c", "s", "refresh-of-ann"),
                DemdexLogin.refreshToken("c", "s", "refresh-of-bob"))) {
            authorized(connect(login.withTokenStore(store)));
        }

        assertThat(kept.values()).extracting(AccessToken::value).containsExactly("t1", "t2", "t3", "t4");
        assertThat(kept.keySet()).noneMatch(name -> name.contains("-of-"));
    }

    @Test
    void aLifeThatNoClockCanCountIsAHundredYearsAtMost() throws Exception {
        for (String life : List.of("1e999999999", "-1e999999999", "1e-999999999", "9223372036854775807", "soon")) {
            transport.answer(200, "{\"access_token\":\"t\",\"expires_in\":\"" + life + "\"}");
            assertThat(authorized(connect(DemdexLogin.password("c", "s", "me", "pass")))
                            .headers()
                            .first("Authorization"))
                    .as(life)
                    .hasValue("Bearer t");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.example.com/token",
                "http://127.example.com/token",
                "http://localhost.example.com/token",
                "https://me:s3cret@example.com/token",
                "https://me:s3cret@host_name/token",
                "ftp://example.com/token",
                "/token",
            })
    void aTokenEndpointThatIsNotSafeIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemdexLogin.password("c", "s", "me", "pass").withTokenUri(URI.create(address)))
                .withMessageContaining("token endpoint")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void emptyFieldsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DemdexLogin.password("c", "s", "me", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> DemdexLogin.password("c", "", "me", "p"));
        assertThatIllegalArgumentException().isThrownBy(() -> DemdexLogin.refreshToken("c", "s", " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemdexLogin.password("c", "s", "me", "p").withRenewalMargin(Duration.ofSeconds(-1)));
    }
}
