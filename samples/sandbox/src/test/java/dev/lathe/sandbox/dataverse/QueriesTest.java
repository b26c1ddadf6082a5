package dev.lathe.sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesTest {

    private Sandbox sandbox;
    private Client api;
    private UUID ann;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        api = Client.ofDataverse(sandbox);
        DataverseData data = sandbox.dataverse();
        ann = data.insert(
                "contacts",
                Map.of("fullname", "Ann O'Brien", "birthdate", LocalDate.of(1990, 5, 1), "firstname", "Ann"));
        UUID bob = data.insert("contacts", Map.of("fullname", "Bob", "birthdate", LocalDate.of(1980, 1, 31)));
        UUID alpha = data.insert(
                "accounts",
                Map.of(
                        "name",
                        "Alpha 100%",
                        "revenue",
                        new BigDecimal("1000.5"),
                        "numberofemployees",
                        10,
                        "creditonhold",
                        true,
                        "lastonholdtime",
                        Instant.parse("2024-02-01T10:00:00Z"),
                        "primarycontactid",
                        ann));
        data.insert(
                "accounts", Map.of("name", "beta", "revenue", 500, "numberofemployees", 20, "primarycontactid", bob));
        data.insert("accounts", Map.of("name", "Gamma", "numberofemployees", 20, "parentaccountid", alpha));
        data.insert("accounts", Map.of("accountnumber", "nameless"));
        data.insert("tasks", Map.of("subject", "Call", "statecode", 1, "regardingobjectid_account_task", alpha));
        data.insert("tasks", Map.of("subject", "Write", "statecode", 0, "regardingobjectid_account_task", alpha));
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private List<String> names(String filter) {
        Reply reply = api.get("accounts?$select=name&$filter=" + encode(filter));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.texts("name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name eq 'BETA'                                           | beta
            name ne 'beta'                                           | Alpha 100%;Gamma;
            name eq null                                             | ''
            name ne null                                             | Alpha 100%;beta;Gamma
            revenue gt 500                                           | Alpha 100%
            revenue ge 500                                           | Alpha 100%;beta
            revenue lt 1000.5                                        | beta
            revenue le 1000.50                                       | Alpha 100%;beta
            not (revenue gt 500)                                     | beta
            revenue eq 500 or numberofemployees eq 20                | beta;Gamma
            numberofemployees eq 20 and revenue ne null              | beta
            creditonhold eq true                                     | Alpha 100%
            contains(name,'AMM')                                     | Gamma
            startswith(name,'al')                                    | Alpha 100%
            endswith(name,'A')                                       | beta;Gamma
            contains(name,'100[%]')                                  | Alpha 100%
            startswith(name,'_e')                                    | beta
            contains(name,'a%a')                                     | Alpha 100%;Gamma
            lastonholdtime gt 2024-01-31T23:59:59Z                   | Alpha 100%
            lastonholdtime lt 2024-01-31T23:59:59Z                   | <none>
            primarycontactid/fullname eq 'Ann O''Brien'              | Alpha 100%
            primarycontactid/birthdate lt 1985-01-01                 | beta
            parentaccountid/primarycontactid/firstname eq 'ann'      | Gamma
            Account_Tasks/any()                                      | Alpha 100%
            Account_Tasks/any(t:t/statecode eq 1)                    | Alpha 100%
            Account_Tasks/any(t:t/statecode eq 7)                    | <none>
            Account_Tasks/all(t:t/statecode eq 1)                    | beta;Gamma;
            account_parent_account/any(c:c/numberofemployees gt 15)  | Alpha 100%
            """)
    void aFilterFindsExactlyTheseRows(String filter, String expected) {
        List<String> names = expected.equals("<none>") ? List.of() : Arrays.asList(expected.split(";", -1));

        assertThat(names(filter)).containsExactlyElementsOf(names);
    }

    @Test
    void aLookupIsComparedByItsId() {
        assertThat(names("_primarycontactid_value eq " + ann)).containsExactly("Alpha 100%");
        assertThat(names("_primarycontactid_value eq null")).containsExactly("Gamma", "");
    }

    @Test
    void parameterAliasesStandForValues() {
        Reply reply = api.get(
                "accounts?$select=name&$filter=name%20eq%20@n%20and%20revenue%20gt%20@r&@n='alpha 100%25'&@r=1");

        assertThat(reply.texts("name")).containsExactly("Alpha 100%");
        assertThat(api.get("accounts?$select=accountnumber&$filter=name%20eq%20@missing")
                        .texts("accountnumber"))
                .containsExactly("nameless");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$filter=nmae eq 'x'",
                "$filter=name eq 1",
                "$filter=name eq",
                "$filter=tolower(name) eq 'x'",
                "$filter=revenue add 1 gt 2",
                "$filter=primarycontactid/contact_customer_contacts/any()",
                "$select=nmae",
                "$select=primarycontactid",
                "$orderby=nmae",
                "$expand=nmae",
                "$expand=primarycontactid($top=1)",
                "$expand=Account_Tasks($skip=1)",
                "$expand=Account_Tasks($top=1;$expand=regardingobjectid_account_task)",
                "$expand=Account_Tasks/$ref",
                "$skip=1",
                "$search=x",
                "$format=json",
                "$nonsense=1",
                "$top=-1",
                "$skiptoken=xyz"
            })
    void whatDataverseRefusesIs400WithACode(String query) {
        Reply reply = api.get("accounts?" + query);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().path("error").path("code").asString()).startsWith("0x");
        assertThat(reply.json().path("error").path("message").asString()).isNotBlank();
    }

    @Test
    void aPlusInAQueryIsABlank() {
        assertThat(api.get("accounts?$select=name&$filter=name+eq+'beta'").texts("name"))
                .containsExactly("beta");
    }

    @Test
    void blanksAroundSeparatorsAndASlashAtTheEndDoNotMatter() {
        Reply reply = api.get(
                "accounts/?$select=name , revenue&$orderby=revenue desc , name"
                        + "&$expand=primarycontactid($select=fullname, firstname), Account_Tasks($select=subject; $filter=subject eq 'a , b')");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.texts("name")).startsWith("Alpha 100%", "beta");
    }

    @Test
    void aQueryThatWouldBeIgnoredIsRefused() {
        assertThat(api.get("accounts?fetchXml=x").status()).isEqualTo(400);
        assertThat(api.get("accounts?savedQuery=" + ann).status()).isEqualTo(501);
        assertThat(api.get("accounts?tag=x").status()).isEqualTo(200);
    }

    @Test
    void rowsAreSortedByColumnsAndLookupsByTheNameBehindThem() {
        assertThat(api.get("accounts?$select=name&$orderby=name").texts("name"))
                .containsExactly("", "Alpha 100%", "beta", "Gamma");
        assertThat(api.get("accounts?$select=name&$orderby=numberofemployees desc,name desc")
                        .texts("name"))
                .containsExactly("Gamma", "beta", "Alpha 100%", "");
        assertThat(api.get("accounts?$select=name&$orderby=primarycontactid/birthdate desc&$top=2")
                        .texts("name"))
                .containsExactly("Alpha 100%", "beta");
        assertThat(api.get("accounts?$select=name&$orderby=_primarycontactid_value desc&$top=1")
                        .texts("name"))
                .containsExactly("beta");
    }

    @Test
    void onlyTheSelectedColumnsAndTheKeyCome() {
        Reply reply = api.get("accounts?$select=name,_primarycontactid_value&$top=1");

        assertThat(reply.json().path("value").path(0).propertyNames())
                .containsExactlyInAnyOrder("@odata.etag", "accountid", "name", "_primarycontactid_value");
        assertThat(reply.json().path("@odata.context").asString())
                .isEqualTo(sandbox.dataverseUri() + "/api/data/v9.2/$metadata#accounts(name,_primarycontactid_value)");
    }

    @Test
    void aLookupAndACollectionAreExpandedWithOptions() {
        Reply reply = api.get(
                "accounts?$select=name&$filter=startswith(name,'Alpha')&$expand=primarycontactid($select=fullname),"
                        + "Account_Tasks($select=subject;$orderby=subject desc;$filter=statecode le 1;$top=1)");

        var row = reply.json().path("value").path(0);
        assertThat(row.path("primarycontactid").path("fullname").asString()).isEqualTo("Ann O'Brien");
        assertThat(row.path("primarycontactid").has("birthdate")).isFalse();
        assertThat(row.path("Account_Tasks").size()).isEqualTo(1);
        assertThat(row.path("Account_Tasks").path(0).path("subject").asString()).isEqualTo("Write");
        Reply again = api.get(row.path("Account_Tasks@odata.nextLink").asString());
        assertThat(again.texts("subject")).containsExactly("Write");
    }

    @Test
    void anEmptyLookupExpandsToNull() {
        Reply reply = api.get(
                "accounts?$filter=name eq 'Gamma'&$expand=primarycontactid,parentaccountid($select=name;$expand=primarycontactid($select=fullname))");

        var row = reply.json().path("value").path(0);
        assertThat(row.path("primarycontactid").isNull()).isTrue();
        assertThat(row.path("parentaccountid")
                        .path("primarycontactid")
                        .path("fullname")
                        .asString())
                .isEqualTo("Ann O'Brien");
    }

    @Test
    void relatedRowsHaveUrlsOfTheirOwn() {
        String alpha = api.get("accounts?$select=name&$filter=startswith(name,'Alpha')")
                .texts("accountid")
                .get(0);

        assertThat(api.get("accounts(" + alpha + ")/primarycontactid?$select=fullname")
                        .json()
                        .path("fullname")
                        .asString())
                .isEqualTo("Ann O'Brien");
        assertThat(api.get("accounts(" + alpha + ")/Account_Tasks?$orderby=subject")
                        .texts("subject"))
                .containsExactly("Call", "Write");
        assertThat(api.get("accounts(" + alpha + ")/Account_Tasks/$count").body())
                .isEqualTo("\uFEFF2");
        assertThat(api.get("accounts(" + alpha + ")/Account_Tasks/$ref")
                        .json()
                        .path("value")
                        .path(0)
                        .path("@odata.id")
                        .asString())
                .startsWith(sandbox.dataverseApiUri() + "tasks(");
        assertThat(api.get("accounts(" + alpha + ")/parentaccountid").status()).isEqualTo(204);
        assertThat(api.get("accounts(" + UUID.randomUUID() + ")/Account_Tasks").status())
                .isEqualTo(404);
    }

    @Test
    void theSetOfAnAbstractTypeListsAllDerivedRows() {
        Reply reply = api.get("activitypointers?$select=subject&$orderby=subject");

        assertThat(reply.texts("subject")).containsExactly("Call", "Write");
        assertThat(reply.texts("@odata.type")).containsOnly("#Microsoft.Dynamics.CRM.task");
    }

    @Test
    void annotationsComeOnlyWhenTheyAreAskedFor() {
        String url =
                "accounts?$select=name,revenue,_primarycontactid_value,statecode,creditonhold&$filter=creditonhold eq true";

        assertThat(api.get(url).body()).doesNotContain("Formatted").doesNotContain("lookuplogicalname");
        Reply some = api.get(url, "Prefer", "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"");
        assertThat(some.body())
                .contains("\"_primarycontactid_value@OData.Community.Display.V1.FormattedValue\":\"Ann O'Brien\"")
                .contains("\"revenue@OData.Community.Display.V1.FormattedValue\":\"1,000.50\"")
                .contains("\"statecode@OData.Community.Display.V1.FormattedValue\":\"Active\"")
                .contains("\"creditonhold@OData.Community.Display.V1.FormattedValue\":\"Yes\"")
                .doesNotContain("lookuplogicalname");
        Reply all = api.get(url + "&$count=true", "Prefer", "odata.include-annotations=\"*\"");
        assertThat(all.body())
                .contains("\"_primarycontactid_value@Microsoft.Dynamics.CRM.lookuplogicalname\":\"contact\"")
                .contains(
                        "\"_primarycontactid_value@Microsoft.Dynamics.CRM.associatednavigationproperty\":\"primarycontactid\"")
                .contains("\"@Microsoft.Dynamics.CRM.totalrecordcount\":1")
                .contains("\"@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded\":false");
        assertThat(all.header("Preference-Applied")).isEqualTo("odata.include-annotations=\"*\"");
    }

    @Test
    void taughtLabelsAreTheFormattedValuesOfChoices() {
        sandbox.dataverse().choiceLabel("account", "numberofemployees", 10, "Ten");

        Reply reply = api.get(
                "accounts?$select=numberofemployees&$filter=numberofemployees eq 10",
                "Prefer",
                "odata.include-annotations=\"OData.*\"");

        assertThat(reply.body()).contains("\"numberofemployees@OData.Community.Display.V1.FormattedValue\":\"Ten\"");
    }

    @Test
    void functionsOfTheDocumentAnswer() {
        assertThat(api.get("WhoAmI").json().path("UserId").asString()).isEqualTo(DataverseService.USER_ID.toString());
        assertThat(api.get("WhoAmI()").json().path("OrganizationId").asString())
                .isEqualTo(DataverseService.ORGANIZATION_ID.toString());
        assertThat(api.get("RetrieveVersion()").json().path("Version").asString())
                .startsWith("9.2.");
        assertThat(api.get("GetTimeZoneCodeByLocalizedName()").status()).isEqualTo(501);
    }

    @Test
    void theServiceDescribesItself() {
        assertThat(api.get("").texts("name")).contains("accounts", "tasks");
        Reply metadata = api.get("$metadata", "Accept", "application/xml");
        assertThat(metadata.header("Content-Type")).startsWith("application/xml");
        assertThat(metadata.body()).contains("EntityType Name=\"account\"");
    }
}
