package dev.lathe.sandbox.dataverse;

import static dev.lathe.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationsTest {

    private Sandbox sandbox;
    private Client api;
    private UUID account;
    private UUID contact;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        api = Client.ofDataverse(sandbox);
        account = sandbox.dataverse().insert("accounts", Map.of("name", "Contoso"));
        contact = sandbox.dataverse().insert("contacts", Map.of("fullname", "Ann"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Map<String, Object> stored(String set, UUID id) {
        return sandbox.dataverse().find(set, id).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contacts(%s)",
                "/contacts(%s)",
                "/api/data/v9.2/contacts(%s)",
                "ROOTcontacts(%s)",
                "contacts(contactid=%s)"
            })
    void aLookupIsBoundByAnyFormOfUrl(String form) {
        String url = form.formatted(contact)
                .replace("ROOT", sandbox.dataverseApiUri().toString());

        Reply reply = api.patch("accounts(" + account + ")", json("{'primarycontactid@odata.bind': '" + url + "'}"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(204);
        assertThat(stored("accounts", account)).containsEntry("_primarycontactid_value", contact);
    }

    @Test
    void aLookupIsClearedByNull() {
        String path = "accounts(" + account + ")";
        String bind = json("{'primarycontactid@odata.bind': 'contacts(" + contact + ")'}");
        for (String clear : new String[] {"{'primarycontactid@odata.bind': null}", "{'primarycontactid': null}"}) {
            api.patch(path, bind);
            assertThat(api.patch(path, json(clear)).status()).isEqualTo(204);
            assertThat(stored("accounts", account)).doesNotContainKey("_primarycontactid_value");
        }
    }

    @Test
    void bindingNeedsTheExactNameTheRightTableAndAnExistingRow() {
        String path = "accounts(" + account + ")";

        assertThat(api.patch(path, json("{'PrimaryContactId@odata.bind': 'contacts(" + contact + ")'}"))
                        .status())
                .isEqualTo(400);
        assertThat(api.patch(path, json("{'primarycontactid@odata.bind': 'accounts(" + account + ")'}"))
                        .status())
                .isEqualTo(400);
        assertThat(api.patch(path, json("{'primarycontactid@odata.bind': 'contacts(" + UUID.randomUUID() + ")'}"))
                        .status())
                .isEqualTo(404);
        assertThat(api.patch(path, json("{'primarycontactid@odata.bind': 'contacts'}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void settingOneNavigationOfAPolymorphicLookupClearsTheOthers() {
        String path = "contacts(" + contact + ")";
        UUID other = sandbox.dataverse().insert("contacts", Map.of("fullname", "Boss"));
        api.patch(path, json("{'parentcustomerid_account@odata.bind': 'accounts(" + account + ")'}"));
        assertThat(api.get(path + "/parentcustomerid_account")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Contoso");

        api.patch(path, json("{'parentcustomerid_contact@odata.bind': 'contacts(" + other + ")'}"));

        assertThat(api.get(path + "/parentcustomerid_account").status()).isEqualTo(204);
        Reply read = api.get(path + "?$select=_parentcustomerid_value", "Prefer", "odata.include-annotations=\"*\"");
        assertThat(read.body())
                .contains("\"_parentcustomerid_value\":\"" + other)
                .contains("lookuplogicalname\":\"contact\"")
                .contains("associatednavigationproperty\":\"parentcustomerid_contact\"");
    }

    @Test
    void anOwnerIsAUserOrATeam() {
        UUID team = sandbox.dataverse().insert("teams", Map.of("name", "Sales"));
        String path = "accounts(" + account + ")";
        assertThat(stored("accounts", account)).containsEntry("_owninguser_value", DataverseService.USER_ID);

        api.patch(path, json("{'ownerid@odata.bind': 'teams(" + team + ")'}"));

        assertThat(stored("accounts", account))
                .containsEntry("_ownerid_value", team)
                .containsEntry("_owningteam_value", team)
                .doesNotContainKey("_owninguser_value");
        Reply read = api.get(
                path + "?$select=_ownerid_value&$expand=owningteam($select=name)",
                "Prefer",
                "odata.include-annotations=\"*\"");
        assertThat(read.body())
                .contains("\"_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname\":\"team\"")
                .contains("\"name\":\"Sales\"");
        assertThat(api.get("teams(" + team + ")").json().path("teamid").asString())
                .isEqualTo(team.toString());
    }

    @Test
    void aSuffixedNavigationOfAnActivitySetsTheInheritedLookup() {
        Reply created = api.post(
                "tasks",
                json("{'subject': 'Call', 'regardingobjectid_account_task@odata.bind': '/accounts(" + account + ")'}"),
                "Prefer",
                "return=representation");

        assertThat(created.json().path("_regardingobjectid_value").asString()).isEqualTo(account.toString());
        assertThat(api.get("accounts(" + account + ")/Account_Tasks").texts("subject"))
                .containsExactly("Call");
    }

    @Test
    void rowsNestedInACreateAreCreatedAllOrNone() {
        String body = json("{'name': 'Parent', 'primarycontactid': {'fullname': 'Nested'},"
                + "'Account_Tasks': [{'subject': 'T1'}, {'subject': 'T2'}],"
                + "'account_parent_account': [{'name': 'Child', 'Account_Tasks': [{'subject': 'T3'}]}]}");

        Reply created = api.post(
                "accounts?$select=name&$expand=primarycontactid($select=fullname),Account_Tasks($select=subject)",
                body,
                "Prefer",
                "return=representation");

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().path("primarycontactid").path("fullname").asString())
                .isEqualTo("Nested");
        assertThat(created.json().path("Account_Tasks").size()).isEqualTo(2);
        assertThat(sandbox.dataverse().count("tasks")).isEqualTo(3);

        int accounts = sandbox.dataverse().count("accounts");
        Reply refused =
                api.post("accounts", json("{'name': 'X', 'Account_Tasks': [{'subject': 'ok'}, {'sbject': 'typo'}]}"));
        assertThat(refused.status()).isEqualTo(400);
        refused = api.post(
                "accounts",
                json("{'name': 'X', 'primarycontactid': {'fullname': 'lost'},"
                        + "'parentaccountid@odata.bind': 'accounts(" + UUID.randomUUID() + ")'}"));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(sandbox.dataverse().count("accounts")).isEqualTo(accounts);
        assertThat(sandbox.dataverse().count("contacts")).isEqualTo(2);
    }

    @Test
    void aCollectionIsBoundOnCreateOnly() {
        UUID task = sandbox.dataverse().insert("tasks", Map.of("subject", "Loose"));
        String bind = "{'Account_Tasks@odata.bind': ['tasks(" + task + ")']}";

        assertThat(api.patch("accounts(" + account + ")", json(bind)).status()).isEqualTo(400);
        Reply created = api.post("accounts", json(bind));
        assertThat(created.status()).as(created.body()).isEqualTo(204);
        assertThat(api.get(created.header("OData-EntityId") + "/Account_Tasks").texts("subject"))
                .containsExactly("Loose");
    }

    @Test
    void aRowPostedToACollectionBelongsToIt() {
        assertThat(api.post("accounts(" + account + ")/Account_Tasks", json("{'subject': 'There'}"))
                        .status())
                .isEqualTo(204);

        assertThat(api.get("accounts(" + account + ")/Account_Tasks").texts("subject"))
                .containsExactly("There");
    }

    @Test
    void referencesOfOneToManyAreSetAndTakenAway() {
        UUID task = sandbox.dataverse().insert("tasks", Map.of("subject", "Loose"));
        String collection = "accounts(" + account + ")/Account_Tasks";
        String id = json("{'@odata.id': '" + sandbox.dataverseApiUri() + "tasks(" + task + ")'}");

        assertThat(api.post(collection + "/$ref", id).status()).isEqualTo(204);
        assertThat(api.get(collection).texts("subject")).containsExactly("Loose");
        assertThat(api.delete(collection + "(" + task + ")/$ref").status()).isEqualTo(204);
        assertThat(api.get(collection).texts("subject")).isEmpty();
        assertThat(api.delete(collection + "(" + task + ")/$ref").status()).isEqualTo(404);
        api.post(collection + "/$ref", id);
        String url = URLEncoder.encode(sandbox.dataverseApiUri() + "tasks(" + task + ")", StandardCharsets.UTF_8);
        assertThat(api.delete(collection + "/$ref?$id=" + url).status()).isEqualTo(204);
        assertThat(api.get(collection).texts("subject")).isEmpty();
    }

    @Test
    void referencesOfManyToManyWorkFromBothEnds() {
        String fromAccount = "accounts(" + account + ")/accountleads_association";
        String fromContact = "contacts(" + contact + ")/accountleads_association";

        assertThat(api.post(
                                fromAccount + "/$ref",
                                json("{'@odata.id': '" + sandbox.dataverseApiUri() + "contacts(" + contact + ")'}"))
                        .status())
                .isEqualTo(204);
        assertThat(api.get(fromAccount).texts("fullname")).containsExactly("Ann");
        assertThat(api.get(fromContact).texts("name")).containsExactly("Contoso");
        assertThat(api.get("accounts?$filter=accountleads_association/any(c:c/fullname eq 'Ann')")
                        .texts("name"))
                .containsExactly("Contoso");
        assertThat(api.delete(fromContact + "(" + account + ")/$ref").status()).isEqualTo(204);
        assertThat(api.get(fromAccount).texts("fullname")).isEmpty();
    }

    @Test
    void aSingleReferenceIsPutAndDeleted() {
        String ref = "accounts(" + account + ")/primarycontactid/$ref";

        assertThat(api.put(ref, json("{'@odata.id': 'contacts(" + contact + ")'}"))
                        .status())
                .isEqualTo(204);
        assertThat(api.get(ref).json().path("@odata.id").asString()).endsWith("contacts(" + contact + ")");
        assertThat(api.post(ref, json("{'@odata.id': 'contacts(" + contact + ")'}"))
                        .status())
                .isEqualTo(405);
        assertThat(api.delete(ref).status()).isEqualTo(204);
        assertThat(api.get(ref).status()).isEqualTo(204);
        assertThat(api.put(ref, "{}").status()).isEqualTo(400);
    }

    @Test
    void theConcreteTypeMustBeNamedWhereTheSetIsAbstract() {
        assertThat(api.post("activitypointers", json("{'subject': 'x'}")).status())
                .isEqualTo(400);
        Reply created = api.post(
                "activitypointers",
                json("{'@odata.type': 'Microsoft.Dynamics.CRM.task', 'subject': 'x', 'percentcomplete': 3}"));
        assertThat(created.status()).as(created.body()).isEqualTo(204);
        assertThat(created.header("OData-EntityId")).contains("/tasks(");
        assertThat(api.post("activitypointers", json("{'@odata.type': 'Microsoft.Dynamics.CRM.account'}"))
                        .status())
                .isEqualTo(400);
    }
}
