package dev.lathe.sandbox.dataverse;

import static dev.lathe.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.RecordedRequest;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowsTest {

    private Sandbox sandbox;
    private Client api;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        api = Client.ofDataverse(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String account(String name) {
        return "accounts(" + sandbox.dataverse().insert("accounts", Map.of("name", name)) + ")";
    }

    @Test
    void aCreatedRowIsFoundAtTheUrlThatTheHeaderNames() {
        Reply created = api.post("accounts", json("{'name': 'Fourth Coffee', 'revenue': 20000.0000}"));

        assertThat(created.status()).isEqualTo(204);
        assertThat(created.body()).isEmpty();
        assertThat(created.header("OData-EntityId")).startsWith(sandbox.dataverseApiUri() + "accounts(");
        Reply read = api.get(created.header("OData-EntityId"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("OData-Version")).isEqualTo("4.0");
        assertThat(read.json().path("name").asString()).isEqualTo("Fourth Coffee");
        assertThat(read.body()).contains("\"revenue\":20000.0000").contains("\"accountnumber\":null");
        assertThat(read.json().path("@odata.etag").asString()).startsWith("W/\"");
        assertThat(read.json().path("statecode").asInt(-1)).isZero();
    }

    @Test
    void aCreatedRowComesBackWhenItIsAskedFor() {
        Reply created =
                api.post("accounts?$select=name", json("{'name': 'Litware'}"), "Prefer", "return=representation");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("name").asString()).isEqualTo("Litware");
        assertThat(created.json().has("revenue")).isFalse();
        assertThat(created.json().path("accountid").asString()).hasSize(36);
        assertThat(created.header("OData-EntityId")).isEmpty();
        assertThat(created.header("Preference-Applied")).isEqualTo("return=representation");
    }

    @Test
    void aRowKeepsTheKeyThatItsCreatorChoseAndNobodyElseGetsIt() {
        UUID id = UUID.randomUUID();
        String body = json("{'accountid': '" + id + "', 'name': 'Own key'}");

        assertThat(api.post("accounts", body).header("OData-EntityId")).endsWith("accounts(" + id + ")");
        assertThat(api.post("accounts", body).status()).isEqualTo(412);
    }

    @Test
    void anUpdateChangesWhatItMentionsAndTheLogShowsIt() {
        String path = account("Before");
        api.patch(path, json("{'accountnumber': 'A-1', 'creditonhold': true}"));

        Reply updated = api.patch(path, json("{'name': 'After', 'accountnumber': null}"), "If-Match", "*");

        assertThat(updated.status()).isEqualTo(204);
        Reply read = api.get(path);
        assertThat(read.json().path("name").asString()).isEqualTo("After");
        assertThat(read.json().path("accountnumber").isNull()).isTrue();
        assertThat(read.json().path("creditonhold").asBoolean()).isTrue();
        RecordedRequest patch = sandbox.requests().ofMethod("PATCH").get(1);
        assertThat(patch.bodyText()).isEqualTo(json("{'name': 'After', 'accountnumber': null}"));
        assertThat(patch.header("if-match")).contains("*");
        assertThat(patch.toString()).doesNotContain("Bearer").endsWith("-> 204");
    }

    @Test
    void anUpdateWithRepresentationGivesTheRow() {
        Reply updated = api.patch(
                account("Before") + "?$select=name", json("{'name': 'After'}"), "Prefer", "return=representation");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path("name").asString()).isEqualTo("After");
    }

    @Test
    void aPatchCreatesWhatIsMissingUnlessItMustNot() {
        String path = "accounts(" + UUID.randomUUID() + ")";

        Reply refused = api.patch(path, json("{'name': 'x'}"), "If-Match", "*");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().path("error").path("message").asString())
                .startsWith("account With Id = ")
                .endsWith(" Does Not Exist");
        Reply created = api.patch(path, json("{'name': 'x'}"), "Prefer", "return=representation");
        assertThat(created.status()).isEqualTo(201);
        Reply refusedAgain = api.patch(path, json("{'name': 'y'}"), "If-None-Match", "*");
        assertThat(refusedAgain.status()).isEqualTo(412);
        Reply updated = api.patch(path, json("{'name': 'y'}"), "If-None-Match", "null");
        assertThat(updated.status()).isEqualTo(204);
    }

    @Test
    void aStaleEtagIsRefusedForUpdateAndDelete() {
        String path = account("Versioned");
        String etag = api.get(path).header("ETag");

        assertThat(api.patch(path, json("{'name': 'a'}"), "If-Match", etag).status())
                .isEqualTo(204);
        Reply stale = api.patch(path, json("{'name': 'b'}"), "If-Match", etag);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("error").path("code").asString()).isEqualTo("0x80060882");
        assertThat(api.delete(path, "If-Match", etag).status()).isEqualTo(412);
        assertThat(api.delete(path, "If-Match", api.get(path).header("ETag")).status())
                .isEqualTo(204);
    }

    @Test
    void aReaderWithTheSameVersionGets304() {
        String path = account("Cached");
        String etag = api.get(path).header("ETag");

        assertThat(api.get(path, "If-None-Match", etag).status()).isEqualTo(304);
        assertThat(api.get(path, "If-None-Match", "null").status()).isEqualTo(200);
        assertThat(api.get(path + "?$expand=primarycontactid", "If-None-Match", etag)
                        .status())
                .isEqualTo(200);
        assertThat(api.get(path, "If-None-Match", etag, "Prefer", "odata.include-annotations=\"*\"")
                        .status())
                .isEqualTo(200);
        api.patch(path, json("{'name': 'New'}"));
        assertThat(api.get(path, "If-None-Match", etag).status()).isEqualTo(200);
    }

    @Test
    void aDeletedRowIsGone() {
        String path = account("Doomed");

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.delete(path).status()).isEqualTo(404);
    }

    @Test
    void deletingARowEmptiesTheLookupsThatHeldIt() {
        UUID contact = sandbox.dataverse().insert("contacts", Map.of("fullname", "Ann"));
        UUID account = sandbox.dataverse().insert("accounts", Map.of("name", "A", "primarycontactid", contact));

        api.delete("contacts(" + contact + ")");

        assertThat(sandbox.dataverse().find("accounts", account).orElseThrow())
                .doesNotContainKey("_primarycontactid_value");
    }

    @Test
    void oneColumnIsReadSetAndClearedByItself() {
        String path = account("Single");

        assertThat(api.get(path + "/name").json().path("value").asString()).isEqualTo("Single");
        assertThat(api.get(path + "/name/$value").body()).isEqualTo("Single");
        assertThat(api.put(path + "/name", json("{'value': 'Set'}")).status()).isEqualTo(204);
        assertThat(api.get(path + "/name/$value").body()).isEqualTo("Set");
        assertThat(api.delete(path + "/name").status()).isEqualTo(204);
        assertThat(api.get(path + "/name").status()).isEqualTo(204);
    }

    @Test
    void anUnknownColumnALookupColumnAndAWrongTypeAreRefused() {
        Reply unknown = api.post("accounts", json("{'nmae': 'x'}"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("error").path("code").asString()).isEqualTo("0x80048d19");
        assertThat(unknown.json().path("error").path("message").asString()).contains("'nmae'");
        assertThat(api.post("accounts", json("{'_primarycontactid_value': '" + UUID.randomUUID() + "'}"))
                        .status())
                .isEqualTo(400);
        assertThat(api.post("accounts", json("{'numberofemployees': 'many'}")).status())
                .isEqualTo(400);
        assertThat(api.post("accounts", json("{'numberofemployees': 1.5}")).status())
                .isEqualTo(400);
        assertThat(api.post("accounts", json("{'name': ")).status()).isEqualTo(400);
        assertThat(api.post("accounts", "[]").status()).isEqualTo(400);
        assertThat(api.post("accounts", "{}", "Content-Type", "text/plain").status())
                .isEqualTo(415);
        assertThat(sandbox.dataverse().count("accounts")).isZero();
    }

    @Test
    void methodsThatMakeNoSenseAre405() {
        assertThat(api.delete("accounts").status()).isEqualTo(405);
        assertThat(api.patch("accounts", "{}").status()).isEqualTo(405);
        assertThat(api.put(account("x"), "{}").status()).isEqualTo(405);
    }

    @Test
    void anUnknownSetIs404AndAnyVersionIsServed() {
        assertThat(api.get("nosuchthings").status()).isEqualTo(404);
        assertThat(api.get(sandbox.dataverseUri() + "/api/data/v9.0/accounts").status())
                .isEqualTo(200);
        assertThat(api.get(sandbox.dataverseUri() + "/elsewhere").status()).isEqualTo(404);
    }

    @Test
    void everyKindOfValueComesBackAsItWasSent() {
        String body = json("{'name':'ä \\u20ac \\'quoted\\'','revenue':1234567890123.4500,'numberofemployees':-7,"
                        + "'address1_latitude':48.5,'creditonhold':false,'entityimage':'AAEC/w==',"
                        + "'lastonholdtime':'2024-02-29T12:30:15.123Z'}")
                .replace("\\\"", "\\u0027");

        Reply created = api.post("accounts", body, "Prefer", "return=representation");

        assertThat(created.body())
                .contains("\"revenue\":1234567890123.4500")
                .contains("\"numberofemployees\":-7")
                .contains("\"address1_latitude\":48.5")
                .contains("\"creditonhold\":false")
                .contains("\"entityimage\":\"AAEC/w==\"")
                .contains("\"lastonholdtime\":\"2024-02-29T12:30:15.123Z\"");
    }

    @Test
    void offsetsAreTurnedIntoUtc() {
        Reply created = api.post(
                "accounts", json("{'lastonholdtime': '2024-03-01T01:00:00+02:00'}"), "Prefer", "return=representation");

        assertThat(created.json().path("lastonholdtime").asString()).isEqualTo("2024-02-29T23:00:00Z");
    }
}
