package dev.lathe.runtime.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.http.JdkTransport;
import dev.lathe.runtime.http.Request;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthTest {

    private static WireMockServer server;
    private static final String SECRET = "s3cret/+ =&\"";

    @BeforeAll
    static void start() {
        server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void reset() {
        server.resetAll();
    }

    private static URI tokenUri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/token");
    }

    private static OAuth oauth() {
        return OAuth.clientCredentials(tokenUri(), "my-client", SECRET);
    }

    private static Request authorized(Credentials credentials) throws InterruptedException {
        return authorized(credentials, "https://org.example.com");
    }

    private static Request authorized(Credentials credentials, String service) throws InterruptedException {
        URI uri = URI.create(service);
        Request.Builder request = Request.builder("GET", uri);
        credentials
                .connect(new Credentials.Service(uri, uri, JdkTransport.shared()))
                .authorize(request);
        return request.build();
    }

    private static void issue(String token, String rest) {
        server.stubFor(post(anyUrl()).willReturn(okJson("{\"access_token\":\"" + token + "\"" + rest + "}")));
    }

    private static String form() {
        List<LoggedRequest> requests = server.findAll(postRequestedFor(anyUrl()));
        return requests.get(requests.size() - 1).getBodyAsString();
    }

    @Test
    void theFormCarriesTheGrantAndTheHeaderTheToken() throws Exception {
        issue("t1", ",\"token_type\":\"Bearer\",\"expires_in\":3599");

        Request request = authorized(oauth().withScopes("read", "write").withField("audience", "a b"));

        assertThat(request.headers().first("Authorization")).hasValue("Bearer t1");
        assertThat(request.secrets()).contains("t1");
        assertThat(URLDecoder.decode(form(), StandardCharsets.UTF_8))
                .isEqualTo("grant_type=client_credentials&client_id=my-client&client_secret=" + SECRET
                        + "&scope=read write&audience=a b");
        server.verify(postRequestedFor(urlEqualTo("/token"))
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                .withHeader("Accept", equalTo("application/json")));
    }

    @Test
    void theClientCanProveItselfInAHeader() throws Exception {
        issue("t1", "");

        authorized(OAuth.clientCredentials(tokenUri(), "my-client", "pass:word").withBasicAuthentication());

        assertThat(form()).isEqualTo("grant_type=client_credentials");
        server.verify(postRequestedFor(urlEqualTo("/token"))
                .withHeader("Authorization", equalTo("Basic bXktY2xpZW50OnBhc3MlM0F3b3Jk")));
    }

    @Test
    void aHeaderCanGoAlongWithAnyCredentials() throws Exception {
        issue("t1", "");

        assertThat(authorized(oauth().withHeader("x-api-key", "k")).headers().first("x-api-key"))
                .hasValue("k");
        Request request = authorized(Credentials.bearer("t2").withHeader("x-api-key", "k"));
        assertThat(request.headers().first("x-api-key")).hasValue("k");
        assertThat(request.headers().first("Authorization")).hasValue("Bearer t2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.bearer("t2").withHeader("x-api-key", "a\r\nb"));
    }

    @Test
    void clientsOfOneCredentialsObjectShareItsToken() throws Exception {
        issue("t1", ",\"expires_in\":3600");
        OAuth oauth = oauth();

        authorized(oauth);
        authorized(oauth);

        server.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void oneStoreKeepsTokensForTwoAudiencesApart() throws Exception {
        issue("t1", ",\"expires_in\":3600");
        Map<String, AccessToken> kept = new LinkedHashMap<>();
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

        authorized(oauth().withField("audience", "orders").withTokenStore(store));
        authorized(oauth().withField("audience", "invoices").withTokenStore(store));
        authorized(oauth().withField("audience", "orders").withTokenStore(store));

        server.verify(2, postRequestedFor(anyUrl()));
        assertThat(kept.keySet()).hasSize(2).noneMatch(key -> key.contains("orders"));
    }

    @Test
    void adobeGetsScopesWithCommasAndItsTwoHeaders() throws Exception {
        issue("t1", ",\"token_type\":\"bearer\",\"expires_in\":86399");

        Request request = authorized(AdobeIms.serverToServer("my-client", "secret", "A1@AdobeOrg", "openid", "AdobeID")
                .withTokenUri(tokenUri()));

        assertThat(form())
                .isEqualTo("grant_type=client_credentials&client_id=my-client&client_secret=secret"
                        + "&scope=openid%2CAdobeID");
        assertThat(request.headers().first("x-api-key")).hasValue("my-client");
        assertThat(request.headers().first("x-gw-ims-org-id")).hasValue("A1@AdobeOrg");
    }

    @Test
    void entraDerivesTheScopeFromTheService() throws Exception {
        issue("t1", ",\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599");
        URI authority = URI.create("http://127.0.0.1:" + server.port() + "/");
        EntraId entra = EntraId.clientSecret("contoso.onmicrosoft.com", "my-client", "secret")
                .withAuthority(authority);

        authorized(entra, "https://org.crm4.dynamics.com");

        server.verify(postRequestedFor(urlEqualTo("/contoso.onmicrosoft.com/oauth2/v2.0/token")));
        assertThat(form()).endsWith("&scope=https%3A%2F%2Forg.crm4.dynamics.com%2F.default");

        authorized(entra, "https://other.crm4.dynamics.com");
        assertThat(form()).endsWith("&scope=https%3A%2F%2Fother.crm4.dynamics.com%2F.default");
        authorized(entra, "https://org.crm4.dynamics.com");
        server.verify(2, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':'invalid_client','error_description':'Bad secret: s3cret%2F%2B+%3D%26%22'} |"
                        + " No token was issued. Bad secret: *** | the secret may have expired",
                "400 | {'error':'invalid_scope'} | No token was issued | Check the scopes",
                "200 | {'error':'access_denied','error_description':'no'} | No token was issued. no | ''",
                "200 | {'token_type':'bearer'} | no access_token in it | ''",
                "200 | <html>s3cret</html> | is not JSON | ''",
                "200 | {'access_token':'a b'} | cannot be sent in a header | ''",
                "200 | {'access_token':'ab','token_type':'mac'} | is no bearer token | ''",
                "403 | | 403 Forbidden. No token was issued | ''",
            })
    void aRefusalSaysWhyWithoutASecret(int status, String body, String message, String hint) {
        server.stubFor(post(anyUrl())
                .willReturn(aResponse().withStatus(status).withBody(body == null ? "" : body.replace('\'', '"'))));

        assertThatThrownBy(() -> authorized(oauth()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("POST http://127.0.0.1:" + server.port() + "/token: ")
                .hasMessageContaining(message)
                .hasMessageContaining(hint)
                .hasMessageNotContaining("s3cret");
        server.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void anOverloadedEndpointIsAskedAgain() throws Exception {
        server.stubFor(any(anyUrl())
                .inScenario("s")
                .willSetStateTo("b")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "0")));
        server.stubFor(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs("b")
                .willSetStateTo("c")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        server.stubFor(
                any(anyUrl()).inScenario("s").whenScenarioStateIs("c").willReturn(okJson("{\"access_token\":\"t1\"}")));

        assertThat(authorized(oauth()).headers().first("Authorization")).hasValue("Bearer t1");
    }

    @Test
    void anEndpointThatIsNotThereIsAnAuthenticationFailure() {
        assertThatThrownBy(() -> authorized(
                        OAuth.clientCredentials(URI.create("http://127.0.0.1:1/token"), "my-client", SECRET)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("The token endpoint did not answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\r\n"})
    void emptyOrBrokenSecretsAreRefusedBeforeAnythingIsSent(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.clientCredentials(tokenUri(), "my-client", secret))
                .withMessageContaining("The client secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdobeIms.serverToServer("my-client", secret, "org"))
                .withMessageContaining("The client secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdobeIms.serverToServer("my-client", "secret", secret))
                .withMessageContaining("The organization id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntraId.clientSecret("tenant", "my-client", secret))
                .withMessageContaining("The client secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntraId.clientSecret(secret, "my-client", "secret"))
                .withMessageContaining("The tenant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.bearer(secret))
                .withMessageContaining("The bearer token");
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.basic(secret, secret));
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.apiKey("X-Key", secret));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdobeIms.serverToServer("my-client", "secret", "org", "a", secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login.example.com/token", "http://login.example.com/token", "ftp://x/y", "https:///token"})
    void aTokenEndpointIsReachedInPrivate(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth.clientCredentials(URI.create(uri), "my-client", "secret"))
                .withMessageContaining("The token endpoint");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntraId.clientSecret("t", "c", "s").withAuthority(URI.create(uri)));
    }

    @Test
    void aTenantThatWouldLeadElsewhereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EntraId.clientSecret("../evil", "c", "s"));
        assertThatIllegalArgumentException().isThrownBy(() -> EntraId.clientSecret("a?b", "c", "s"));
    }

    @Test
    void aTokenWithBlanksIsRefusedWithoutBeingQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.bearer("Bearer s3cret"))
                .withMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "3599, PT59M59S", "-5, PT0S", "9223372036854775807, PT876000H"})
    void lifetimesInSeconds(long count, String life) {
        assertThat(LifetimeUnit.SECONDS.of(BigDecimal.valueOf(count))).isEqualTo(Duration.parse(life));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "86399998, PT23H59M59.998S", "-5, PT0S", "9223372036854775807, PT876000H"})
    void lifetimesInMilliseconds(long count, String life) {
        assertThat(LifetimeUnit.MILLISECONDS.of(BigDecimal.valueOf(count))).isEqualTo(Duration.parse(life));
    }
}
