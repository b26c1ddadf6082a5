package dev.lathe.runtime.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.ScriptedTransport;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.dataverse.BackgroundOperation.State;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.sample.Account;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundOperationTest {

    private static final UUID ID = UUID.fromString("110eaa68-db17-4115-ad74-d185823fc089");
    private static final String LOCATION = "https://contoso.crm4.dynamics.com/api/backgroundoperation/" + ID;

    private final ScriptedTransport transport = new ScriptedTransport();
    private final ApiClient client = ApiClient.create(
            ClientConfig.builder(URI.create("https://contoso.crm4.dynamics.com"))
                    .transport(transport)
                    .credentials(Credentials.bearer("t0ken"))
                    .build(),
            DataverseProfile.INSTANCE);

    private BackgroundOperation<Account> start() {
        return BackgroundOperation.start(
                settings -> client.with(DataverseSettings::new, settings),
                c -> c.call("POST", "sample_Export").json(Map.of("Kind", 1)).read(Account.TYPE));
    }

    private BackgroundOperationTest accepts() {
        transport.answer(
                202,
                "",
                "Location",
                LOCATION,
                "x-ms-dyn-backgroundoperationid",
                ID.toString(),
                "Preference-Applied",
                "respond-async");
        return this;
    }

    private BackgroundOperationTest says(int state, int status, String rest) {
        transport.answer(
                200,
                "{\"@odata.context\":\"x\",\"backgroundOperationStateCode\":" + state
                        + ",\"backgroundOperationStatusCode\":" + status + rest + "}");
        return this;
    }

    @Test
    void theCallsOwnResultComesWhenTheOperationHasEnded() throws Exception {
        accepts().says(0, 0, "").says(2, 20, "").says(3, 30, ",\"name\":\"Contoso\",\"numberofemployees\":7");

        BackgroundOperation<Account> operation = start();
        assertThat(operation.id()).hasValue(ID);
        assertThat(operation.result()).isEmpty();
        assertThat(operation.poll()).isEqualTo(State.WAITING);
        assertThat(operation.poll()).isEqualTo(State.RUNNING);
        assertThat(operation.poll()).isEqualTo(State.SUCCEEDED);
        assertThat(operation.poll()).as("asked no more").isEqualTo(State.SUCCEEDED);

        assertThat(operation.result()).hasValueSatisfying(account -> {
            assertThat(account.getName()).isEqualTo("Contoso");
            assertThat(account.getNumberofemployees()).isEqualTo(7);
        });
        assertThat(operation.await(Duration.ofMillis(1), Duration.ZERO)).isNotNull();
        assertThat(transport.sent()).hasSize(4);
        assertThat(transport.sent().get(0).headers().all("Prefer")).containsExactly("respond-async");
        assertThat(transport.sent().get(1).uri()).hasToString(LOCATION);
        assertThat(transport.sent().get(1).headers().first("Prefer")).isEmpty();
        assertThat(transport.sent().get(1).headers().first("Authorization")).hasValue("Bearer t0ken");
    }

    @Test
    void aServiceThatAnswersAtOnceHasNothingToWaitFor() throws Exception {
        transport.answer(200, "{\"name\":\"Contoso\"}");

        BackgroundOperation<Account> operation = start();

        assertThat(operation.id()).isEmpty();
        assertThat(operation.poll()).isEqualTo(State.SUCCEEDED);
        assertThat(operation.await(Duration.ofMinutes(1), Duration.ZERO).getName())
                .isEqualTo("Contoso");
        assertThat(transport.sent()).hasSize(1);
        operation.cancel();
    }

    /** As an early version of the service did it. */
    @Test
    void aBodyMayTellWhatHeadersTellOtherwise() {
        transport.answer(
                200,
                "{\"backgroundOperationId\":\"" + ID + "\",\"location\":\"" + LOCATION + "\"}",
                "x-ms-dyn-backgroundoperationid",
                ID.toString());
        says(2, 20, "");

        BackgroundOperation<Account> operation = start();

        assertThat(operation.id()).hasValue(ID);
        assertThat(operation.poll()).isEqualTo(State.RUNNING);
    }

    @Test
    void aFailureIsTheExceptionOfItsCode() {
        accepts()
                .says(
                        3,
                        31,
                        ",\"backgroundOperationErrorCode\":-2147220891,\"backgroundOperationErrorMessage\":\"Too late.\"");
        BackgroundOperation<Account> operation = start();

        assertThat(operation.poll()).isEqualTo(State.FAILED);

        assertThatThrownBy(operation::result).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(DataverseErrors.PLUG_IN_FAILED);
            assertThat(e.serviceMessage()).isEqualTo("Too late.");
        });
        assertThatThrownBy(() -> operation.await(Duration.ofMillis(1), Duration.ofSeconds(1)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("0x80040265: Too late");
    }

    @Test
    void anOperationCanBeGivenUp() {
        accepts();
        transport.answer(200, "");
        says(2, 22, "").says(3, 32, "");
        BackgroundOperation<Account> operation = start();

        operation.cancel();

        assertThat(transport.sent().get(1).method()).isEqualTo("DELETE");
        assertThat(transport.sent().get(1).uri()).hasToString(LOCATION);
        assertThat(operation.poll()).isEqualTo(State.CANCELING);
        assertThat(operation.poll()).isEqualTo(State.CANCELED);
        assertThatThrownBy(operation::result).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoWaitsDoesNotWaitForEver() throws Exception {
        accepts();
        transport.otherwise(request -> ScriptedTransport.response(
                200, "{\"backgroundOperationStateCode\":2,\"backgroundOperationStatusCode\":20}"));
        BackgroundOperation<Account> operation = start();

        assertThatThrownBy(() -> operation.await(Duration.ofMinutes(1), Duration.ofMillis(5)))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining(ID.toString());
        assertThatIllegalArgumentException().isThrownBy(() -> operation.await(Duration.ZERO, Duration.ofMillis(5)));
    }

    @Test
    void anOperationThatIsRefusedIsAnErrorAtOnce() {
        transport.answer(400, "{\"error\":{\"code\":\"\",\"message\":\"no\"}}");

        assertThatThrownBy(this::start).isInstanceOf(BadRequestException.class);
    }

    @Test
    void anOperationWithoutAResultIsFollowedAsWell() throws Exception {
        accepts().says(3, 30, "");

        BackgroundOperation<Void> operation = BackgroundOperation.run(
                settings -> client.with(DataverseSettings::new, settings),
                c -> c.call("POST", "sample_Clean").send());

        assertThat(operation.await(Duration.ofMillis(1), Duration.ofSeconds(5))).isNull();
    }

    @Test
    void theServiceCallsBackWhereItIsTold() {
        ApiClient notified =
                client.with(DataverseSettings::new, o -> o.callback(URI.create("https://example.com/done?a=1,2")));
        accepts();

        BackgroundOperation.run(
                settings -> notified.with(DataverseSettings::new, settings),
                c -> c.call("POST", "sample_Clean").send());

        assertThat(transport.only().headers().all("Prefer"))
                .containsExactly("odata.callback; url=\"https://example.com/done?a=1,2\", respond-async");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataverseSettings().callback(URI.create("http://example.com/done")));
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example/api/backgroundoperation/", "https://contoso.crm4.dynamics.com.evil.example/x/"})
    void aMonitorElsewhereGetsNoToken(String elsewhere) {
        transport.answer(202, "", "Location", elsewhere + ID);
        says(2, 20, "");

        start().poll();

        assertThat(transport.sent().get(1).headers().first("Authorization")).isEmpty();
    }

    @Test
    void whatElasticTablesReadAfterAWriteFollowsFromItsToken() {
        List<String> tokens = new ArrayList<>();
        transport.answer(204, "", "x-ms-session-token", "240:8#142792021");
        transport.answer(204, "");
        ApiClient writing = client.with(DataverseSettings::new, o -> o.onSessionToken(tokens::add));
        writing.call("POST", "logs").json(Map.of()).send();

        client.with(DataverseSettings::new, o -> o.sessionToken(tokens.get(0)))
                .call("GET", "logs")
                .send();

        assertThat(transport.sent().get(1).headers().first("MSCRM.SessionToken"))
                .hasValue("240:8#142792021");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataverseSettings().sessionToken("a\r\nEvil: b"))
                .withMessageNotContaining("Evil");
    }
}
