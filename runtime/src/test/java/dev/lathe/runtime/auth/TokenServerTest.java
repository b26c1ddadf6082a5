package dev.lathe.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenRequest;
import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.Profile;
import dev.lathe.runtime.ScriptedTransport;
import dev.lathe.runtime.dataverse.DataverseProfile;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.JdkTransport;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.Transport;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a token server that is not ours. */
@Timeout(60)
class TokenServerTest {

    private final MockOAuth2Server server = new MockOAuth2Server();
    private final List<String> tokens = new ArrayList<>();

    /** Token requests go out, calls are answered here. */
    private final ScriptedTransport service = new ScriptedTransport().otherwise(request -> {
        tokens.add(request.headers().first("Authorization").orElse("none"));
        return ScriptedTransport.response(200, "{}");
    });

    private final Transport transport = request -> request.uri().getHost().equals("api.example.com")
                    || request.uri().getHost().endsWith("dynamics.com")
            ? service.send(request)
            : JdkTransport.shared().send(request);

    @BeforeEach
    void start() throws Exception {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.shutdown();
    }

    private URI tokenUri(String issuer) {
        return loopback(server.tokenEndpointUrl(issuer).uri());
    }

    // The server names itself by whatever the machine calls itself; only loopback goes without TLS.
    private static URI loopback(URI uri) {
        return URI.create("http://127.0.0.1:" + uri.getPort() + uri.getPath());
    }

    private ApiClient client(Credentials credentials) {
        return ApiClient.create(
                ClientConfig.builder(URI.create("https://api.example.com"))
                        .transport(transport)
                        .credentials(credentials)
                        .build(),
                Profile.NONE);
    }

    private OAuth oauth(String issuer) {
        return OAuth.clientCredentials(tokenUri(issuer), "my-client", "my-s3cret")
                .withScopes("read");
    }

