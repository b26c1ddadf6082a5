package dev.lathe.sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
class FetchXmlTest {

    private Sandbox sandbox;
    private Client api;
    private UUID ann;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().clock(Clock.fixed(Instant.parse("2024-05-15T12:30:00Z"), ZoneOffset.UTC)));
        api = Client.ofDataverse(sandbox);
        DataverseData data = sandbox.dataverse();
        ann = data.insert("contacts", Map.of("fullname", "Ann", "firstname", "Ann"));
        UUID bob = data.insert("contacts", Map.of("fullname", "Bob", "firstname", "Bob"));
        UUID alpha = data.insert(
                "accounts",
                Map.of(
                        "name",
                        "Alpha",
                        "revenue",
                        new BigDecimal("10.50"),
                        "numberofemployees",
                        1,
                        "lastonholdtime",
                        Instant.parse("2024-05-14T10:00:00Z"),
                        "primarycontactid",
                        ann));
        data.insert(
                "accounts",
                Map.of(
                        "name",
                        "Beta",
                        "revenue",
                        20,
                        "numberofemployees",
                        2,
                        "primarycontactid",
                        bob,
                        "parentaccountid",
                        alpha));
        data.insert("accounts", Map.of("name", "Gamma", "numberofemployees", 2, "primarycontactid", ann));
        data.insert("accounts", Map.of("name", "Delta"));
        data.insert("tasks", Map.of("subject", "call", "regardingobjectid_account_task", alpha));
        data.insert("tasks", Map.of("subject", "write", "regardingobjectid_account_task", alpha));
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private Reply fetch(String xml, String... headers) {
        return api.get("accounts?fetchXml=" + URLEncoder.encode(xml, StandardCharsets.UTF_8), headers);
    }

    private List<String> names(String inEntity) {
        Reply reply = fetch("<fetch><entity name='account'><attribute name='name'/>" + inEntity + "</entity></fetch>");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.texts("name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name eq 'BETA' | Beta",
                "name ne Beta | Alpha Gamma Delta",
                "name like %a%a% | Alpha Gamma",
                "name not-like %ta | Alpha Gamma",
                "name begins-with al | Alpha",
                "name not-begin-with al | Beta Gamma Delta",
                "name ends-with ta | Beta Delta",
                "name not-end-with ta | Alpha Gamma",
                "revenue null | Gamma Delta",
                "revenue not-null | Alpha Beta",
                "revenue gt 10.5 | Beta",
                "revenue ge 10.5 | Alpha Beta",
                "revenue lt 20 | Alpha",
                "revenue le 20 | Alpha Beta",
                "numberofemployees ne 1 | Beta Gamma Delta",
                "name in Alpha;Delta | Alpha Delta",
                "name not-in Alpha;Delta | Beta Gamma",
                "numberofemployees between 1;1 | Alpha",
                "numberofemployees not-between 1;1 | Beta Gamma",
                "lastonholdtime yesterday | Alpha",
                "lastonholdtime last-seven-days | Alpha",
                "lastonholdtime last-x-days 1 | Alpha",
                "lastonholdtime olderthan-x-hours 2 | Alpha",
                "lastonholdtime on 2024-05-14 | Alpha",
                "lastonholdtime in-fiscal-period-and-year 2;2024 | Alpha",
                "ownerid eq-userid | Alpha Beta Gamma Delta",
            })
    void operatorsOfConditions(String condition, String found) {
        String[] parts = condition.split(" ", 3);
        StringBuilder xml = new StringBuilder("<filter><condition attribute='" + parts[0] + "' operator='" + parts[1]);
        String[] values =
                parts.length < 3 ? new String[0] : parts[2].replace("'", "").split(";");
        xml.append(values.length == 1 ? "' value='" + values[0] + "'/>" : "'>");
        if (values.length != 1) {
            for (String value : values) {
                xml.append("<value>").append(value).append("</value>");
            }
            xml.append("</condition>");
        }

        assertThat(names(xml + "</filter>")).containsExactly(found.split(" "));
    }

    @Test
    void filtersAreNestedAndColumnsCompared() {
        assertThat(
                        names(
                                "<filter type='or'><condition attribute='name' operator='eq' value='Delta'/>"
                                        + "<filter><condition attribute='numberofemployees' operator='eq' value='2'/>"
                                        + "<condition attribute='revenue' operator='null'/></filter></filter><order attribute='name'/>"))
                .containsExactly("Delta", "Gamma");
        assertThat(names("<filter><condition attribute='revenue' operator='gt' valueof='numberofemployees'/></filter>"))
                .containsExactly("Alpha", "Beta");
        assertThat(names("<filter/>")).hasSize(4);
    }

    @Test
    void rowsAreOrderedByColumnsLookupsAndLinkedTables() {
        assertThat(names("<order attribute='numberofemployees' descending='true'/><order attribute='name'/>"))
                .containsExactly("Beta", "Gamma", "Alpha", "Delta");
        assertThat(names("<order attribute='primarycontactid' descending='true'/><order attribute='name'/>"))
                .containsExactly("Beta", "Alpha", "Gamma", "Delta");
        assertThat(names("<link-entity name='contact' from='contactid' to='primarycontactid' alias='c'>"
                        + "<order attribute='firstname' descending='true'/></link-entity>"))
                .startsWith("Beta");
    }

    @Test
    void linkedTablesAreJoinedInnerAndOuter() {
        String link = "<link-entity name='contact' from='contactid' to='primarycontactid' alias='c' link-type='%s'>"
                + "<attribute name='fullname'/><attribute name='firstname' alias='first'/></link-entity>";

        assertThat(names(link.formatted("inner"))).containsExactly("Alpha", "Beta", "Gamma");
        Reply outer = fetch("<fetch><entity name='account'><attribute name='name'/>" + link.formatted("outer")
                + "</entity></fetch>");
        assertThat(outer.texts("name")).containsExactly("Alpha", "Beta", "Gamma", "Delta");
        assertThat(outer.texts("c_x002e_fullname")).containsExactly("Ann", "Bob", "Ann", "");
        assertThat(outer.texts("first")).containsExactly("Ann", "Bob", "Ann", "");
        assertThat(names("<link-entity name='task' from='regardingobjectid' to='accountid' alias='t'/>"))
                .containsExactly("Alpha", "Alpha");
        assertThat(names(
                        "<link-entity name='contact' from='contactid' to='primarycontactid' link-type='outer' alias='c'/>"
                                + "<filter><condition entityname='c' attribute='contactid' operator='null'/></filter>"))
                .containsExactly("Delta");
        assertThat(
                        names(
                                "<link-entity name='contact' from='contactid' to='primarycontactid' alias='c'>"
                                        + "<filter><condition attribute='firstname' operator='eq' value='Ann'/></filter></link-entity>"))
                .containsExactly("Alpha", "Gamma");
        assertThat(names("<link-entity name='account' from='accountid' to='parentaccountid' alias='p'>"
                        + "<link-entity name='contact' from='contactid' to='primarycontactid' alias='pc'>"
                        + "<filter><condition attribute='contactid' operator='eq' value='{" + ann
                        + "}'/></filter></link-entity></link-entity>"))
                .containsExactly("Beta");
    }

    @Test
    void columnsWithoutAValueAreLeftOutAndAllOnesCome() {
        Reply some = fetch("<fetch><entity name='account'><attribute name='name'/><attribute name='revenue'/>"
                + "<attribute name='primarycontactid'/></entity></fetch>");
        Reply all = fetch("<fetch top='1'><entity name='account'><all-attributes/></entity></fetch>");

        assertThat(some.json().path("value").get(3).has("revenue")).isFalse();
        assertThat(some.json().path("value").get(3).has("accountid")).isTrue();
        assertThat(some.json()
                        .path("value")
                        .get(0)
                        .path("_primarycontactid_value")
                        .asString())
                .isEqualTo(ann.toString());
        assertThat(all.json().path("value").get(0).path("numberofemployees").asInt())
                .isEqualTo(1);
    }

    @Test
    void pagesAreLedOnByNumberAndCookie() {
        Reply first = fetch(
                "<fetch count='3' page='1'><entity name='account'><attribute name='name'/></entity></fetch>",
                "Prefer",
                "odata.include-annotations=\"*\"");
        Reply second =
                fetch("<fetch count='3' page='2'><entity name='account'><attribute name='name'/></entity></fetch>");

        assertThat(first.texts("name")).hasSize(3);
        assertThat(first.json().path("@Microsoft.Dynamics.CRM.morerecords").asBoolean())
                .isTrue();
        assertThat(first.json()
                        .path("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie")
                        .asString())
                .startsWith("<cookie pagenumber=\"2\" pagingcookie=\"%253Ccookie%2520page%253D%25221%2522%253E");
        assertThat(second.texts("name")).containsExactly("Delta");
        assertThat(fetch("<fetch page='2' paging-cookie='&lt;cookie/&gt;'><entity name='account'/></fetch>")
                        .body())
                .contains("Malformed XML in the Paging Cookie");
    }

    @Test
    void valuesOfGroups() {
        Reply groups = fetch("<fetch aggregate='true'><entity name='account'>"
                + "<attribute name='numberofemployees' alias='e' groupby='true'/>"
                + "<attribute name='accountid' alias='n' aggregate='count'/>"
                + "<attribute name='revenue' alias='with' aggregate='countcolumn'/>"
                + "<attribute name='revenue' alias='total' aggregate='sum'/>"
                + "<attribute name='revenue' alias='mean' aggregate='avg'/>"
                + "<attribute name='revenue' alias='least' aggregate='min'/>"
                + "<attribute name='name' alias='last' aggregate='max'/>"
                + "<order alias='n' descending='true'/><order alias='e'/></entity></fetch>");

        assertThat(groups.texts("n")).as(groups.body()).containsExactly("2", "1", "1");
        assertThat(groups.texts("e")).containsExactly("2", "", "1");
        assertThat(groups.texts("with")).containsExactly("1", "0", "1");
        assertThat(groups.texts("total")).containsExactly("20", "", "10.5");
        assertThat(groups.texts("last")).containsExactly("Gamma", "Delta", "Alpha");
        Reply linked = fetch("<fetch aggregate='true'><entity name='account'>"
                + "<attribute name='lastonholdtime' alias='month' groupby='true' dategrouping='month'/>"
                + "<link-entity name='task' from='regardingobjectid' to='accountid'>"
                + "<attribute name='activityid' alias='tasks' aggregate='count'/></link-entity></entity></fetch>");
        assertThat(linked.texts("tasks")).as(linked.body()).containsExactly("2");
        assertThat(linked.texts("month")).containsExactly("5");
    }

    @Test
    void equalRowsComeOnceWhereThatIsAskedFor() {
        String xml =
                "<fetch distinct='%s'><entity name='account'><attribute name='numberofemployees'/></entity></fetch>";

        assertThat(fetch(xml.formatted("true")).texts("numberofemployees")).hasSize(3);
        assertThat(fetch(xml.formatted("false")).texts("numberofemployees")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<fetch>",
                "<query/>",
                "<fetch/>",
                "<fetch><entity/></fetch>",
                "<fetch><entity name='contact'/></fetch>",
                "<fetch><entity name='nothing'/></fetch>",
                "<fetch><entity name='account'><attribute name='nothing'/></entity></fetch>",
                "<fetch><entity name='account'><nothing/></entity></fetch>",
                "<fetch><entity name='account'><filter><condition attribute='name' operator='sounds-like' value='x'/></filter></entity></fetch>",
                "<fetch><entity name='account'><filter><condition attribute='name' operator='eq'/></filter></entity></fetch>",
                "<fetch><entity name='account'><filter><condition attribute='revenue' operator='eq' value='x'/></filter></entity></fetch>",
                "<fetch><entity name='account'><link-entity name='contact' from='contactid' to='primarycontactid' link-type='any'/></entity></fetch>",
                "<fetch top='5' page='2'><entity name='account'/></fetch>",
                "<fetch count='many'><entity name='account'/></fetch>",
                "<fetch aggregate='true'><entity name='account'><attribute name='name'/></entity></fetch>",
                "<!DOCTYPE fetch [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><fetch><entity name='account'><filter><condition attribute='name' operator='eq' value='&x;'/></filter></entity></fetch>",
            })
    void whatIsNotUnderstoodIsRefused(String xml) {
        assertThat(fetch(xml).status()).as(xml).isEqualTo(400);
    }

    @Test
    void aKeptQueryThatTheDocumentHasNoTableForIs501() {
        assertThat(api.get("accounts?savedQuery=" + ann).status()).isEqualTo(501);
    }
}
