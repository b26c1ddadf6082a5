package dev.lathe.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lathe.runtime.ScriptedTransport;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.http.Request;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to log in to Microsoft Entra ID, as it looks on the wire. */
class EntraIdTest {

    private static final URI ORG = URI.create("https://contoso.crm4.dynamics.com");
    private static final String TENANT = "72f988bf-0000-4000-8000-2d7cd011db47";
    private static final String AT_MICROSOFT = "https://login.microsoftonline.com/" + TENANT + "/oauth2/v2.0/";

    @TempDir
    private static Path folder;

    private static Path pkcs12;

    private final ScriptedTransport server = new ScriptedTransport();
    private Instant now = Instant.parse("2024-05-01T00:00:00Z");
    private final List<Duration> pauses = new ArrayList<>();
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final TokenSettings settings = TokenSettings.STANDARD
            .withClock(clock)
            .withSleeper(time -> {
                pauses.add(time);
                now = now.plus(time);
            });

    @BeforeAll
    static void makeCertificate() {
        pkcs12 = Certificates.pkcs12(folder, "lathe", "RSA");
    }

    private Authorizer connect(EntraId entra) {
        return entra.with(settings).connect(new Credentials.Service(URI.create(ORG + "/api/data/v9.2/"), ORG, server));
    }

    private static String bearer(Authorizer authorizer) throws InterruptedException {
        Request.Builder request = Request.builder("GET", ORG);
        authorizer.authorize(request);
        return request.build().headers().first("Authorization").orElseThrow();
    }

    private EntraIdTest issues(String token, String refresh) {
        server.answer(
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"" + token + "\""
                        + (refresh.isEmpty() ? "" : ",\"refresh_token\":\"" + refresh + "\"") + "}");
        return this;
    }

    private EntraIdTest refuses(String error) {
        server.answer(400, "{\"error\":\"" + error + "\",\"error_description\":\"AADSTS\",\"error_codes\":[7]}");
        return this;
    }

    private Request sent(int index) {
        return server.sent().get(index);
    }

    private Map<String, String> form(int index) {
        Map<String, String> form = new HashMap<>();
        try {
            String text = new String(sent(index).body().open().readAllBytes(), StandardCharsets.UTF_8);
            for (String field : text.split("&", -1)) {
                String[] parts = field.split("=", 2);
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return form;
    }

    private static String sha(String hash, byte[] bytes) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance(hash).digest(bytes));
    }

    @Test
    void aCertificateSignsAnAssertionForTheTokenEndpoint() throws Exception {
        ClientCertificate certificate = ClientCertificate.pkcs12(pkcs12, Certificates.PASSWORD.toCharArray());
        X509Certificate x509 = Certificates.certificate(pkcs12);
        issues("t1", "");

        assertThat(bearer(connect(EntraId.certificate(TENANT, "app", certificate))))
                .isEqualTo("Bearer t1");

        assertThat(sent(0).uri()).hasToString(AT_MICROSOFT + "token");
        Map<String, String> form = form(0);
        assertThat(form)
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("client_id", "app")
                .containsEntry("scope", ORG + "/.default")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .doesNotContainKey("client_secret");
        SignedJWT jwt = SignedJWT.parse(form.get("client_assertion"));
        assertThat(jwt.verify(new RSASSAVerifier((RSAPublicKey) x509.getPublicKey())))
                .isTrue();
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("PS256");
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("JWT");
        assertThat(jwt.getHeader().getX509CertSHA256Thumbprint()).hasToString(sha("SHA-256", x509.getEncoded()));
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("app").isEqualTo(claims.getSubject());
        assertThat(claims.getAudience()).containsExactly(AT_MICROSOFT + "token");
        assertThat(claims.getExpirationTime()).isEqualTo(now.plusSeconds(600));
        assertThat(claims.getNotBeforeTime()).isEqualTo(now.minusSeconds(60));
        assertThat(claims.getJWTID()).isNotEmpty();
    }

