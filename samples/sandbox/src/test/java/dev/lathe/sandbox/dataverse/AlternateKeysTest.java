package dev.lathe.sandbox.dataverse;

import static dev.lathe.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys that a document declares beside the primary ones. */
class AlternateKeysTest {

    private Sandbox sandbox;
    private Client api;
    private UUID account;
    private UUID segment;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        api = Client.ofDataverse(sandbox);
        account = sandbox.dataverse().insert("accounts", Map.of("name", "A"));
        segment = sandbox.dataverse()
                .insert(
                        "sample_segments",
                        Map.of("sample_name", "it's (5), 100%/x", "sample_sid", 7, "sample_AccountId", account));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static final String QUOTED = "sample_segments(sample_name='it''s%20(5),%20100%25%2Fx')";

    @Test
    void aRowIsReadByItsAlternateKeyInAnyOrderOfTheParts() {
        assertThat(api.get(QUOTED).json().path("sample_segmentid").asString()).isEqualTo(segment.toString());
        assertThat(api.get("sample_segments(sample_sid=7,_sample_accountid_value=" + account + ")")
                        .json()
                        .path("sample_segmentid")
                        .asString())
                .isEqualTo(segment.toString());
        assertThat(api.get("sample_segments(_sample_accountid_value=" + account + ",sample_sid=7)/sample_AccountId")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("A");
        assertThat(api.get(QUOTED + "/sample_sid").json().path("value").asInt()).isEqualTo(7);
    }

    @Test
    void whatIsNoKeyAndWhatIsNotThereAreRefused() {
        assertThat(api.get("sample_segments(sample_sid=7)").status()).isEqualTo(400);
        Reply missing = api.get("sample_segments(sample_name='nobody')");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body())
                .contains("A record with the specified key values does not exist in sample_segment entity");
        assertThat(api.delete("sample_segments(sample_name='nobody')").status()).isEqualTo(404);
    }

    @Test
    void anUpsertCreatesWithTheKeyOfTheUrlAndUpdatesAfterwards() {
        Reply created = api.patch("sample_segments(sample_name='new')", json("{'sample_sid':8}"));
        Reply updated = api.patch(
                "sample_segments(sample_name='new')",
                json("{'sample_sid':9,'sample_name':'other'}"),
                "Prefer",
                "return=representation");

        assertThat(created.status()).isEqualTo(204);
        assertThat(created.header("OData-EntityId")).endsWith("/sample_segments(sample_name='new')");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path("sample_sid").asInt()).isEqualTo(9);
        assertThat(updated.json().path("sample_name").asString()).isEqualTo("new");
        assertThat(sandbox.dataverse().count("sample_segments")).isEqualTo(2);
    }

    @Test
    void anUpdateOfNothingIsRefused() {
        Reply reply = api.patch("sample_segments(sample_name='nobody')", json("{'sample_sid':1}"), "If-Match", "*");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body())
                .contains("A record with the specified key values does not exist in sample_segment entity");
    }

    @Test
    void noTwoRowsHaveTheSameKey() {
        Reply second = api.post("sample_segments", "{\"sample_name\":\"it's (5), 100%/x\"}");

        assertThat(second.status()).isEqualTo(412);
        assertThat(second.body()).contains("A record with matching key values already exists.");
        assertThat(api.patch("sample_segments(sample_name='other')", "{}").status())
                .isEqualTo(204);
        assertThat(api.post("sample_segments", "{\"sample_name\":\"third\",\"sample_sid\":7}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aLookupIsBoundByAlternateKey() {
        Reply bound = api.post(
                "sample_segments",
                "{\"sample_name\":\"x\",\"sample_AccountId@odata.bind\":\"accounts(" + account + ")\"}");
        assertThat(bound.status()).isEqualTo(204);
        Reply unknown = api.delete(
                "accounts(" + account + ")/account_sample_segment/$ref?$id=sample_segments(sample_name='no')");
        Reply known = api.delete(
                "accounts(" + account + ")/account_sample_segment/$ref?$id=sample_segments(sample_name='x')");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(known.status()).as(known.body()).isEqualTo(204);
    }
}
