package dev.lathe.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2024-05-01T00:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        Clock clock = new Clock() {
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
                return now.get();
            }
        };
        sandbox = Sandbox.start(SandboxOptions.defaults().clock(clock).tokenLife(Duration.ofSeconds(90)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private record Granted(int status, JsonNode json, HttpResponse<String> response) {}

    private Granted post(URI uri, String form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Granted(response.statusCode(), JSON.readTree(response.body()), response);
    }

    private String entraForm() {
        return "grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret&scope="
                + sandbox.dataverseScope();
    }

    private int status(URI uri, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    @Test
    void clientCredentialsOpenDataverseUntilTheTokenExpires() throws Exception {
        Granted granted = post(sandbox.dataverseTokenUri(), entraForm());

        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(granted.json().path("expires_in").asInt()).isEqualTo(90);
        String bearer = "Bearer " + granted.json().path("access_token").asString();
        assertThat(status(sandbox.dataverseApiUri().resolve("accounts"), "Authorization", bearer))
                .isEqualTo(200);
        now.updateAndGet(instant -> instant.plusSeconds(91));
        assertThat(status(sandbox.dataverseApiUri().resolve("accounts"), "Authorization", bearer))
                .isEqualTo(401);
    }

    @Test
    void wrongSecretsScopesAndGrantsAreRefused() throws Exception {
        URI uri = sandbox.dataverseTokenUri();

        assertThat(post(uri, entraForm().replace("sandbox-secret", "guess")).status())
                .isEqualTo(401);
        assertThat(post(uri, entraForm().replace("/.default", "//.default"))
                        .json()
                        .path("error")
                        .asString())
                .isEqualTo("invalid_scope");
        assertThat(post(uri, "grant_type=password").json().path("error").asString())
                .isEqualTo("unsupported_grant_type");
        assertThat(sandbox.dataverseTokens().issued()).isZero();
    }

    @Test
    void dataverseNamesItsAuthorityInThe401() throws Exception {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(sandbox.dataverseApiUri()).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer authorization_uri=" + sandbox.entraUri() + "/" + Sandbox.TENANT
                        + "/oauth2/authorize, resource_id=" + sandbox.dataverseUri() + "/");
        assertThat(JSON.readTree(response.body()).path("error").path("message").asString())
                .isNotBlank();
    }

    @Test
    void adobesTokenNeedsTheApiKeyBesideIt() throws Exception {
        Granted granted = post(
                sandbox.adobeTokenUri(),
                "grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret&scope=a,b");

        assertThat(granted.json().path("token_type").asString()).isEqualTo("bearer");
        String bearer = "Bearer " + granted.json().path("access_token").asString();
        URI uri = URI.create(sandbox.audienceManagerApiUri() + "/users/self");
        assertThat(status(uri, "Authorization", bearer)).isEqualTo(403);
        assertThat(status(uri, "Authorization", bearer, "x-api-key", Sandbox.CLIENT_ID))
                .isEqualTo(200);
    }

    @Test
    void theAssertionOfAServiceAccountIsCheckedButForItsSignature() throws Exception {
        String claims =
                "{'exp': 4102444800, 'iss': 'org', 'sub': 'account', 'aud': 'https://ims.example/c/sandbox-client', 'https://ims.example/s/sdk': true}";

        Granted granted = exchange("RS256", claims);
        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.json().path("expires_in").asLong())
                .isEqualTo(sandbox.audienceManagerTokens().life().toMillis());
        assertThat(exchange("HS256", claims).status()).isEqualTo(400);
        assertThat(exchange("RS256", claims.replace("4102444800", "1")).status())
                .isEqualTo(400);
        assertThat(exchange("RS256", claims.replace("/c/sandbox", "/c/other")).status())
                .isEqualTo(400);
        assertThat(exchange("RS256", claims.replace("/s/", "/t/")).status()).isEqualTo(400);
    }

    private Granted exchange(String algorithm, String claims) throws Exception {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String jwt = base64.encodeToString(("{\"alg\":\"" + algorithm + "\"}").getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(Client.json(claims).getBytes(StandardCharsets.UTF_8)) + ".c2ln";
        return post(
                sandbox.adobeExchangeUri(), "client_id=sandbox-client&client_secret=sandbox-secret&jwt_token=" + jwt);
    }

    @Test
    void legacyTokensComeForAPasswordAndForARefreshToken() throws Exception {
        String basic = "Basic "
                + Base64.getEncoder().encodeToString("sandbox-client:sandbox-secret".getBytes(StandardCharsets.UTF_8));
        Granted granted = post(
                sandbox.legacyTokenUri(),
                "grant_type=password&username=sandbox-user&password=sandbox-password",
                "Authorization",
                basic);

        assertThat(granted.json().path("scope").asString()).isEqualTo("read write");
        String refresh = granted.json().path("refresh_token").asString();
        Granted again = post(
                sandbox.legacyTokenUri(), "grant_type=refresh_token&refresh_token=" + refresh, "Authorization", basic);
        assertThat(again.json().path("access_token").asString())
                .hasSize(36)
                .isNotEqualTo(granted.json().path("access_token").asString());
        assertThat(post(
                                sandbox.legacyTokenUri(),
                                "grant_type=password&username=sandbox-user&password=no",
                                "Authorization",
                                basic)
                        .status())
                .isEqualTo(400);
        assertThat(post(sandbox.legacyTokenUri(), "grant_type=password").status())
                .isEqualTo(401);
    }

    @Test
    void audienceManagerRepeatsAnExpiredTokenInTheHeader() {
        Client api = Client.ofAudienceManager(sandbox);
        assertThat(api.get("users/self").status()).isEqualTo(200);

        sandbox.audienceManagerTokens().expireAll();

        Reply reply = api.get("users/self");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate"))
                .startsWith(
                        "Bearer realm=\"oauth\", error=\"invalid_token\", error_description=\"Access token expired: ");
    }
}
