package dev.lathe.runtime.odata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.runtime.dataverse.FetchXml;
import dev.lathe.runtime.dataverse.SavedQueries;
import dev.lathe.runtime.dataverse.TotalCount;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.paging.Page;
import dev.lathe.runtime.sample.Account;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAnnotationsTest {

    private final FakeService fake = new FakeService();

    private static String xml(String line) {
        String start = "GET accounts?fetchXml=";
        assertThat(line).startsWith(start);
        return URLDecoder.decode(line.substring(start.length()), StandardCharsets.UTF_8);
    }

    @Test
    void whatAPageSaysOfItselfIsKept() {
        fake.answer(200, """
                {"@odata.context":"x","@odata.count":5000,"@Microsoft.Dynamics.CRM.totalrecordcount":5000,\
                "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded":true,"value":[]}""");

        Page<Account> page =
                fake.accounts.withCount().pages().pages().iterator().next();

        assertThat(page.annotations())
                .containsOnlyKeys(
                        "Microsoft.Dynamics.CRM.totalrecordcount",
                        "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded")
                .containsEntry("Microsoft.Dynamics.CRM.totalrecordcount", JsonValue.of(5000));
        assertThat(TotalCount.of(page)).isEqualTo(new TotalCount(5000, true));
    }

    @Test
    void withoutTheAnnotationsTheStandardsCountCounts() {
        fake.answer(200, "{\"@odata.count\":7,\"value\":[]}").answer(200, "{\"value\":[]}");

        assertThat(TotalCount.of(
                        fake.accounts.withCount().pages().pages().iterator().next()))
                .isEqualTo(new TotalCount(7, false));
        assertThat(TotalCount.of(fake.accounts.pages().pages().iterator().next()))
                .isEqualTo(new TotalCount(-1, false));
    }

    @Test
    void fetchXmlIsPagedByTheCookieThatIsEncodedTwice() {
        String inner =
                "%253ccookie%2520page%253d%25221%2522%253e%253caccountid%2520last%253d%2522%257bA%2526B%257d%2522%252f%253e%253c%252fcookie%253e";
        fake.answer(
                        200,
                        "{\"value\":[{\"name\":\"a\"}],\"@Microsoft.Dynamics.CRM.morerecords\":true,"
                                + "\"@Microsoft.Dynamics.CRM.fetchxmlpagingcookie\":\"<cookie pagenumber=\\\"2\\\" pagingcookie=\\\""
                                + inner + "\\\" istracking=\\\"False\\\" />\"}")
                .answer(
                        200,
                        "{\"value\":[{\"name\":\"b\",\"c.fullname\":\"Ann\"}],\"@Microsoft.Dynamics.CRM.morerecords\":false}");
        String query = "<fetch count='1' page='1' paging-cookie='old'><entity name='account'/></fetch>";

        List<Account> rows = FetchXml.of(query).pages(fake.accounts).toList();

        assertThat(rows).extracting(Account::getName).containsExactly("a", "b");
        assertThat(rows.get(1).unknownMember("c.fullname")).isEqualTo(JsonValue.of("Ann"));
        assertThat(xml(FakeService.line(fake.requests().get(0)))).isEqualTo(query);
        assertThat(xml(fake.line()))
                .isEqualTo("<fetch count='1' page=\"2\" paging-cookie=\""
                        + "&lt;cookie page=&quot;1&quot;&gt;&lt;accountid last=&quot;{A&amp;B}&quot;/&gt;&lt;/cookie&gt;\">"
                        + "<entity name='account'/></fetch>");
    }

    @Test
    void withoutACookieTheNumberOfThePageLeadsOn() {
        fake.answer(200, "{\"value\":[{\"name\":\"a\"}],\"@Microsoft.Dynamics.CRM.morerecords\":true}")
                .answer(200, "{\"value\":[]}");

        FetchXml.of("<?xml version='1.0'?><!-- fetch > --><fetch page='4'><entity name='account'/></fetch>")
                .pages(fake.accounts)
                .toList();

        assertThat(xml(fake.line()))
                .isEqualTo("<?xml version='1.0'?><!-- fetch > --><fetch page=\"5\"><entity name='account'/></fetch>");
    }

    @Test
    void aQueryWithALimitOfItsOwnHasOnePage() {
        fake.answer(200, "{\"value\":[{\"name\":\"a\"}],\"@Microsoft.Dynamics.CRM.morerecords\":true}");

        assertThat(FetchXml.of("<fetch top='1'><entity name='account'/></fetch>")
                        .pages(fake.accounts))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<entity/>", "<fetching/>", "fetch", "<fetch page='0'/>", "<fetch page='x'/>", "<fetch"})
    void whatIsNoFetchXmlIsRefusedBeforeARequest(String xml) {
        Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> FetchXml.of(xml))
                .withMessageContaining("FetchXML");
    }

    @Test
    void savedQueriesGoByTheirKeys() {
        UUID view = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");
        fake.answer(200, "{\"value\":[]}").answer(200, "{\"value\":[]}");

        SavedQueries.system(fake.accounts, view).toList();
        assertThat(fake.line()).isEqualTo("GET accounts?savedQuery=" + view);
        SavedQueries.user(fake.accounts, view).toList();
        assertThat(fake.line()).isEqualTo("GET accounts?userQuery=" + view);
    }
}
