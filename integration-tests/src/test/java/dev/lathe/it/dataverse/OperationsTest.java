package dev.lathe.it.dataverse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.AccessRights;
import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Activityparty;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.dataverse.Crmbaseentity;
import dev.lathe.dataverse.FetchExpression;
import dev.lathe.dataverse.Letter;
import dev.lathe.dataverse.PagingInfo;
import dev.lathe.dataverse.PrincipalAccess;
import dev.lathe.dataverse.PrincipalAccessColumns;
import dev.lathe.dataverse.Privilege;
import dev.lathe.dataverse.PrivilegeDepth;
import dev.lathe.dataverse.QueryExpression;
import dev.lathe.dataverse.Queueitem;
import dev.lathe.dataverse.RetrieveTimestampResponse;
import dev.lathe.dataverse.RetrieveTotalRecordCountResponse;
import dev.lathe.dataverse.RetrieveUserPrivilegesResponse;
import dev.lathe.dataverse.RollupType;
import dev.lathe.dataverse.Savedqueries;
import dev.lathe.dataverse.Savedquery;
import dev.lathe.dataverse.Systemuser;
import dev.lathe.dataverse.Systemusers;
import dev.lathe.dataverse.TargetFieldType;
import dev.lathe.dataverse.Task;
import dev.lathe.dataverse.Team;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.sandbox.dataverse.OperationRequest;
import java.net.URLDecoder;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Functions and actions, checked by the sandbox against the document, with answers of the tests. */
class OperationsTest extends PublishedDocumentCalls {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");
    private static final UUID OTHER = UUID.fromString("00000000-557c-49f7-a9d2-d391f31fb213");
    private static final String NS = "Microsoft.Dynamics.CRM.";

    private final List<OperationRequest> requests = new ArrayList<>();

    private void answer(String operation, Object answer) {
        sandbox.dataverse().operation(operation, request -> {
            requests.add(request);
            return answer;
        });
    }

    private OperationRequest request() {
        return requests.get(requests.size() - 1);
    }

    /** The request line, decoded. */
    private static String decoded() {
        return URLDecoder.decode(line().replace("+", "%2B"), UTF_8);
    }

    private static String reference(String set, UUID id) {
        return "{\"@odata.id\":\"" + set + "(" + id + ")\"}";
    }

    // ---- functions

    @Test
    void anUnboundFunctionIsCalledByItsShortName() {
        assertThat(crm.whoAmI().getUserId()).isNotNull();
        assertThat(line()).isEqualTo("GET WhoAmI()");
    }

    @Test
    void collectionsAndDatesTravelThroughAliases() {
        answer(
                "RetrieveTotalRecordCount",
                Map.of(
                        "EntityRecordCountCollection",
                        Map.of(
                                "Count",
                                2,
                                "Keys",
                                List.of("account", "contact"),
                                "Values",
                                List.of(7L, 8_000_000_000L))));
        RetrieveTotalRecordCountResponse counts = crm.retrieveTotalRecordCount(List.of("account", "contact"));
        assertThat(decoded()).isEqualTo("GET RetrieveTotalRecordCount(EntityNames=@p1)?@p1=[\"account\",\"contact\"]");
        assertThat(counts.getEntityRecordCountCollection().getValues()).containsExactly(7L, 8_000_000_000L);

        answer("LocalTimeFromUtcTime", Map.of("LocalTime", "2024-05-31T14:00:00Z"));
        OffsetDateTime noon = OffsetDateTime.of(2024, 5, 31, 12, 0, 0, 0, ZoneOffset.UTC);
        assertThat(crm.localTimeFromUtcTime(110, noon).getLocalTime()).isEqualTo(noon.plusHours(2));
        assertThat(decoded())
                .isEqualTo("GET LocalTimeFromUtcTime(TimeZoneCode=@p1,UtcTime=@p2)?@p1=110&@p2=2024-05-31T12:00:00Z");
    }

