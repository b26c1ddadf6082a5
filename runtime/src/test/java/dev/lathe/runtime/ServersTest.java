package dev.lathe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lathe.runtime.auth.Credentials;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServersTest {

    private static final String UPLOAD = "https://upload.example.com/v2";

    private final ScriptedTransport transport =
            new ScriptedTransport().otherwise(request -> ScriptedTransport.response(200, "{}"));

    private ApiClient client(String base, String... documented) {
        return ApiClient.create(
                ClientConfig.builder(URI.create(base))
                        .credentials(Credentials.bearer("token"))
                        .transport(transport)
                        .build(),
                Profile.NONE,
                documented);
    }

    private static String uri(ApiClient client, String server) {
        return client.call("GET", "/x").server(server).request().uri().toString();
    }

    @Test
    void anOperationsOwnServerReplacesTheBaseAddress() {
        ApiClient client = client("https://api.example.com/v1");

        assertThat(uri(client, UPLOAD)).isEqualTo("https://upload.example.com/v2/x");
        assertThat(uri(client, "/v2")).isEqualTo("https://api.example.com/v2/x");
        assertThat(uri(client, "//upload.example.com")).isEqualTo("https://upload.example.com/x");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1, true",
        "https://API.example.com, true",
        "https://eu.example.com:8443, true",
        "https://upload.example.com, true",
        "https://example.com, false",
        "https://eu.example.com.evil.test:8443, false",
        "https://eu-example.com:8443, false",
        "https://code.acme.test/api, false",
        "http://localhost:8080, false"
    })
    void clientsThatAreConnectedElsewhereCallAllOperationsThere(String base, boolean known) {
        ApiClient client = client(
                base,
                "https://api.example.com/v1",
                "{scheme}://{region}.example.com:8443",
                "https://{host}/v1",
                UPLOAD);

        assertThat(uri(client, UPLOAD)).isEqualTo(known ? "https://upload.example.com/v2/x" : base + "/x");
        assertThat(uri(client.with(settings -> settings.header("X-A", "b")), UPLOAD))
                .isEqualTo(uri(client, UPLOAD));
        assertThat(uri(client, "/v2"))
                .isEqualTo(URI.create(base).resolve("/v2/x").toString());
    }

    @Test
    void aStandInOnThisMachineIsAskedForEverything() {
        assertThat(uri(client("http://localhost:8080"), UPLOAD)).isEqualTo("http://localhost:8080/x");
        assertThat(uri(client("http://127.0.0.1:8080"), "http://localhost:8081"))
                .isEqualTo("http://localhost:8081/x");
    }

    @Test
    void credentialsDoNotTravelInTheOpenToAServerOfAnOperation() {
        ApiClient client = client("https://api.example.com");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> uri(client, "http://upload.example.com"))
                .withMessage("The server of the operation 'http://upload.example.com' is plain http: credentials would"
                        + " travel in the open. Use https, or allowPlainHttp().");
    }
}