    @Test
    void anAuthorityOfOldGetsRs256AndTheShortThumbprint() throws Exception {
        issues("t1", "");
        ClientCertificate certificate = ClientCertificate.of(Certificates.certificate(pkcs12), Certificates.key(pkcs12))
                .withRs256();

        bearer(connect(EntraId.certificate(TENANT, "app", certificate)));

        SignedJWT jwt = SignedJWT.parse(form(0).get("client_assertion"));
        assertThat(jwt.verify(new RSASSAVerifier(
                        (RSAPublicKey) Certificates.certificate(pkcs12).getPublicKey())))
                .isTrue();
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(jwt.getHeader().toJSONObject())
                .containsEntry(
                        "x5t", sha("SHA-1", Certificates.certificate(pkcs12).getEncoded()));
    }

    @Test
    void eachAssertionIsUsedOnce() throws Exception {
        issues("t1", "").issues("t2", "");
        Authorizer authorizer = connect(EntraId.certificate(
                TENANT, "app", ClientCertificate.pkcs12(pkcs12, Certificates.PASSWORD.toCharArray())));

        bearer(authorizer);
        now = now.plusSeconds(3600);
        assertThat(bearer(authorizer)).isEqualTo("Bearer t2");

        assertThat(form(0).get("client_assertion")).isNotEqualTo(form(1).get("client_assertion"));
    }

    @Test
    void certificatesAreReadFromPemInOneFileOrTwo() throws Exception {
        String[] blocks = Certificates.pem(pkcs12).split("(?=Bag Attributes)");
        Path both = Files.writeString(folder.resolve("both.pem"), blocks[1] + blocks[0]);
        Path certificate = Files.writeString(folder.resolve("certificate.pem"), blocks[0]);
        Path key = Files.writeString(folder.resolve("key.pem"), blocks[1]);

        assertThat(ClientCertificate.pem(both)).hasToString("ClientCertificate[CN=lathe]");
        assertThat(ClientCertificate.pem(certificate, key)).hasToString("ClientCertificate[CN=lathe]");

        Path other = Certificates.pkcs12(folder, "other", "RSA");
        Path elliptic = Certificates.pkcs12(folder, "elliptic", "EC");
        Path otherKey = Files.writeString(
                folder.resolve("other.pem"), Certificates.pem(other).split("(?=Bag Attributes)")[1]);
        assertRefused(() -> ClientCertificate.pem(certificate, otherKey), "holds no certificate of that private key");
        assertRefused(() -> ClientCertificate.pem(key), "holds no certificate");
        assertRefused(() -> ClientCertificate.pem(certificate), "holds a CERTIFICATE, not a private RSA key");
        assertRefused(() -> ClientCertificate.pkcs12(pkcs12, "wrong".toCharArray()), "the password is wrong");
        assertRefused(() -> ClientCertificate.pkcs12(key, "x".toCharArray()), "it is no PKCS#12 file");
        assertRefused(() -> ClientCertificate.pkcs12(folder.resolve("none"), new char[0]), "does not exist");
        assertRefused(() -> ClientCertificate.pkcs12(elliptic, Certificates.PASSWORD.toCharArray()), "that is not RSA");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    private EntraIdTest challenges(String uri) {
        server.answer(401, "", "WWW-Authenticate", "Bearer authorization_uri=" + uri + ", resource_id=" + ORG + "/");
        return this;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.microsoftonline.com/" + TENANT + "/oauth2/authorize",
                "https://login.microsoftonline.us/" + TENANT + "/oauth2/authorize",
                "\"https://login.chinacloudapi.cn/" + TENANT + "/oauth2/v2.0/authorize\"",
            })
    void theServiceIsAskedForItsTenantOnce(String challenge) throws Exception {
        challenges(challenge).issues("t1", "").issues("t2", "");
        Authorizer authorizer = connect(EntraId.clientSecret("app", "s3cret"));

        assertThat(bearer(authorizer)).isEqualTo("Bearer t1");
        now = now.plusSeconds(3600);
        assertThat(bearer(authorizer)).isEqualTo("Bearer t2");

        assertThat(sent(0).uri()).hasToString(ORG + "/api/data/v9.2/");
        assertThat(sent(0).headers().first("Authorization")).isEmpty();
        assertThat(sent(1).uri())
                .hasToString(challenge.replace("\"", "").replaceAll("/oauth2/.*", "/oauth2/v2.0/token"));
        assertThat(form(1)).containsEntry("scope", ORG + "/.default").containsEntry("client_secret", "s3cret");
        assertThat(server.sent()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/t/oauth2/authorize",
                "https://login.microsoftonline.com.evil.example/t/oauth2/authorize",
                "https://login.microsoftonline.com@evil.example/t/oauth2/authorize",
                "https://login.microsoftonline.com:8443/t/oauth2/authorize",
                "http://login.microsoftonline.com/t/oauth2/authorize",
                "https://login.microsoftonline.com/../t/oauth2/authorize",
                "https://login.microsoftonline.com/..;/oauth2/authorize",
                "https://login.microsoftonline.com/a?b/oauth2/authorize",
                "https://login.microsoftonline.com/t%0d/oauth2/authorize",
                "https://login.microsoftonline.com/t/oauth2/authorize/evil",
                "evil",
            })
    void anAuthorityThatIsNotKnownGetsNoSecret(String uri) {
        challenges(uri);

        assertThatThrownBy(() -> bearer(connect(EntraId.clientSecret("app", "s3cret"))))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("names an authority that is not trusted")
                .hasMessageContaining("Give the tenant");

        assertThat(server.only().body()).isNull();
    }