    @Test
    void textThatHoldsQuotesAndSignsArrivesWhole() {
        answer("FormatAddress", Map.of("Address", "x"));

        crm.formatAddress("O'Brien & Söhne + 1/2 #5 100%", "a", "b", "c", "d");

        assertThat(request().parameters()).containsEntry("Line1", "O'Brien & Söhne + 1/2 #5 100%");
    }

    @Test
    void aTemplateIsMadeFromARowAndPostedAsItCame() {
        UUID parent = crm.accounts().create(new Account().setName("Parent"));
        answer(
                "InitializeFrom",
                Map.of(
                        "@odata.type", "#Microsoft.Dynamics.CRM.account",
                        "name", "Child",
                        "parentaccountid@odata.bind", "accounts(" + parent + ")"));

        Crmbaseentity template = crm.initializeFrom(
                Accounts.ref(parent),
                "account",
                TargetFieldType.VALID_FOR_CREATE,
                o -> o.retrieveConsumableRecord(true));

        assertThat(decoded())
                .isEqualTo("GET InitializeFrom(EntityMoniker=@p1,TargetEntityName=@p2,TargetFieldType=@p3,"
                        + "RetrieveConsumableRecord=@p4)?@p1=" + reference("accounts", parent)
                        + "&@p2='account'&@p3=Microsoft.Dynamics.CRM.TargetFieldType'ValidForCreate'&@p4=true");
        Account row = (Account) template;
        UUID child = crm.accounts().create(row);
        assertThat(crm.accounts().get(child).getName()).isEqualTo("Child");
        assertThat(crm.accounts().get(child).getParentaccountidValue()).isEqualTo(parent);

        UUID other = crm.accounts().create(new Account().setName("Other"));
        Account again = (Account) crm.initializeFrom(Accounts.ref(parent), "account", TargetFieldType.ALL);
        Accounts.PARENTACCOUNTID.bind(again, Accounts.ref(other));
        assertThat(crm.accounts().get(crm.accounts().create(again)).getParentaccountidValue())
                .as("the caller's lookup takes the place of the proposed one")
                .isEqualTo(other);
    }