    private void lives(String issuer, long seconds) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(issuer, "subject", "JWT", List.of("aud"), Map.of(), seconds));
    }

    private String claims(String authorization) {
        String jwt = authorization.substring("Bearer ".length());
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    @Test
    void oneTokenServesManyCalls() {
        lives("a", 3600);
        ApiClient client = client(oauth("a"));

        client.call("GET", "/x").send();
        client.call("GET", "/x").send();

        assertThat(tokens).hasSize(2).containsOnly(tokens.get(0));
        assertThat(claims(tokens.get(0))).contains("\"sub\":\"my-client\"");
    }

    @Test
    void aTokenIsRenewedWhenHalfOfItsShortLifeIsOver() throws Exception {
        lives("b", 2);
        lives("b", 3600);
        ApiClient client = client(oauth("b"));

        client.call("GET", "/x").send();
        TimeUnit.MILLISECONDS.sleep(1_200);
        client.call("GET", "/x").send();

        assertThat(tokens).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aRefusedTokenIsReplacedByAnother() {
        lives("c", 3600);
        lives("c", 3600);
        service.step(request -> {
            tokens.add(request.headers().first("Authorization").orElseThrow());
            return ScriptedTransport.response(401, "");
        });

        client(oauth("c")).call("GET", "/x").send();

        assertThat(tokens).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void anErrorOfTheServerIsTold() throws Exception {
        server.enqueueCallback(new DefaultOAuth2TokenCallback("d") {
            @Override
            public Map<String, Object> addClaims(TokenRequest tokenRequest) {
                throw new OAuth2Exception(new ErrorObject("invalid_scope", "no such scope: read", 400), "no");
            }
        });

        assertThatThrownBy(() -> client(oauth("d")).call("GET", "/x").send())
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_scope: No token was issued. no such scope: read")
                .hasMessageContaining("Check the scopes")
                .hasMessageNotContaining("my-s3cret");
        assertThat(tokens).isEmpty();
    }

    @Test
    void manyThreadsAtOnceCauseOneTokenRequest() throws Exception {
        ApiClient client = client(oauth("e"));
        ExecutorService threads = Executors.newFixedThreadPool(64);
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            calls.add(threads.submit(() -> client.call("GET", "/x").send()));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        threads.shutdown();

        assertThat(server.takeRequest(1, TimeUnit.SECONDS)).isNotNull();
        assertThatThrownBy(() -> server.takeRequest(100, TimeUnit.MILLISECONDS)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void entraIsAskedForTheEnvironmentOfTheClient() throws Exception {
        URI authority = loopback(server.baseUrl().uri());
        ApiClient client = ApiClient.create(
                ClientConfig.builder(URI.create("https://contoso.api.crm4.dynamics.com/api/data/v9.2"))
                        .transport(transport)
                        .credentials(EntraId.clientSecret("tenant", "my-client", "my-s3cret")
                                .withAuthority(authority))
                        .build(),
                DataverseProfile.INSTANCE);

        client.call("GET", "WhoAmI").send();

        RecordedRequest request = server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(request.getPath()).isEqualTo("/tenant/oauth2/v2.0/token");
        assertThat(URLDecoder.decode(request.getBody().readUtf8(), StandardCharsets.UTF_8))
                .isEqualTo("grant_type=client_credentials&client_id=my-client&client_secret=my-s3cret"
                        + "&scope=https://contoso.crm4.dynamics.com/.default");
        assertThat(tokens).hasSize(1).first().asString().startsWith("Bearer ey");
    }

    private ApiClient contoso(Credentials credentials) {
        return ApiClient.create(
                ClientConfig.builder(URI.create("https://contoso.crm4.dynamics.com"))
                        .transport(transport)
                        .credentials(credentials)
                        .build(),
                DataverseProfile.INSTANCE);
    }

    /** The server speaks the standard only: it takes the assertion apart as any other would. */
    @Test
    void anAssertionIsUnderstoodByTheServer(@TempDir Path folder) throws Exception {
        Path pkcs12 = Certificates.pkcs12(folder, "app", "RSA");
        URI authority = loopback(server.baseUrl().uri());

        contoso(EntraId.certificate(
                                "tenant", "app", ClientCertificate.pkcs12(pkcs12, Certificates.PASSWORD.toCharArray()))
                        .withAuthority(authority))
                .call("GET", "WhoAmI")
                .send();

        assertThat(tokens).hasSize(1).first().asString().startsWith("Bearer ey");
        assertThat(server.takeRequest(1, TimeUnit.SECONDS).getBody().readUtf8())
                .contains("client_assertion_type=", "client_assertion=ey");
    }

    @Test
    void aBrowsersCodeIsExchangedAndTheTokenRenewed() throws Exception {
        URI authority = loopback(server.baseUrl().uri());
        EntraLogin login = EntraLogin.start(
                        "tenant",
                        "app",
                        URI.create("http://localhost:8400/"),
                        URI.create("https://contoso.crm4.dynamics.com"))
                .withAuthority(authority);
        // this server is one of OpenID Connect, and wants its scope
        URI asked = URI.create(login.authorizeUri().toString().replace("scope=", "scope=openid+"));
        HttpResponse<Void> browser =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(asked).build(), BodyHandlers.discarding());
        service.step(request -> {
            tokens.add(request.headers().first("Authorization").orElseThrow());
            return ScriptedTransport.response(401, "");
        });

        contoso(login.finish(URI.create(browser.headers().firstValue("Location").orElseThrow())))
                .call("GET", "WhoAmI")
                .send();

        assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
        server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(server.takeRequest(1, TimeUnit.SECONDS).getBody().readUtf8())
                .contains("grant_type=authorization_code", "code_verifier=");
        assertThat(server.takeRequest(1, TimeUnit.SECONDS).getBody().readUtf8()).contains("grant_type=refresh_token");
    }

    @Test
    void adobesTokenTravelsWithItsTwoHeaders() throws Exception {
        Request[] sent = new Request[1];
        service.step(request -> {
            sent[0] = request;
            return Response.of(204, Headers.empty());
        });

        client(AdobeIms.serverToServer("my-client", "my-s3cret", "A1@AdobeOrg", "openid", "read")
                        .withTokenUri(tokenUri("ims")))
                .call("GET", "/x")
                .send();

        assertThat(sent[0].headers().first("x-api-key")).hasValue("my-client");
        assertThat(sent[0].headers().first("x-gw-ims-org-id")).hasValue("A1@AdobeOrg");
        assertThat(server.takeRequest(1, TimeUnit.SECONDS).getBody().readUtf8()).contains("scope=openid%2Cread");
    }
}