    @Test
    void anAuthorityOfMicrosoftsNamesNoTenant() {
        EntraId entra = EntraId.clientSecret("t", "app", "s3cret");

        assertThatThrownBy(() -> entra.withAuthority(URI.create(EntraId.PUBLIC_CLOUD + "/contoso.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names a tenant")
                .hasMessageContaining("beside the client id");
        assertThat(entra.withAuthority(URI.create(EntraId.PUBLIC_CLOUD + "/"))).isNotNull();
        assertThat(entra.withAuthority(URI.create("https://login.example.com/adfs")))
                .isNotNull();
    }

    @Test
    void withAnAuthorityOfItsOwnOnlyThatOneIsTrusted() throws Exception {
        EntraId entra = EntraId.clientSecret("app", "s3cret").withAuthority(EntraId.CHINA);
        challenges("https://login.microsoftonline.com/t/oauth2/authorize");
        assertThatThrownBy(() -> bearer(connect(entra))).hasMessageContaining("not trusted");

        challenges(EntraId.CHINA + "/t/oauth2/authorize").issues("t1", "");
        assertThat(bearer(connect(entra))).isEqualTo("Bearer t1");
        assertThat(sent(2).uri()).hasToString(EntraId.CHINA + "/t/oauth2/v2.0/token");
    }

    @Test
    void aServiceThatDoesNotSayItsTenantIsToldApart() {
        server.answer(200, "{}");
        assertThatThrownBy(() -> bearer(connect(EntraId.clientSecret("app", "s3cret"))))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("does not say which tenant");
        server.answer(401, "");
        assertThatThrownBy(() -> bearer(connect(EntraId.clientSecret("app", "s3cret"))))
                .hasMessageContaining("does not say which tenant");
    }

    private EntraIdTest givesDeviceCode(String rest) {
        server.answer(
                200,
                "{\"device_code\":\"dev1ce-s3cret\",\"user_code\":\"ABCD-EFGH\",\"message\":\"Go there.\","
                        + "\"verification_uri\":\"https://microsoft.com/devicelogin\"" + rest + "}");
        return this;
    }

    @Test
    void aDeviceCodeIsShownAndAskedForAtTheServersPace() throws Exception {
        List<DeviceCode> shown = new ArrayList<>();
        givesDeviceCode(",\"expires_in\":900,\"interval\":3")
                .refuses("authorization_pending")
                .refuses("slow_down");
        server.fail(new SocketException("broke"));
        refuses("authorization_pending").issues("t1", "r1");

        assertThat(bearer(connect(EntraId.deviceCode(TENANT, "app", shown::add))))
                .isEqualTo("Bearer t1");

        assertThat(shown)
                .containsExactly(new DeviceCode(
                        URI.create("https://microsoft.com/devicelogin"),
                        "ABCD-EFGH",
                        "Go there.",
                        Duration.ofSeconds(900)));
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(3L, 3L, 8L, 16L, 16L);
        assertThat(sent(0).uri()).hasToString(AT_MICROSOFT + "devicecode");
        assertThat(form(0))
                .containsOnly(Map.entry("client_id", "app"), Map.entry("scope", ORG + "/.default offline_access"));
        assertThat(form(5))
                .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:device_code")
                .containsEntry("device_code", "dev1ce-s3cret")
                .containsEntry("client_id", "app");
        assertThat(sent(5).secrets()).contains("dev1ce-s3cret");
    }

    @Test
    void aDeviceLoginIsRenewedSilentlyAndAskedForAgainWhenThatIsRefused() throws Exception {
        List<DeviceCode> shown = new ArrayList<>();
        Authorizer authorizer = connect(EntraId.deviceCode(TENANT, "app", shown::add));
        givesDeviceCode("").issues("t1", "r1");
        bearer(authorizer);
        now = now.plusSeconds(3600);
        issues("t2", "");
        assertThat(bearer(authorizer)).isEqualTo("Bearer t2");
        assertThat(form(2)).containsEntry("grant_type", "refresh_token").containsEntry("refresh_token", "r1");
        assertThat(shown).hasSize(1);

        now = now.plusSeconds(3600);
        refuses("invalid_grant").givesDeviceCode("").issues("t3", "r3");
        assertThat(bearer(authorizer)).isEqualTo("Bearer t3");
        assertThat(form(3)).as("the old one stays in force").containsEntry("refresh_token", "r1");
        assertThat(shown).hasSize(2);
    }

    @Test
    void aUserWhoDeclinesOrDoesNotComeEndsTheLogin() {
        EntraId entra = EntraId.deviceCode(TENANT, "app", code -> {});
        givesDeviceCode("").refuses("authorization_declined");
        assertThatThrownBy(() -> bearer(connect(entra)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("authorization_declined")
                .hasMessageNotContaining("s3cret");

        givesDeviceCode(",\"expires_in\":12").refuses("authorization_pending").refuses("authorization_pending");
        assertThatThrownBy(() -> bearer(connect(entra)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("did not log in within PT12S");

        server.answer(200, "{\"device_code\":\"c\",\"user_code\":\"u\",\"verification_uri\":\"javascript:x\"}");
        assertThatThrownBy(() -> bearer(connect(entra))).hasMessageContaining("does not say where the user goes to");
        server.answer(200, "{}");
        assertThatThrownBy(() -> bearer(connect(entra))).hasMessageContaining("no device code in it");
    }

    private static final URI REDIRECT = URI.create("http://localhost:8400/back?from=entra");

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String part : uri.getRawQuery().split("&", -1)) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Test
    void aBrowsersCodeIsExchangedWithTheProofKey() throws Exception {
        EntraLogin login = EntraLogin.start("organizations", "app", REDIRECT, ORG);
        Map<String, String> asked = query(login.authorizeUri());
        assertThat(login.authorizeUri().toString())
                .startsWith("https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?");
        assertThat(asked)
                .containsEntry("client_id", "app")
                .containsEntry("response_type", "code")
                .containsEntry("response_mode", "query")
                .containsEntry("redirect_uri", REDIRECT.toString())
                .containsEntry("scope", ORG + "/.default offline_access")
                .containsEntry("code_challenge_method", "S256");

        EntraId entra = login.finish(URI.create(REDIRECT + "&code=c0de%2Bs3cret&state=" + asked.get("state")));
        issues("t1", "r1").issues("t2", "r2");
        Authorizer authorizer = connect(entra);
        assertThat(bearer(authorizer)).isEqualTo("Bearer t1");
        now = now.plusSeconds(3600);
        assertThat(bearer(authorizer)).isEqualTo("Bearer t2");

        assertThat(form(0))
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "c0de+s3cret")
                .containsEntry("redirect_uri", REDIRECT.toString());
        assertThat(form(0).get("code_verifier")).hasSize(43);
        assertThat(sha("SHA-256", form(0).get("code_verifier").getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(asked.get("code_challenge"));
        assertThat(form(1)).containsEntry("grant_type", "refresh_token").containsEntry("refresh_token", "r1");
    }

    @Test
    void anApplicationOnAServerAddsItsSecret() throws Exception {
        EntraLogin login = EntraLogin.start(TENANT, "app", REDIRECT, ORG).withAuthority(EntraId.US_GOVERNMENT);
        issues("t1", "");

        bearer(connect(login.finish(URI.create(REDIRECT + "&code=c&state="
                        + query(login.authorizeUri()).get("state")))
                .withClientSecret("s3cret")));

        assertThat(sent(0).uri().getHost()).isEqualTo("login.microsoftonline.us");
        assertThat(form(0)).containsEntry("client_secret", "s3cret").containsEntry("code", "c");
    }

    @Test
    void anAnswerToAnotherLoginIsRefused() {
        EntraLogin login = EntraLogin.start(TENANT, "app", REDIRECT, ORG);
        String state = query(login.authorizeUri()).get("state");

        assertThat(query(EntraLogin.start(TENANT, "app", REDIRECT, ORG).authorizeUri())
                        .get("state"))
                .isNotEqualTo(state);
        assertFails(login, "?code=c&state=other", "another login's state");
        assertFails(login, "?code=c", "another login's state");
        assertFails(login, "?error=access_denied", "another login's state");
        assertFails(login, "", "another login's state");
        assertFails(
                login, "?error=access_denied&error_description=not+today&state=" + state, "access_denied. not today");
        assertFails(login, "?state=" + state, "without a code");
        assertFails(login, "?code=&state=" + state, "without a code");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntraLogin.start(TENANT, "app", URI.create("http://example.com/back"), ORG));
    }

    private static void assertFails(EntraLogin login, String query, String message) {
        assertThatThrownBy(() -> login.finish(URI.create("http://localhost:8400/back" + query)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRefreshTokenIsReplacedByNewerOnes() throws Exception {
        issues("t1", "r1").issues("t2", "");
        Authorizer authorizer = connect(EntraId.refreshToken(TENANT, "app", "r0"));

        bearer(authorizer);
        now = now.plusSeconds(3600);
        bearer(authorizer);

        assertThat(form(0))
                .containsEntry("refresh_token", "r0")
                .containsEntry("scope", ORG + "/.default offline_access");
        assertThat(form(1)).containsEntry("refresh_token", "r1");
    }

    @Test
    void tokensOfUsersAreNotTakenForTheApplications() throws Exception {
        Map<String, AccessToken> kept = new HashMap<>();
        TokenStore store = new TokenStore() {
            @Override
            public Optional<AccessToken> load(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void save(String key, AccessToken token) {
                kept.put(key, token);
            }
        };
        issues("users", "r1").issues("apps", "");

        bearer(connect(EntraId.refreshToken(TENANT, "app", "r0"), store));
        assertThat(bearer(connect(EntraId.clientSecret(TENANT, "app", "s3cret"), store)))
                .isEqualTo("Bearer apps");
        assertThat(bearer(connect(EntraId.refreshToken(TENANT, "app", "r0"), store)))
                .isEqualTo("Bearer users");
        assertThat(kept.keySet()).hasSize(2).noneMatch(key -> key.contains("s3cret"));
    }

    private Authorizer connect(EntraId entra, TokenStore store) {
        return entra.with(settings.withStore(store))
                .connect(new Credentials.Service(URI.create(ORG + "/api/data/v9.2/"), ORG, server));
    }
}
