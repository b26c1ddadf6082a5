package dev.lathe.runtime.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.ScriptedTransport;
import dev.lathe.runtime.auth.AdobeIms;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.auth.DemdexLogin;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.ConflictException;
import dev.lathe.runtime.http.Request;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceManagerProfileTest {

    private final ScriptedTransport transport = new ScriptedTransport();
    private final ApiClient client = client("https://aam.adobe.io/v1");

    private ApiClient client(String address) {
        return ApiClient.create(
                ClientConfig.builder(URI.create(address)).transport(transport).build(),
                AudienceManagerProfile.INSTANCE);
    }

    @ParameterizedTest
    @CsvSource({
        "https://aam.adobe.io, https://aam.adobe.io/v1/",
        "https://aam.adobe.io/v1, https://aam.adobe.io/v1/",
        "https://aam.adobe.io/v2/, https://aam.adobe.io/v2/",
        "http://localhost:8080/aam/, http://localhost:8080/aam/v1/",
    })
    void theVersionIsAddedWhereItIsMissing(String configured, String base) {
        assertThat(client(configured).baseUri()).hasToString(base);
    }

    @Test
    @SuppressWarnings("deprecation")
    void theEnvironmentFollowsFromTheLogin() {
        AudienceManagerProfile profile = AudienceManagerProfile.INSTANCE;
        Credentials adobe = AdobeIms.serverToServer("id", "secret", "org");
        Credentials older = DemdexLogin.password("id", "secret", "user", "password");

        assertThat(profile.home(adobe)).isEqualTo(AudienceManagerProfile.PRODUCTION);
        assertThat(profile.beta(adobe)).isEqualTo(AudienceManagerProfile.BETA);
        assertThat(profile.home(older.withHeader("X-Trace", "1"))).isEqualTo(AudienceManagerProfile.LEGACY_PRODUCTION);
        assertThat(profile.beta(older)).isEqualTo(AudienceManagerProfile.LEGACY_BETA);
        assertThat(profile.home(
                        DemdexLogin.password("id", "secret", "user", "password").beta()))
                .isEqualTo(AudienceManagerProfile.LEGACY_BETA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a?b", "a\\b", "/", "../users/self", "a%2fb/"})
    void anIdThatAGatewayMayTakeApartIsRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call("GET", "/traits/ic:{integrationCode}")
                        .path("integrationCode", code)
                        .send())
                .withMessageContaining("GET /traits/ic:{integrationCode} has a '/'")
                .withMessageContaining("integrationCode, and address it by its number");
        assertThat(transport.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a%2Fb", "a#b", "a;b=c", "a:b", "..", "ü"})
    void otherCharactersOfAnIdAreEncoded(String code) {
        Request request = client.call("GET", "/traits/ic:{integrationCode}")
                .path("integrationCode", code)
                .request();

        assertThat(request.uri().getPath()).isEqualTo("/v1/traits/ic:" + code);
        assertThat(request.uri().getRawPath().substring("/v1/traits/ic:".length()))
                .matches("[A-Za-z0-9%.]+");
    }

    @Test
    void aTokenThatMayBeForEitherHostNeedsAnAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AudienceManagerProfile.INSTANCE.home(Credentials.bearer("hush-hush")))
                .withMessageContaining("AudienceManager.PRODUCTION")
                .withMessageNotContaining("hush-hush");
    }

    @Test
    void requestsAskForJsonAndSayWhatTheySend() {
        assertThat(client.call("GET", "/traits/").request().headers().all("Accept"))
                .containsExactly("application/json");
        Request write = client.call("POST", "/traits/").json(Map.of()).request();
        assertThat(write.headers().all("Content-Type")).containsExactly("application/json");
        assertThat(client.with(AudienceManagerSettings::new, AudienceManagerSettings::unescapedHtml)
                        .call("GET", "/traits/")
                        .request()
                        .headers()
                        .first("AAM-Disable-Escaping-HTML"))
                .hasValue("true");
    }

    @Test
    void anErrorTellsAllThatTheBodyDoes() {
        transport.answer(
                409,
                "{\"code\":\"RESOURCE_LIMIT_EXCEEDED\",\"message\":\"Too many.\",\"childMessages\":[\"a\",\"b\"]}");

        ConflictException e = catchThrowableOfType(
                ConflictException.class, () -> client.call("POST", "/traits/").send());

        assertThat(e.code()).isEqualTo("RESOURCE_LIMIT_EXCEEDED");
        assertThat(e.childMessages()).containsExactly("a", "b");
        assertThat(e).hasMessage("POST /traits/: 409 Conflict. RESOURCE_LIMIT_EXCEEDED: Too many. | a | b");
    }

    @ParameterizedTest
    @CsvSource({"401, adobe.io", "403, users/self", "415, application/json"})
    void adviceIsGivenWhereTheDocumentationHasSome(int status, String hint) {
        transport.answer(status, "");

        assertThat(catchThrowableOfType(
                                ApiException.class,
                                () -> client.call("GET", "/traits/").send())
                        .hint())
                .contains(hint);
    }
}