    @Test
    void aRowIsGivenByReferenceOrByValueAndRowsOfAnyTableComeBack() {
        answer(
                "RetrieveDuplicates",
                List.of(
                        Map.of("@odata.type", "#Microsoft.Dynamics.CRM.account", "accountid", ID, "name", "twin"),
                        Map.of("@odata.type", "#Microsoft.Dynamics.CRM.contact", "contactid", OTHER)));

        List<Crmbaseentity> found = crm.retrieveDuplicates(
                Accounts.ref(ID),
                "account",
                o -> o.pagingInfo(new PagingInfo().setPageNumber(1).setCount(50)));

        assertThat(decoded())
                .isEqualTo("GET RetrieveDuplicates(BusinessEntity=@p1,MatchingEntityName=@p2,PagingInfo=@p3)?@p1="
                        + reference("accounts", ID) + "&@p2='account'&@p3={\"PageNumber\":1,\"Count\":50}");
        assertThat(found.get(0))
                .isInstanceOfSatisfying(
                        Account.class, a -> assertThat(a.getName()).isEqualTo("twin"));
        assertThat(found.get(1)).isInstanceOf(Contact.class);

        assertThatThrownBy(() -> crm.retrieveDuplicates(EntityReference.byValue(new Account().setName("x")), "account"))
                .as("the sandbox, as Dataverse, wants references")
                .isInstanceOf(ApiException.class);
        assertThat(decoded()).contains("@p1={\"@odata.type\":\"Microsoft.Dynamics.CRM.account\",\"name\":\"x\"}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crm.accounts().get(EntityReference.byValue(new Account())));
    }

    @Test
    void complexValuesOfDerivedTypesSayWhatTheyAre() {
        answer("Rollup", List.of());

        crm.rollup(Accounts.ref(ID), RollupType.RELATED, o -> o.query(new FetchExpression().setQuery("<fetch/>")));

        assertThat(decoded())
                .isEqualTo("GET Rollup(Target=@p1,RollupType=@p2,Query=@p3)?@p1=" + reference("accounts", ID)
                        + "&@p2=Microsoft.Dynamics.CRM.RollupType'Related'"
                        + "&@p3={\"@odata.type\":\"Microsoft.Dynamics.CRM.FetchExpression\",\"Query\":\"<fetch/>\"}");
    }

    @Test
    void aFunctionIsBoundToARowByItsFullNameAndToldApartByTheTable() {
        answer(
                "RetrieveUserPrivileges",
                Map.of(
                        "RolePrivileges",
                        List.of(
                                Map.of("Depth", "Global", "PrivilegeId", ID),
                                Map.of("Depth", "Tomorrow", "PrivilegeId", OTHER))));
        UUID user = crm.systemusers().create(new Systemuser().setFirstname("Ann"));
        RetrieveUserPrivilegesResponse privileges = crm.systemusers().retrieveUserPrivileges(user);
        assertThat(line()).isEqualTo("GET systemusers(" + user + ")/" + NS + "RetrieveUserPrivileges()");
        assertThat(request().boundTo()).isEqualTo("systemusers(" + user + ")");
        assertThat(privileges.getRolePrivileges())
                .extracting(p -> p.getDepth())
                .containsExactly(PrivilegeDepth.GLOBAL, PrivilegeDepth.of("Tomorrow"));

        answer("RetrievePrincipalAccess", Map.of("AccessRights", "ReadAccess,WriteAccess"));
        UUID team = crm.teams().create(new Team().setName("t"));
        assertThat(crm.teams().retrievePrincipalAccess(team, Accounts.ref(ID)).getAccessRights())
                .isEqualTo(AccessRights.of("ReadAccess,WriteAccess"));
        assertThat(decoded())
                .isEqualTo("GET teams(" + team + ")/" + NS + "RetrievePrincipalAccess(Target=@p1)?@p1="
                        + reference("accounts", ID));
        crm.systemusers().retrievePrincipalAccess(user, Contacts.ref(ID));
        assertThat(decoded()).startsWith("GET systemusers(" + user + ")/" + NS + "RetrievePrincipalAccess(");
    }

    @Test
    void aFunctionIsBoundToACollection() {
        answer("RetrievePrivilegeSet", List.of(Map.of("privilegeid", ID, "name", "prvRead")));

        assertThat(crm.privileges().retrievePrivilegeSet())
                .extracting(Privilege::getName)
                .containsExactly("prvRead");
        assertThat(line()).isEqualTo("GET privileges/" + NS + "RetrievePrivilegeSet()");
    }

    @Test
    void whatAComposableFunctionReturnsIsQueriedFurther() {
        answer("RetrieveUnpublishedMultiple", List.of(Map.of("savedqueryid", ID, "name", "View")));
        assertThat(crm.savedqueries()
                        .retrieveUnpublishedMultiple()
                        .filter(Savedqueries.NAME.startsWith("V"))
                        .select(Savedqueries.NAME)
                        .orderBy(Savedqueries.NAME.asc()))
                .extracting(Savedquery::getName)
                .containsExactly("View");
        assertThat(decoded())
                .isEqualTo("GET savedqueries/" + NS + "RetrieveUnpublishedMultiple()"
                        + "?$select=name&$filter=startswith(name,'V')&$orderby=name asc");

        UUID user = crm.systemusers().create(new Systemuser().setFirstname("Boss"));
        answer("RetrieveAllChildUsersSystemUser", List.of());
        assertThat(crm.systemusers().retrieveAllChildUsersSystemUser(user).select(Systemusers.FULLNAME))
                .isEmpty();
        assertThat(decoded())
                .isEqualTo(
                        "GET systemusers(" + user + ")/" + NS + "RetrieveAllChildUsersSystemUser()?$select=fullname");

        UUID view = crm.savedqueries().create(new Savedquery().setName("v"));
        answer("RetrieveUnpublished", Map.of("savedqueryid", view, "name", "v"));
        assertThat(crm.with(o -> o.query("$select", "name"))
                        .savedqueries()
                        .retrieveUnpublished(view)
                        .getName())
                .isEqualTo("v");
        assertThat(decoded()).isEqualTo("GET savedqueries(" + view + ")/" + NS + "RetrieveUnpublished()?$select=name");
    }

    @Test
    void rowsInsideOfComplexAnswersAreTyped() {
        answer(
                "RetrieveSharedPrincipalsAndAccess",
                Map.of(
                        "PrincipalAccesses",
                        List.of(
                                Map.of(
                                        "AccessMask",
                                        "ReadAccess",
                                        "Principal",
                                        Map.of(
                                                "@odata.type",
                                                "#Microsoft.Dynamics.CRM.systemuser",
                                                "ownerid",
                                                ID,
                                                "fullname",
                                                "Ann")),
                                Map.of(
                                        "AccessMask",
                                        "WriteAccess",
                                        "Principal",
                                        Map.of("@odata.type", "#Microsoft.Dynamics.CRM.team", "ownerid", OTHER)))));

        List<PrincipalAccess> shared =
                crm.retrieveSharedPrincipalsAndAccess(Accounts.ref(ID)).getPrincipalAccesses();

        assertThat(shared.get(0).getAccessMask()).isEqualTo(AccessRights.READ_ACCESS);
        assertThat(PrincipalAccessColumns.PRINCIPAL.of(shared.get(0)))
                .isInstanceOfSatisfying(
                        Systemuser.class, u -> assertThat(u.getFullname()).isEqualTo("Ann"));
        assertThat(PrincipalAccessColumns.PRINCIPAL.of(shared.get(1)))
                .isInstanceOfSatisfying(
                        Team.class, t -> assertThat(t.getOwnerid()).isEqualTo(OTHER));
    }

    // ---- actions

    @Test
    void rowsInActionsSayOfWhichTableTheyAre() {
        answer("Merge", null);

        crm.merge(
                new Account().setAccountid(ID),
                new Account().setAccountid(OTHER),
                new Account().setTelephone1("1"),
                false);

        assertThat(line()).isEqualTo("POST Merge");
        assertThat(sent().bodyText())
                .isEqualTo(
                        "{\"Target\":{\"@odata.type\":\"Microsoft.Dynamics.CRM.account\",\"accountid\":\"" + ID + "\"},"
                                + "\"Subordinate\":{\"@odata.type\":\"Microsoft.Dynamics.CRM.account\",\"accountid\":\""
                                + OTHER + "\"},"
                                + "\"UpdateContent\":{\"@odata.type\":\"Microsoft.Dynamics.CRM.account\",\"telephone1\":\"1\"},"
                                + "\"PerformParentingChecks\":false}");
        assertThat(sent().status()).isEqualTo(204);
    }

    @Test
    void rowsInsideOfComplexParametersAreTypedToo() {
        answer("GrantAccess", null);
        PrincipalAccess access = new PrincipalAccess().setAccessMask(AccessRights.of("ReadAccess,WriteAccess"));
        PrincipalAccessColumns.PRINCIPAL.insert(access, new Systemuser().setOwnerid(ID));

        crm.grantAccess(new Account().setAccountid(OTHER), access);

        assertThat(sent().bodyText())
                .isEqualTo("{\"Target\":{\"@odata.type\":\"Microsoft.Dynamics.CRM.account\",\"accountid\":\"" + OTHER
                        + "\"},"
                        + "\"PrincipalAccess\":{\"AccessMask\":\"ReadAccess,WriteAccess\",\"Principal\":"
                        + "{\"@odata.type\":\"Microsoft.Dynamics.CRM.systemuser\",\"ownerid\":\"" + ID + "\"}}}");
    }

    @Test
    void anActionIsBoundToARowWithOptionalParameters() {
        answer("AddToQueue", Map.of("QueueItemId", ID));
        UUID queue = sandbox.dataverse().insert("queues", Map.of("name", "q"));
        Letter letter = new Letter().setActivityid(OTHER);

        assertThat(crm.queues().addToQueue(queue, letter).getQueueItemId()).isEqualTo(ID);
        assertThat(line()).isEqualTo("POST queues(" + queue + ")/" + NS + "AddToQueue");
        assertThat(sent().bodyText())
                .isEqualTo("{\"Target\":{\"@odata.type\":\"Microsoft.Dynamics.CRM.letter\",\"activityid\":\"" + OTHER
                        + "\"}}");

        crm.queues().addToQueue(queue, letter, o -> o.queueItemProperties(new Queueitem().setTitle("t")));
        assertThat(request().parameters()).containsKey("QueueItemProperties").doesNotContainKey("SourceQueue");
    }

    @Test
    void collectionsOfRowsAndOfComplexValuesTravelInBodies() {
        answer("AddMembersTeam", null);
        UUID team = crm.teams().create(new Team().setName("t"));
        crm.teams().addMembersTeam(team, List.of(new Systemuser().setOwnerid(ID), new Systemuser().setOwnerid(OTHER)));
        assertThat(sent().bodyText())
                .contains("\"Members\":[{\"@odata.type\":\"Microsoft.Dynamics.CRM.systemuser\",\"ownerid\":\"" + ID
                        + "\"}");

        answer("BulkDelete", Map.of("JobId", ID));
        OffsetDateTime start = OffsetDateTime.of(2024, 5, 31, 0, 0, 0, 0, ZoneOffset.UTC);
        assertThat(crm.bulkDelete(
                                List.of(new QueryExpression().setEntityName("account")),
                                "job",
                                false,
                                List.of(new Activityparty().setAddressused("a@example.com")),
                                List.of(),
                                "",
                                start)
                        .getJobId())
                .isEqualTo(ID);
        assertThat(request().parameters())
                .containsEntry("StartDateTime", "2024-05-31T00:00:00Z")
                .containsEntry("CCRecipients", List.of())
                .doesNotContainKey("RunNow");
    }

    @Test
    void actionsAreBoundToCollections() {
        answer("ValidateSavedQuery", null);
        crm.savedqueries().validateSavedQuery("<fetch/>", 0);
        assertThat(line()).isEqualTo("POST savedqueries/" + NS + "ValidateSavedQuery");
        assertThat(sent().bodyText()).isEqualTo("{\"FetchXml\":\"<fetch/>\",\"QueryType\":0}");
    }

    @Test
    void bytesComeAndGoInBase64() {
        answer("ExportSolution", Map.of("ExportSolutionFile", new byte[] {(byte) 0xFB, (byte) 0xFF}));
        assertThat(crm.exportSolution("s", true, o -> o.exportSales(true)).getExportSolutionFile())
                .containsExactly(0xFB, 0xFF);
        assertThat(sent().bodyText()).isEqualTo("{\"SolutionName\":\"s\",\"Managed\":true,\"ExportSales\":true}");

        answer("ImportSolution", null);
        crm.importSolution(true, false, new byte[] {(byte) 0xFB, (byte) 0xFF}, ID);
        assertThat(sent().bodyText()).contains("\"CustomizationFile\":\"+/8=\"");
    }

    @Test
    void rowsAreReturnedByActions() {
        answer("SendEmailFromTemplate", null);
        answer("InstantiateTemplate", List.of(Map.of("@odata.type", "#Microsoft.Dynamics.CRM.task", "subject", "s")));

        assertThat(crm.instantiateTemplate(ID, "account", OTHER))
                .singleElement()
                .isInstanceOfSatisfying(
                        Task.class, t -> assertThat(t.getSubject()).isEqualTo("s"));
    }

    @Test
    void whatTheServiceDoesNotKnowIsAnError() {
        assertThatThrownBy(() -> crm.publishAllXml())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("501")
                .hasMessageContaining("PublishAllXml");
        assertThatThrownBy(() -> crm.merge(new Crmbaseentity(), new Account(), new Account(), true))
                .as("a parameter of no table is refused")
                .isInstanceOf(ApiException.class);
    }

    /** What a document does not describe, such as an operation that was added later. */
    @Test
    void operationsThatTheClientDoesNotHaveCanBeCalled() {
        answer("RetrieveTimestamp", Map.of("Timestamp", "5"));

        assertThat(crm.accounts()
                        .service()
                        .function("RetrieveTimestamp")
                        .read(RetrieveTimestampResponse.TYPE)
                        .getTimestamp())
                .isEqualTo("5");
    }
}
