package dev.lathe.runtime;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.RateLimitException;
import dev.lathe.runtime.error.ServerException;
import dev.lathe.runtime.error.TransportException;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.json.Scalars;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole client against a server that misbehaves. */
@Timeout(60)
class FaultsTest {

    private static WireMockServer server;

    private final ApiClient client = ApiClient.create(
            ClientConfig.builder(URI.create("http://127.0.0.1:" + server.port() + "/v1"))
                    .credentials(Credentials.bearer("token"))
                    .requestTimeout(Duration.ofSeconds(1))
                    .retry(RetryPolicy.standard().attempts(3).waits(Duration.ofMillis(1), Duration.ofMillis(2)))
                    .build(),
            Profile.NONE);

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

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionIsTriedAgainWhereThatIsHarmlessAndThenTold(Fault fault) {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertThatThrownBy(() -> client.call("GET", "/x").send()).isInstanceOf(TransportException.class);
        int reads = server.findAll(anyRequestedFor(anyUrl())).size();
        server.resetRequests();
        assertThatThrownBy(() -> client.call("POST", "/x").json(1).send()).isInstanceOf(TransportException.class);

        assertThat(reads).isGreaterThanOrEqualTo(3);
        assertThat(server.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
    }

    @Test
    void aConnectionThatBreaksOnceIsNotNoticed() {
        server.stubFor(any(anyUrl())
                .inScenario("once")
                .willSetStateTo("well")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        server.stubFor(
                any(anyUrl()).inScenario("once").whenScenarioStateIs("well").willReturn(okJson("\"done\"")));

        assertThat(client.call("GET", "/x").read(Scalars.STRING)).isEqualTo("done");
    }

    @Test
    void aServerThatTakesTooLongEndsTheCall() {
        server.stubFor(any(anyUrl()).willReturn(okJson("1").withFixedDelay(5_000)));
        long start = System.nanoTime();

        assertThatThrownBy(() -> client.call("GET", "/x").send())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("within 1 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aServerThatDripsItsAnswerEndsTheCall() {
        server.stubFor(
                any(anyUrl()).willReturn(okJson("\"" + "x".repeat(1_000) + "\"").withChunkedDribbleDelay(50, 10_000)));

        assertThatThrownBy(() -> client.call("GET", "/x").read(Scalars.STRING))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("within 1 s");
    }

    @Test
    void anAnswerThatBreaksOffInTheMiddleOfItsJsonIsTold() {
        server.stubFor(any(anyUrl()).willReturn(okJson("{\"value\":[{\"name\":\"a")));

        assertThatThrownBy(() -> client.call("GET", "/x").read(Scalars.ANY))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("GET /x: 200")
                .hasMessageContaining("ends too early");
    }

    @Test
    void anErrorPageOfAGatewayIsTold() {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(502)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>")));

        assertThatThrownBy(() -> client.call("POST", "/x").json(1).send())
                .isInstanceOf(ServerException.class)
                .hasMessage("POST /x: 502 Bad Gateway. 502 Bad Gateway");
    }

    @Test
    void errorsOfStreamedAnswersAreToldLikeOthers() throws IOException {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("{\"message\":\"none\"}")));
        assertThatThrownBy(() -> client.call("GET", "/x").stream())
                .isInstanceOf(NotFoundException.class)
                .hasMessage("GET /x: 404 Not Found. none");

        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("content")));
        try (InputStream content = client.call("GET", "/x").stream()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("content");
        }
    }

    @Test
    void packedAnswersAreReadWholeAndAsStreams() throws IOException {
        // the server packs on its own when it is asked to, which requests do
        server.stubFor(any(anyUrl()).willReturn(okJson("\"" + "long ".repeat(1_000) + "\"")));

        assertThat(client.call("GET", "/x").read(Scalars.STRING)).hasSize(5_000);
        try (InputStream content = client.call("GET", "/x").stream()) {
            assertThat(content.readAllBytes()).hasSize(5_002);
        }
    }

    @Test
    void aServerThatNeverStopsRefusingIsGivenUp() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "0")));

        assertThatThrownBy(() -> client.call("POST", "/x").json(1).send()).isInstanceOf(RateLimitException.class);
        assertThat(server.findAll(anyRequestedFor(anyUrl()))).hasSize(3);
    }
}
