package dev.lathe.sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

/** Each of the query functions, on Wednesday, 15 May 2024, 12:30. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryFunctionsTest {

    private Sandbox sandbox;
    private Client api;
    private UUID root;
    private UUID child;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().clock(Clock.fixed(Instant.parse("2024-05-15T12:30:00Z"), ZoneOffset.UTC)));
        api = Client.ofDataverse(sandbox);
        DataverseData data = sandbox.dataverse();
        root = data.insert("accounts", Map.of("name", "root", "numberofemployees", 5, "accountnumber", "it's"));
        child = data.insert("accounts", Map.of("name", "child", "numberofemployees", 50, "parentaccountid", root));
        UUID contact = data.insert("contacts", Map.of("fullname", "Ann", "birthdate", LocalDate.of(2024, 5, 14)));
        data.insert(
                "accounts",
                Map.of(
                        "name",
                        "leaf",
                        "numberofemployees",
                        1033,
                        "parentaccountid",
                        child,
                        "primarycontactid",
                        contact));
        for (String time : List.of(
                "2022-12-31T23:59:59Z",
                "2023-04-01T00:00:00Z",
                "2024-02-15T00:00:00Z",
                "2024-04-15T00:00:00Z",
                "2024-05-08T23:00:00Z",
                "2024-05-14T08:00:00Z",
                "2024-05-15T12:00:00Z",
                "2024-05-15T12:45:00Z",
                "2024-05-16T00:00:00Z",
                "2024-05-20T00:00:00Z",
                "2024-06-15T00:00:00Z",
                "2024-08-01T00:00:00Z",
                "2025-07-01T00:00:00Z")) {
            data.insert("accounts", Map.of("name", time.substring(0, 13), "lastonholdtime", time));
        }
        data.insert("sample_segments", Map.of("sample_name", "both", "sample_channels", "1,3"));
        data.insert("sample_segments", Map.of("sample_name", "one", "sample_channels", "13"));
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private Reply find(String set, String filter) {
        return api.get(set + "?$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private List<String> names(String filter) {
        Reply reply = find("accounts", filter);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.texts("name");
    }

    private static String call(String function, String column, String rest) {
        return "Microsoft.Dynamics.CRM." + function + "(PropertyName='" + column + "'" + rest + ")";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Today | | 2024-05-15T12 2024-05-15T12",
                "Yesterday | | 2024-05-14T08",
                "Tomorrow | | 2024-05-16T00",
                "On | '2024-05-08' | 2024-05-08T23",
                "OnOrBefore | '2023-04-01' | 2022-12-31T23 2023-04-01T00",
                "OnOrAfter | '2024-08-01' | 2024-08-01T00 2025-07-01T00",
                "Last7Days | | 2024-05-14T08 2024-05-15T12 2024-05-15T12",
                "Next7Days | | 2024-05-16T00 2024-05-20T00",
                "LastWeek | | 2024-05-08T23",
                "ThisWeek | | 2024-05-14T08 2024-05-15T12 2024-05-15T12 2024-05-16T00",
                "NextWeek | | 2024-05-20T00",
                "LastMonth | | 2024-04-15T00",
                "ThisMonth | | 2024-05-08T23 2024-05-14T08 2024-05-15T12 2024-05-15T12 2024-05-16T00 2024-05-20T00",
                "NextMonth | | 2024-06-15T00",
                "LastYear | | 2023-04-01T00",
                "NextYear | | 2025-07-01T00",
                "LastXHours | 1 | 2024-05-15T12",
                "NextXHours | 1 | 2024-05-15T12",
                "LastXDays | 2 | 2024-05-14T08 2024-05-15T12",
                "NextXDays | 1 | 2024-05-15T12 2024-05-16T00",
                "LastXWeeks | 1 | 2024-05-08T23 2024-05-14T08 2024-05-15T12",
                "NextXWeeks | 1 | 2024-05-15T12 2024-05-16T00 2024-05-20T00",
                "LastXMonths | 1 | 2024-04-15T00 2024-05-08T23 2024-05-14T08 2024-05-15T12",
                "NextXMonths | 1 | 2024-05-15T12 2024-05-16T00 2024-05-20T00 2024-06-15T00",
                "LastXYears | 1 | 2024-02-15T00 2024-04-15T00 2024-05-08T23 2024-05-14T08 2024-05-15T12",
                "NextXYears | 1 | 2024-05-15T12 2024-05-16T00 2024-05-20T00 2024-06-15T00 2024-08-01T00",
                "OlderThanXMinutes | 700000 | 2022-12-31T23",
                "OlderThanXHours | 10000 | 2022-12-31T23",
                "OlderThanXDays | 400 | 2022-12-31T23 2023-04-01T00",
                "OlderThanXWeeks | 52 | 2022-12-31T23 2023-04-01T00",
                "OlderThanXMonths | 12 | 2022-12-31T23 2023-04-01T00",
                "OlderThanXYears | 1 | 2022-12-31T23 2023-04-01T00",
                "LastFiscalYear | | 2023-04-01T00",
                "NextFiscalYear | | 2025-07-01T00",
                "LastFiscalPeriod | | 2024-02-15T00",
                "NextFiscalPeriod | | 2024-08-01T00",
                "LastXFiscalYears | 1 | 2023-04-01T00",
                "NextXFiscalYears | 1 | 2025-07-01T00",
                "LastXFiscalPeriods | 1 | 2024-02-15T00",
                "NextXFiscalPeriods | 1 | 2024-08-01T00",
                "InFiscalYear | 2022 | 2022-12-31T23",
                "InFiscalPeriod | 3 | 2024-08-01T00 2025-07-01T00",
            })
    void datesLieInATime(String function, String value, String found) {
        String rest = value == null ? "" : ",PropertyValue=" + (function.startsWith("On") ? "'" + value + "'" : value);

        assertThat(names(call(function, "lastonholdtime", rest))).containsExactly(found.split(" "));
    }

    @Test
    void theFiscalYearAndPeriodOfNow() {
        assertThat(names(call("ThisFiscalYear", "lastonholdtime", ""))).hasSize(10);
        assertThat(names(call("ThisYear", "lastonholdtime", ""))).hasSize(10);
        assertThat(names(call("ThisFiscalPeriod", "lastonholdtime", ""))).hasSize(8);
    }

    @Test
    void fiscalPeriodsOfAYear() {
        String rest = ",PropertyValue1=1,PropertyValue2=2024";

        assertThat(names(call("InFiscalPeriodAndYear", "lastonholdtime", rest))).containsExactly("2024-02-15T00");
        assertThat(names(call("InOrBeforeFiscalPeriodAndYear", "lastonholdtime", rest)))
                .containsExactly("2022-12-31T23", "2023-04-01T00", "2024-02-15T00");
        assertThat(names(call("InOrAfterFiscalPeriodAndYear", "lastonholdtime", rest)))
                .hasSize(11);
    }

    @Test
    void valuesFromLists() {
        assertThat(names(call("In", "name", ",PropertyValues=[\"ROOT\",\"leaf\"]")))
                .containsExactly("root", "leaf");
        assertThat(names(call("In", "accountnumber", ",PropertyValues=[\"it's\"]")))
                .containsExactly("root");
        assertThat(names(call("In", "accountid", ",PropertyValues=[\"" + root + "\"]")))
                .containsExactly("root");
        assertThat(names(call("NotIn", "numberofemployees", ",PropertyValues=[\"5\"]")))
                .containsExactly("child", "leaf");
        assertThat(names(call("Between", "numberofemployees", ",PropertyValues=[\"5\",\"50\"]")))
                .containsExactly("root", "child");
        assertThat(names(call("NotBetween", "numberofemployees", ",PropertyValues=[\"5\",\"50\"]")))
                .containsExactly("leaf");
    }

    @Test
    void choicesOfSeveralValues() {
        assertThat(find("sample_segments", call("ContainValues", "sample_channels", ",PropertyValues=[\"3\",\"9\"]"))
                        .texts("sample_name"))
                .containsExactly("both");
        assertThat(find("sample_segments", call("DoesNotContainValues", "sample_channels", ",PropertyValues=[\"3\"]"))
                        .texts("sample_name"))
                .containsExactly("one");
    }

    @Test
    void hierarchies() {
        String ofRoot = ",PropertyValue='" + root + "'";
        String ofChild = ",PropertyValue='" + child + "'";

        assertThat(names(call("Under", "accountid", ofRoot))).containsExactly("child", "leaf");
        assertThat(names(call("UnderOrEqual", "accountid", ofRoot))).containsExactly("root", "child", "leaf");
        assertThat(names(call("Above", "accountid", ofChild))).containsExactly("root");
        assertThat(names(call("AboveOrEqual", "accountid", ofChild))).containsExactly("root", "child");
        assertThat(names(call("NotUnder", "accountid", ofRoot) + " and numberofemployees ne null"))
                .containsExactly("root");
    }

    @Test
    void theCaller() {
        UUID other = sandbox.dataverse().insert("systemusers", Map.of("fullname", "Other"));
        sandbox.dataverse().insert("accounts", Map.of("name", "foreign", "_ownerid_value", other));
        try {
            assertThat(names(call("EqualUserId", "_ownerid_value", "")))
                    .hasSize(16)
                    .doesNotContain("foreign");
            assertThat(names(call("NotEqualUserId", "_ownerid_value", ""))).containsExactly("foreign");
            for (String function :
                    List.of("EqualUserOrUserTeams", "EqualUserOrUserHierarchy", "EqualUserOrUserHierarchyAndTeams")) {
                assertThat(names(call(function, "_ownerid_value", ""))).hasSize(16);
            }
            assertThat(names(call("EqualUserTeams", "_ownerid_value", ""))).isEmpty();
            assertThat(names(call("EqualBusinessId", "_ownerid_value", ""))).isEmpty();
            assertThat(names(call("NotEqualBusinessId", "_ownerid_value", ""))).hasSize(17);
            assertThat(names(call("EqualUserLanguage", "numberofemployees", "")))
                    .containsExactly("leaf");
        } finally {
            api.delete("systemusers(" + other + ")");
        }
    }

    @Test
    void wordsOfAText() {
        assertThat(names(call("Contains", "name", ",PropertyValue='EAF'"))).containsExactly("leaf");
    }

    @Test
    void parametersMayBeAliases() {
        assertThat(api.get("accounts?$filter=Microsoft.Dynamics.CRM.LastXHours(PropertyName=@p1,PropertyValue=@p2)"
                                + "&@p1='lastonholdtime'&@p2=1")
                        .texts("name"))
                .containsExactly("2024-05-15T12");
    }

    @Test
    void aFunctionMayStandBehindANavigationAndInsideOfAny() {
        assertThat(names("primarycontactid/" + call("Yesterday", "birthdate", "")))
                .containsExactly("leaf");
        assertThat(names("account_parent_account/any(a:a/" + call("In", "name", ",PropertyValues=[\"leaf\"]") + ")"))
                .containsExactly("child");
    }

    @Test
    void notBeforeAFunctionIsRefused() {
        Reply reply = find("accounts", "not " + call("Today", "lastonholdtime", ""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("'not' cannot stand before the function 'Today'");
    }

    @Test
    void whatAFunctionCannotUseIsRefused() {
        assertThat(find("accounts", call("LastXDays", "lastonholdtime", ",PropertyValue=0"))
                        .status())
                .isEqualTo(400);
        assertThat(find("accounts", call("On", "lastonholdtime", ",PropertyValue='soon'"))
                        .status())
                .isEqualTo(400);
        assertThat(find("accounts", call("Today", "nothing", "")).body()).contains("'nothing'");
        assertThat(find("accounts", call("Today", "name", "")).body()).contains("'name' is no date");
    }
}
