package dev.lathe.runtime.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.paging.Page;
import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Accounts;
import dev.lathe.runtime.sample.Contacts;
import dev.lathe.runtime.sample.Task;
import dev.lathe.runtime.sample.Tasks;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");
    private static final String EMPTY = "{\"value\":[]}";

    private final FakeService fake = new FakeService();

    @Test
    void aQueryIsSentWithAllItsOptionsAndNothingBeforeRowsAreWanted() {
        Query<Account> query = fake.accounts
                .filter(Accounts.REVENUE.gt(1_000_000).and(Accounts.NAME.startsWith("A")))
                .filter(Accounts.STATECODE.eq(0))
                .select(Accounts.NAME, Accounts.REVENUE)
                .select(Accounts.NAME)
                .expand(Accounts.PRIMARYCONTACTID, c -> c.select(Contacts.FULLNAME))
                .orderBy(Accounts.NAME.asc(), Accounts.REVENUE.desc())
                .withCount();
        assertThat(fake.requests()).isEmpty();

        fake.answer(200, EMPTY);
        assertThat(query.toList()).isEmpty();

        assertThat(fake.line())
                .isEqualTo("GET accounts?$select=name,revenue"
                        + "&$expand=primarycontactid($select=fullname)"
                        + "&$filter=revenue%20gt%201000000%20and%20startswith(name,'A')%20and%20statecode%20eq%200"
                        + "&$orderby=name%20asc,revenue%20desc&$count=true");
        assertThat(fake.header("OData-MaxVersion")).isEqualTo("4.0");
        assertThat(fake.header("OData-Version")).isEqualTo("4.0");
        assertThat(fake.header("Accept")).isEqualTo("application/json");
        assertThat(fake.header("Authorization")).isEqualTo("Bearer t0ken");
        assertThat(fake.header("Prefer")).isEmpty();
        assertThat(fake.last().template()).isEqualTo("accounts?{options}");
    }

    @Test
    void everyReservedCharacterOfAValueIsEncoded() {
        fake.answer(200, EMPTY);

        fake.accounts.filter(Accounts.NAME.eq("$&+,/:;=?@#% '\"é😀")).toList();

        assertThat(fake.line())
                .isEqualTo("GET accounts?$filter=name%20eq%20"
                        + "'%24%26%2B%2C%2F%3A%3B%3D%3F%40%23%25%20''%22%C3%A9%F0%9F%98%80'");
        assertThat(fake.last().uri().getRawQuery()).doesNotContain("+").doesNotContain("#");
    }

    @Test
    void nestedExpandsHaveTheirOwnOptions() {
        fake.answer(200, EMPTY);

        fake.accounts
                .expand(
                        Accounts.ACCOUNT_TASKS,
                        t -> t.select(Tasks.SUBJECT)
                                .filter(Tasks.SUBJECT.contains("a;b"))
                                .orderBy(Tasks.PERCENTCOMPLETE.desc())
                                .orderBy(Tasks.SUBJECT.asc())
                                .top(5)
                                .expand(Tasks.REGARDINGOBJECTID_CONTACT, c -> c.select(Contacts.FULLNAME)))
                .expand(Accounts.PARENTACCOUNTID)
                .toList();

        assertThat(fake.line())
                .isEqualTo(
                        "GET accounts?$expand=account_tasks($select=subject;"
                                + "$expand=regardingobjectid_contact($select=fullname);"
                                + "$filter=contains(subject,'a%3Bb');$orderby=percentcomplete%20desc,subject%20asc;$top=5),parentaccountid");
    }

    @Test
    void pagesFollowTheLinkAsItIsWithTheSameHeaders() {
        String link = FakeService.ROOT
                + "accounts?$skiptoken=%3Ccookie%20pagenumber=%222%22%20istracking=%22False%22%20/%3E%2520";
        fake.answer(200, page("a", link)).answer(200, page("b", null));

        List<Account> rows = fake.accounts.pageSize(1).includeAnnotations("*").toList();

        assertThat(rows).extracting(Account::getName).containsExactly("a", "b");
        Request second = fake.requests().get(1);
        assertThat(second.uri()).isEqualTo(URI.create(link));
        assertThat(second.uri().toString()).isEqualTo(link);
        assertThat(second.headers().all("Prefer"))
                .containsExactly("odata.maxpagesize=1, odata.include-annotations=\"*\"")
                .isEqualTo(fake.requests().get(0).headers().all("Prefer"));
        assertThat(second.headers().first("Authorization")).contains("Bearer t0ken");
        assertThat(second.headers().first("OData-Version")).contains("4.0");
    }

    @Test
    void credentialsDoNotFollowALinkToAnotherHost() {
        fake.answer(200, page("a", "https://evil.example/accounts?$skiptoken=1"))
                .answer(200, page("b", null));

        fake.accounts.toList();

        assertThat(fake.header("Authorization")).isEmpty();
    }

    @Test
    void illegalCharactersInALinkAreEncodedAndRelativeLinksResolved() {
        fake.answer(200, page("a", "accounts?$skiptoken=<x y=\\\"1\\\"/>%2520")).answer(200, page("b", null));

        assertThat(fake.accounts.toList()).hasSize(2);

        assertThat(fake.line()).isEqualTo("GET accounts?$skiptoken=%3Cx%20y=%221%22/%3E%2520");
    }

    @Test
    void aLinkThatLeadsBackEndsTheList() {
        String link = FakeService.ROOT + "accounts?$skiptoken=1";
        for (int i = 0; i < 20; i++) {
            fake.answer(200, page("a" + i, link));
        }

        assertThat(fake.accounts.toList().size()).isLessThan(10);
    }

    @Test
    void pagesAreFetchedWhenTheyAreReached() {
        fake.answer(200, page("a", FakeService.ROOT + "accounts?$skiptoken=1"));

        assertThat(fake.accounts.first().orElseThrow().getName()).isEqualTo("a");
        assertThat(fake.accounts.iterator()).isNotNull();

        assertThat(fake.requests()).hasSize(1);
        assertThat(fake.line()).isEqualTo("GET accounts?$top=1");
    }

    @Test
    void aPageTellsTheCountAndTheWayToTheNext() {
        String link = FakeService.ROOT + "accounts?$skiptoken=1";
        fake.answer(200, "{\"@odata.count\":5000,\"value\":[{\"name\":\"a\"}],\"@odata.nextLink\":\"" + link + "\"}");

        Page<Account> page =
                fake.accounts.withCount().pages().pages().iterator().next();

        assertThat(page.total()).hasValue(5000);
        assertThat(page.next()).contains(link);
        fake.answer(200, page("b", null));
        assertThat(fake.accounts.pages().resume(link).toList())
                .extracting(Account::getName)
                .containsExactly("b");
    }

    @Test
    void controlInformationOfVersion401NeedsNoPrefix() {
        fake.answer(
                        200,
                        "{\"@context\":\"x\",\"@count\":2,\"value\":[{\"@etag\":\"W/1\",\"name\":\"a\"}],\"@nextLink\":\"accounts?$skiptoken=1\"}")
                .answer(200, page("b", null));

        List<Account> rows = fake.accounts.toList();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).etag()).contains("W/1");
    }

    @Test
    void topEndsTheListWhereTheServiceIgnoresIt() {
        String link = FakeService.ROOT + "accounts?$skiptoken=";
        fake.answer(200, "{\"value\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"@odata.nextLink\":\"" + link + "1\"}")
                .answer(200, "{\"value\":[{\"name\":\"c\"},{\"name\":\"d\"}],\"@odata.nextLink\":\"" + link + "2\"}");

        assertThat(fake.accounts.top(3).pageSize(2).toList())
                .extracting(Account::getName)
                .containsExactly("a", "b", "c");
        assertThat(fake.requests()).hasSize(2);
        assertThat(FakeService.line(fake.requests().get(0))).isEqualTo("GET accounts?$top=3");
        fake.answer(200, EMPTY);
        fake.accounts.top(2).pageSize(10).toList();
        assertThat(fake.header("Prefer")).isEmpty();
    }

    @Test
    void annotationsAreKeptSkippedOrChosen() {
        String row = """
                {"value":[{"@odata.etag":"W/1","@odata.id":"x","name@OData.Community.Display.V1.FormattedValue":"A",\
                "name":"a","name@other.term":1,"unknown":5}]}""";

        Account all = fake.answer(200, row).accounts.toList().get(0);
        Account none =
                fake.answer(200, row).accounts.withoutAnnotations().toList().get(0);
        Account some = fake.answer(200, row)
                .accounts
                .includeAnnotations("OData.Community.*")
                .toList()
                .get(0);

        assertThat(all.annotations())
                .containsOnlyKeys(
                        "@odata.etag",
                        "@odata.id",
                        "name@OData.Community.Display.V1.FormattedValue",
                        "name@other.term");
        assertThat(all.formattedValue(Accounts.NAME)).contains("A");
        assertThat(all.annotation(Accounts.NAME, "other.term").asLong()).isEqualTo(1);
        assertThat(none.annotations()).containsOnlyKeys("@odata.etag", "@odata.id");
        assertThat(none.unknownMembers()).containsOnlyKeys("unknown");
        assertThat(some.annotations())
                .containsOnlyKeys("@odata.etag", "@odata.id", "name@OData.Community.Display.V1.FormattedValue");
        assertThat(fake.header("Prefer")).isEqualTo("odata.include-annotations=\"OData.Community.*\"");
        assertThat(all).isEqualTo(none).isEqualTo(some).hasSameHashCodeAs(none);
        assertThat(all.unknownMembers()).containsOnlyKeys("unknown");
    }

    @Test
    void expandedRowsAreReachedThroughTheirNavigation() {
        fake.answer(200, """
                {"@odata.etag":"W/1","name":"a",
                 "primarycontactid":{"contactid":"%s","fullname":"x","ownerid":{"ownerid":"o","z":1},"parentcustomerid_account":null},
                 "account_tasks":[{"subject":"s1","@odata.type":"#Microsoft.Dynamics.CRM.task"},{"subject":"s2"}]}""".formatted(ID));

        Account account = fake.accounts.get(ID);

        assertThat(fake.line()).isEqualTo("GET accounts(" + ID + ")");
        assertThat(fake.last().template()).isEqualTo("accounts({key})");
        var contact = Accounts.PRIMARYCONTACTID.of(account);
        assertThat(contact.getFullname()).isEqualTo("x");
        assertThat(Contacts.OWNERID.of(contact).unknownMember("z").asLong()).isEqualTo(1);
        assertThat(Contacts.PARENTCUSTOMERID_ACCOUNT.of(contact)).isNull();
        assertThat(Contacts.PARENTCUSTOMERID_ACCOUNT.isExpanded(contact)).isTrue();
        assertThat(Accounts.ACCOUNT_TASKS.of(account))
                .extracting(Task::getSubject)
                .containsExactly("s1", "s2");
        assertThat(Accounts.PARENTACCOUNTID.of(account)).isNull();
        assertThat(Accounts.PARENTACCOUNTID.isExpanded(account)).isFalse();
        assertThat(account.changedMembers()).isEmpty();
    }

    @Test
    void pagesOfExpandedRowsAreFollowedOnlyWithAToken() {
        fake.answer(200, """
                {"value":[{"name":"a","account_tasks":[{"subject":"1"}],"account_tasks@odata.nextLink":"accounts(1)/account_tasks?$skiptoken=x"},
                 {"name":"b","account_tasks":[{"subject":"9"}],"account_tasks@odata.nextLink":"accounts(2)/account_tasks?$select=subject"}]}""")
                .answer(
                        200,
                        "{\"value\":[{\"subject\":\"2\"}],\"@odata.nextLink\":\"accounts(1)/account_tasks?$skiptoken=y\"}")
                .answer(200, "{\"value\":[{\"subject\":\"3\"}]}");

        List<Account> rows =
                fake.accounts.expand(Accounts.ACCOUNT_TASKS).pageSize(1).toList();

        assertThat(Accounts.ACCOUNT_TASKS.of(rows.get(0)))
                .extracting(Task::getSubject)
                .containsExactly("1", "2", "3");
        assertThat(Accounts.ACCOUNT_TASKS.of(rows.get(1))).hasSize(1);
        assertThat(fake.requests()).hasSize(3);
        assertThat(fake.header("Prefer")).isEqualTo("odata.maxpagesize=1");
    }

    @Test
    void countStripsAByteOrderMark() {
        fake.answer(200, "\uFEFF42").answer(200, "many");

        assertThat(fake.accounts
                        .filter(Accounts.NAME.eq("a"))
                        .select(Accounts.NAME)
                        .count())
                .isEqualTo(42);
        assertThat(fake.line()).isEqualTo("GET accounts/$count?$filter=name%20eq%20'a'");
        assertThatThrownBy(fake.accounts::count).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void ownOptionsOfAServiceAreEncoded() {
        fake.answer(200, EMPTY);

        fake.accounts
                .option("fetchXml", "<fetch top='1'><a b=\"&amp;\"/></fetch>")
                .toList();

        assertThat(fake.line())
                .isEqualTo("GET accounts?fetchXml=%3Cfetch%20top='1'%3E%3Ca%20b=%22%26amp;%22/%3E%3C/fetch%3E");
    }

    @Test
    void anAnswerThatIsNoPageIsToldWithoutItsContent() {
        fake.answer(200, "{\"value\":[{\"revenue\":\"SECRET\"}]}");

        assertThatThrownBy(fake.accounts::toList)
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("/value/0/revenue")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void rowsBeyondANavigationCanBeQueried() {
        fake.answer(200, "{\"value\":[{\"subject\":\"s\"}]}");
        assertThat(fake.accounts
                        .related(ID, Accounts.ACCOUNT_TASKS)
                        .filter(Tasks.SUBJECT.eq("s"))
                        .toList())
                .extracting(Task::getSubject)
                .containsExactly("s");
        assertThat(fake.line()).isEqualTo("GET accounts(" + ID + ")/account_tasks?$filter=subject%20eq%20's'");

        fake.answer(200, "{\"fullname\":\"x\"}").answer(204, "");
        assertThat(fake.accounts.related(ID, Accounts.PRIMARYCONTACTID, c -> c.select(Contacts.FULLNAME)))
                .get()
                .extracting("fullname")
                .isEqualTo("x");
        assertThat(fake.line()).isEqualTo("GET accounts(" + ID + ")/primarycontactid?$select=fullname");
        assertThat(fake.accounts.related(ID, Accounts.PRIMARYCONTACTID)).isEmpty();
    }

    private static String page(String name, String link) {
        return "{\"@odata.context\":\"x\",\"value\":[{\"name\":\"" + name + "\"}]"
                + (link == null ? "" : ",\"@odata.nextLink\":\"" + link + "\"") + "}";
    }
}
