package dev.lathe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lathe.runtime.auth.Credentials;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientConfigTest {

    @ParameterizedTest
    @CsvSource({
        "contoso.crm4.dynamics.com, has no scheme",
        "/v1, has no scheme",
        "localhost:8080, has no scheme",
        "ftp://example.com, starts with ftp://",
        "https:///v1, names no host",
        "https://my_host/v1, names no host",
        "https:example.com, names no host",
        "https://user:s3cret@example.com, user name or a password",
        "https://example.com/?key=s3cret, a query or a fragment",
        "https://example.com/#s3cret, a query or a fragment",
    })
    void aBaseAddressThatCannotWorkIsRefused(String address, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientConfig.builder(URI.create(address)))
                .withMessageContaining(message)
                .withMessageNotContaining("s3cret");
    }

    @Test
    void anArgumentThatIsNullIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> ClientConfig.builder(null))
                .withMessage("baseUri");
        assertThatNullPointerException()
                .isThrownBy(() -> ApiClient.create(null, Profile.NONE))
                .withMessage("config");
        assertThatNullPointerException()
                .isThrownBy(() ->
                        ClientConfig.builder(URI.create("https://example.com")).header("X-Trace", null))
                .withMessage("value of the header 'X-Trace'");
    }

    @Test
    void credentialsDoNotTravelInTheOpenUnlessToldTo() {
        URI address = URI.create("http://intranet.example.com");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientConfig.builder(address)
                        .credentials(Credentials.bearer("token"))
                        .build())
                .withMessageContaining("plain http");
        assertThat(ClientConfig.builder(address).build().baseUri()).isEqualTo(address);
        assertThat(ClientConfig.builder(address)
                        .credentials(Credentials.bearer("token"))
                        .allowPlainHttp()
                        .build())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:8080/v1"})
    void thisMachineIsReachableWithoutTls(String address) {
        assertThat(ClientConfig.builder(URI.create(address))
                        .credentials(Credentials.bearer("token"))
                        .build())
                .isNotNull();
    }

    @Test
    void timeOutsAreLongerThanNothing() {
        ClientConfig.Builder builder = ClientConfig.builder(URI.create("https://example.com"));

        assertThatIllegalArgumentException().isThrownBy(() -> builder.requestTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ofSeconds(-1)));
    }
}
