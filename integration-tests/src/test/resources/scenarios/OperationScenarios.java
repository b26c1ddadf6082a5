package scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import crm.AccessRights;
import crm.Account;
import crm.Accounts;
import crm.Activityparty;
import crm.Appointment;
import crm.Asyncoperation;
import crm.AttributeAuditDetail;
import crm.AttributeAuditDetailColumns;
import crm.Audit;
import crm.AuditDetail;
import crm.AuditDetailColumns;
import crm.Contact;
import crm.Contacts;
import crm.Crmbaseentity;
import crm.Dataverse;
import crm.EntityFilters;
import crm.EntityQueryExpression;
import crm.FetchExpression;
import crm.Kbarticle;
import crm.Kbarticles;
import crm.Label;
import crm.Letter;
import crm.LocalizedLabel;
import crm.LogicalOperator;
import crm.MetadataFilterExpression;
import crm.PagingInfo;
import crm.PrincipalAccess;
import crm.PrincipalAccessColumns;
import crm.QueryExpression;
import crm.Savedqueries;
import crm.Subjects;
import crm.Systemuser;
import crm.TargetFieldType;
import dev.lathe.runtime.auth.EntraId;
import dev.lathe.sandbox.Sandbox;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Operations of the real document: what the client sends for them, which the sandbox checks against that document. */
public final class OperationScenarios {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");
    private static final UUID OTHER = UUID.fromString("00000000-557c-49f7-a9d2-d391f31fb213");
    private static final String NS = "Microsoft.Dynamics.CRM.";
    private static final OffsetDateTime DAY = OffsetDateTime.of(2024, 5, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private OperationScenarios() {}

    private static Dataverse connect(Sandbox sandbox, String operation, Object answer) {
        sandbox.dataverse().operation(operation, request -> answer);
        return Dataverse.connect(
                sandbox.dataverseUri(),
                EntraId.clientSecret(Sandbox.TENANT, Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET)
                        .withAuthority(sandbox.entraUri()));
    }

    private static void sent(Sandbox sandbox, String line) {
        var last = sandbox.requests().last();
        String target = URLDecoder.decode(last.target().replace("+", "%2B"), StandardCharsets.UTF_8);
        assertThat(last.method() + " " + target.substring("/api/data/v9.2/".length())).isEqualTo(line);
        assertThat(last.status()).isLessThan(300);
    }

    private static void sent(Sandbox sandbox, String line, String body) {
        sent(sandbox, line);
        assertThat(sandbox.requests().last().bodyText()).isEqualTo(body);
    }

    private static String row(String table, String key, UUID id) {
        return "{\"@odata.type\":\"" + NS + table + "\",\"" + key + "\":\"" + id + "\"}";
    }

    private static String reference(String set, UUID id) {
        return "{\"@odata.id\":\"" + set + "(" + id + ")\"}";
    }

    public static void merge(Sandbox sandbox) {
        connect(sandbox, "Merge", null)
                .merge(
                        new Contact().setContactid(ID),
                        new Contact().setContactid(OTHER),
                        new Contact().setLastname("Lee"),
                        true);
        sent(sandbox, "POST Merge",
                "{\"Target\":" + row("contact", "contactid", ID) + ",\"Subordinate\":" + row("contact", "contactid", OTHER)
                        + ",\"UpdateContent\":{\"@odata.type\":\"" + NS + "contact\",\"lastname\":\"Lee\"},"
                        + "\"PerformParentingChecks\":true}");
    }

    public static void calculateRollupField(Sandbox sandbox) {
        Crmbaseentity row = connect(
                        sandbox,
                        "CalculateRollupField",
                        Map.of("@odata.type", "#" + NS + "account", "accountid", ID, "opendeals", 3))
                .calculateRollupField(Accounts.ref(ID), "opendeals");
        sent(sandbox, "GET CalculateRollupField(Target=@p1,FieldName=@p2)?@p1=" + reference("accounts", ID)
                + "&@p2='opendeals'");
        assertThat(row).isInstanceOf(Account.class);
        assertThat(((Account) row).getAccountid()).isEqualTo(ID);
    }

    public static void retrieveTotalRecordCount(Sandbox sandbox) {
        var counts = connect(
                        sandbox,
                        "RetrieveTotalRecordCount",
                        Map.of("EntityRecordCountCollection", Map.of("Keys", List.of("account"), "Values", List.of(7))))
                .retrieveTotalRecordCount(List.of("account"));
        sent(sandbox, "GET RetrieveTotalRecordCount(EntityNames=@p1)?@p1=[\"account\"]");
        assertThat(counts.getEntityRecordCountCollection().getValues()).containsExactly(7L);
    }

    public static void addToQueue(Sandbox sandbox) {
        UUID queue = sandbox.dataverse().insert("queues", Map.of("name", "q"));
        var added = connect(sandbox, "AddToQueue", Map.of("QueueItemId", OTHER))
                .queues()
                .addToQueue(queue, new Letter().setActivityid(ID));
        sent(sandbox, "POST queues(" + queue + ")/" + NS + "AddToQueue",
                "{\"Target\":" + row("letter", "activityid", ID) + "}");
        assertThat(added.getQueueItemId()).isEqualTo(OTHER);
    }

    public static void retrieveAttributeChangeHistory(Sandbox sandbox) {
        // The type comes late, when rows of the derived type have been passed by.
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("AuditRecord", Map.of("@odata.type", "#" + NS + "audit", "auditid", OTHER));
        detail.put("NewValue", Map.of("@odata.type", "#" + NS + "account", "name", "new"));
        detail.put("@odata.type", "#" + NS + "AttributeAuditDetail");
        detail.put("OldValue", Map.of("@odata.type", "#" + NS + "account", "name", "old"));
        var history = connect(
                        sandbox,
                        "RetrieveAttributeChangeHistory",
                        Map.of("AuditDetailCollection", Map.of("AuditDetails", List.of(detail), "MoreRecords", false)))
                .retrieveAttributeChangeHistory(
                        Accounts.ref(ID), "name", o -> o.pagingInfo(new PagingInfo().setPageNumber(1).setCount(10)));
        sent(sandbox, "GET RetrieveAttributeChangeHistory(Target=@p1,AttributeLogicalName=@p2,PagingInfo=@p3)?@p1="
                + reference("accounts", ID) + "&@p2='name'&@p3={\"PageNumber\":1,\"Count\":10}");
        AuditDetail first = history.getAuditDetailCollection().getAuditDetails().get(0);
        assertThat(first).isInstanceOf(AttributeAuditDetail.class);
        assertThat(AttributeAuditDetailColumns.NEW_VALUE.of((AttributeAuditDetail) first))
                .isInstanceOfSatisfying(Account.class, a -> assertThat(a.getName()).isEqualTo("new"));
        assertThat(AttributeAuditDetailColumns.OLD_VALUE.of((AttributeAuditDetail) first)).isInstanceOf(Account.class);
        assertThat(AuditDetailColumns.AUDIT_RECORD.of(first)).isInstanceOf(Audit.class);
    }

    public static void retrieveEntity(Sandbox sandbox) {
        connect(sandbox, "RetrieveEntity", Map.of())
                .retrieveEntity(EntityFilters.of("Entity,Attributes"), new UUID(0, 0), true, o -> o.logicalName("account"));
        sent(sandbox, "GET RetrieveEntity(EntityFilters=@p1,MetadataId=@p2,RetrieveAsIfPublished=@p3,LogicalName=@p4)"
                + "?@p1=" + NS + "EntityFilters'Entity,Attributes'&@p2=00000000-0000-0000-0000-000000000000&@p3=true"
                + "&@p4='account'");
    }

    public static void retrieveMetadataChanges(Sandbox sandbox) {
        Dataverse crm = connect(sandbox, "RetrieveMetadataChanges", Map.of("ServerVersionStamp", "7"));
        assertThat(crm.retrieveMetadataChanges().getServerVersionStamp()).isEqualTo("7");
        sent(sandbox, "GET RetrieveMetadataChanges()");

        crm.retrieveMetadataChanges(o -> o.query(new EntityQueryExpression()
                .setCriteria(new MetadataFilterExpression().setFilterOperator(LogicalOperator.AND))));
        sent(sandbox, "GET RetrieveMetadataChanges(Query=@p1)?@p1={\"Criteria\":{\"FilterOperator\":\"And\"}}");
    }

    public static void initializeFrom(Sandbox sandbox) {
        connect(sandbox, "InitializeFrom", Map.of("@odata.type", "#" + NS + "contact", "lastname", "x"))
                .initializeFrom(Accounts.ref(ID), "contact", TargetFieldType.VALID_FOR_CREATE);
        sent(sandbox, "GET InitializeFrom(EntityMoniker=@p1,TargetEntityName=@p2,TargetFieldType=@p3)?@p1="
                + reference("accounts", ID) + "&@p2='contact'&@p3=" + NS + "TargetFieldType'ValidForCreate'");
    }

    public static void retrieveDuplicates(Sandbox sandbox) {
        var found = connect(
                        sandbox,
                        "RetrieveDuplicates",
                        List.of(Map.of("@odata.type", "#" + NS + "contact", "contactid", OTHER)))
                .retrieveDuplicates(Contacts.ref(ID), "contact");
        sent(sandbox, "GET RetrieveDuplicates(BusinessEntity=@p1,MatchingEntityName=@p2)?@p1=" + reference("contacts", ID)
                + "&@p2='contact'");
        assertThat(found).singleElement().isInstanceOf(Contact.class);
    }

    public static void grantAccess(Sandbox sandbox) {
        PrincipalAccess access = new PrincipalAccess().setAccessMask(AccessRights.READ_ACCESS);
        PrincipalAccessColumns.PRINCIPAL.insert(access, new Systemuser().setOwnerid(OTHER));
        connect(sandbox, "GrantAccess", null)
                .grantAccess(new Account().setAccountid(ID), o -> o.principalAccess(access));
        sent(sandbox, "POST GrantAccess",
                "{\"Target\":" + row("account", "accountid", ID) + ",\"PrincipalAccess\":{\"AccessMask\":\"ReadAccess\","
                        + "\"Principal\":" + row("systemuser", "ownerid", OTHER) + "}}");
    }

    public static void retrievePrincipalAccess(Sandbox sandbox) {
        UUID user = sandbox.dataverse().insert("systemusers", Map.of("fullname", "u"));
        UUID team = sandbox.dataverse().insert("teams", Map.of("name", "t"));
        Dataverse crm = connect(sandbox, "RetrievePrincipalAccess", Map.of("AccessRights", "ReadAccess"));
        crm.systemusers().retrievePrincipalAccess(user, Accounts.ref(ID));
        sent(sandbox, "GET systemusers(" + user + ")/" + NS + "RetrievePrincipalAccess(Target=@p1)?@p1="
                + reference("accounts", ID));
        crm.teams().retrievePrincipalAccess(team, Accounts.ref(ID));
        sent(sandbox, "GET teams(" + team + ")/" + NS + "RetrievePrincipalAccess(Target=@p1)?@p1="
                + reference("accounts", ID));
    }

    public static void searchByTitleKbArticle(Sandbox sandbox) {
        assertThat(connect(sandbox, "SearchByTitleKbArticle", List.of(Map.of("kbarticleid", ID, "title", "How to")))
                        .kbarticles()
                        .searchByTitleKbArticle("how", Subjects.ref(OTHER), true)
                        .select(Kbarticles.TITLE)
                        .top(3))
                .extracting(Kbarticle::getTitle)
                .containsExactly("How to");
        sent(sandbox, "GET kbarticles/" + NS + "SearchByTitleKbArticle(SearchText=@p1,Subject=@p2,UseInflection=@p3)"
                + "?$select=title&$top=3&@p1='how'&@p2=" + reference("subjects", OTHER) + "&@p3=true");
    }

    public static void fullTextSearchKnowledgeArticle(Sandbox sandbox) {
        connect(sandbox, "FullTextSearchKnowledgeArticle", List.of())
                .fullTextSearchKnowledgeArticle(
                        "x", true, false, 3, o -> o.queryExpression(new FetchExpression().setQuery("<fetch/>")));
        sent(sandbox, "POST FullTextSearchKnowledgeArticle",
                "{\"SearchText\":\"x\",\"UseInflection\":true,\"RemoveDuplicates\":false,\"StateCode\":3,"
                        + "\"QueryExpression\":{\"@odata.type\":\"" + NS + "FetchExpression\",\"Query\":\"<fetch/>\"}}");
    }

    public static void retrieveRecordWall(Sandbox sandbox) {
        connect(sandbox, "RetrieveRecordWall", Map.of())
                .posts()
                .retrieveRecordWall(Accounts.ref(ID), 1, 10, 2, o -> o.startDate(DAY).type(7));
        sent(sandbox, "GET posts/" + NS + "RetrieveRecordWall(Entity=@p1,PageNumber=@p2,PageSize=@p3,CommentsPerPost=@p4,"
                + "StartDate=@p5,Type=@p6)?@p1=" + reference("accounts", ID)
                + "&@p2=1&@p3=10&@p4=2&@p5=2024-05-31T00:00:00Z&@p6=7");
    }

    public static void executeWorkflow(Sandbox sandbox) {
        UUID workflow = sandbox.dataverse().insert("workflows", Map.of("name", "w"));
        Asyncoperation job = connect(sandbox, "ExecuteWorkflow", Map.of("asyncoperationid", OTHER))
                .workflows()
                .executeWorkflow(workflow, ID);
        sent(sandbox, "POST workflows(" + workflow + ")/" + NS + "ExecuteWorkflow", "{\"EntityId\":\"" + ID + "\"}");
        assertThat(job.getAsyncoperationid()).isEqualTo(OTHER);
    }

    public static void createException(Sandbox sandbox) {
        connect(sandbox, "CreateException", Map.of("id", ID))
                .recurringappointmentmasters()
                .createException(new Appointment().setSubject("s"), DAY, false);
        sent(sandbox, "POST recurringappointmentmasters/" + NS + "CreateException",
                "{\"Target\":{\"@odata.type\":\"" + NS + "appointment\",\"subject\":\"s\"},"
                        + "\"OriginalStartDate\":\"2024-05-31T00:00:00Z\",\"IsDeleted\":false}");
    }

    public static void insertOptionValue(Sandbox sandbox) {
        Label label = new Label().setLocalizedLabels(List.of(new LocalizedLabel().setLabel("New").setLanguageCode(1033)));
        var inserted = connect(sandbox, "InsertOptionValue", Map.of("NewOptionValue", 5))
                .insertOptionValue(o -> o.optionSetName("x").label(label).parentValues(List.of(1, 2)));
        sent(sandbox, "POST InsertOptionValue",
                "{\"OptionSetName\":\"x\",\"Label\":{\"LocalizedLabels\":[{\"Label\":\"New\",\"LanguageCode\":1033}]},"
                        + "\"ParentValues\":[1,2]}");
        assertThat(inserted.getNewOptionValue()).isEqualTo(5);
    }

    public static void bulkDelete(Sandbox sandbox) {
        connect(sandbox, "BulkDelete", Map.of("JobId", ID))
                .bulkDelete("j", false, List.of(new Activityparty().setAddressused("a")), List.of(), "", DAY,
                        o -> o.querySet(List.of(new QueryExpression().setEntityName("account"))));
        sent(sandbox, "POST BulkDelete",
                "{\"JobName\":\"j\",\"SendEmailNotification\":false,\"ToRecipients\":[{\"@odata.type\":\"" + NS
                        + "activityparty\",\"addressused\":\"a\"}],\"CCRecipients\":[],\"RecurrencePattern\":\"\","
                        + "\"StartDateTime\":\"2024-05-31T00:00:00Z\",\"QuerySet\":[{\"@odata.type\":\"" + NS
                        + "QueryExpression\",\"EntityName\":\"account\"}]}");
    }

    public static void retrieveUnpublishedMultiple(Sandbox sandbox) {
        Dataverse crm = connect(sandbox, "RetrieveUnpublishedMultiple", List.of());
        assertThat(crm.savedqueries().retrieveUnpublishedMultiple().filter(Savedqueries.NAME.eq("x"))).isEmpty();
        sent(sandbox, "GET savedqueries/" + NS + "RetrieveUnpublishedMultiple()?$filter=name eq 'x'");
        assertThat(crm.systemforms().retrieveUnpublishedMultiple()).isEmpty();
        sent(sandbox, "GET systemforms/" + NS + "RetrieveUnpublishedMultiple()");
    }

    public static void retrieveTimelineWallRecords(Sandbox sandbox) {
        connect(sandbox, "RetrieveTimelineWallRecords", Map.of("TimelineWallRecords", "[]"))
                .activitypointers()
                .retrieveTimelineWallRecords("<fetch/>", o -> o.target(Accounts.ref(ID)));
        sent(sandbox, "GET activitypointers/" + NS + "RetrieveTimelineWallRecords(FetchXml=@p1,Target=@p2)?@p1='<fetch/>'"
                + "&@p2=" + reference("accounts", ID));
    }

    public static void pickFromQueue(Sandbox sandbox) {
        UUID item = sandbox.dataverse().insert("queueitems", Map.of("title", "i"));
        connect(sandbox, "PickFromQueue", null).queueitems().pickFromQueue(item, new Systemuser().setOwnerid(ID), true);
        sent(sandbox, "POST queueitems(" + item + ")/" + NS + "PickFromQueue",
                "{\"SystemUser\":" + row("systemuser", "ownerid", ID) + ",\"RemoveQueueItem\":true}");
    }
}
