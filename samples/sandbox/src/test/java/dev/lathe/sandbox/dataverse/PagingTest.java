package dev.lathe.sandbox.dataverse;

import static dev.lathe.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagingTest {

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

    private void accounts(int count) {
        sandbox.dataverse()
                .insertAll(
                        "accounts",
                        IntStream.range(0, count)
                                .mapToObj(i -> Map.of("name", "Account " + i, "numberofemployees", i % 7))
                                .toList());
    }

    private record Walk(List<String> names, List<Integer> sizes) {}

    private Walk walk(String url, String prefer) {
        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = url;
        while (!next.isEmpty()) {
            Reply page = prefer.isEmpty() ? api.get(next) : api.get(next, "Prefer", prefer);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            sizes.add(page.texts("name").size());
            names.addAll(page.texts("name"));
            next = page.json().path("@odata.nextLink").asString("");
        }
        return new Walk(names, sizes);
    }

    @Test
    void twelveThousandRowsComeOnceEachInPagesOfFiveThousand() {
        accounts(12_000);

        Walk walk = walk("accounts?$select=name", "");

        assertThat(walk.sizes()).containsExactly(5_000, 5_000, 2_000);
        assertThat(new HashSet<>(walk.names())).hasSize(12_000);
    }

    @Test
    void thePageSizeCanBeLoweredAndNotRaised() {
        accounts(5_001);

        assertThat(walk("accounts?$select=name", "odata.maxpagesize=2000").sizes())
                .containsExactly(2_000, 2_000, 1_001);
        assertThat(walk("accounts?$select=name", "odata.maxpagesize=9000").sizes())
                .containsExactly(5_000, 1);
        assertThat(api.get("accounts", "Prefer", "odata.maxpagesize=0").status())
                .isEqualTo(400);
    }

    @Test
    void aPageThatIsExactlyFullHasNoNextOne() {
        accounts(10);

        assertThat(walk("accounts?$select=name", "odata.maxpagesize=5").sizes()).containsExactly(5, 5);
        assertThat(walk("accounts?$select=name", "odata.maxpagesize=10").sizes())
                .containsExactly(10);
    }

    @Test
    void sortedAndFilteredRowsKeepTheirOrderOverPages() {
        accounts(50);

        Walk walk = walk(
                "accounts?$select=name&$filter=numberofemployees lt 3&$orderby=numberofemployees desc",
                "odata.maxpagesize=4");

        assertThat(walk.names()).hasSize(22).doesNotHaveDuplicates().startsWith("Account 2", "Account 9");
    }

    @Test
    void topLimitsAndIsIgnoredBesideAPageSize() {
        accounts(20);

        assertThat(walk("accounts?$select=name&$top=3", "").sizes()).containsExactly(3);
        assertThat(walk("accounts?$select=name&$top=3", "odata.maxpagesize=15").sizes())
                .containsExactly(15, 5);
    }

    @Test
    void theCountGoesUpToFiveThousandAndTheAnnotationTellsWhenThereIsMore() {
        accounts(5_200);

        Reply page = api.get(
                "accounts?$select=name&$count=true",
                "Prefer",
                "odata.maxpagesize=1,odata.include-annotations=\"Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded\"");

        assertThat(page.json().path("@odata.count").asInt()).isEqualTo(5_000);
        assertThat(page.json()
                        .path("@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded")
                        .asBoolean())
                .isTrue();
        assertThat(api.get("accounts/$count").body()).isEqualTo("\uFEFF5000");
    }

    @Test
    void aNextLinkThatWasDecodedOnTheWayIsRefused() {
        accounts(3);
        String link = api.get("accounts?$select=name", "Prefer", "odata.maxpagesize=1")
                .json()
                .path("@odata.nextLink")
                .asString();

        assertThat(link).contains("%25");
        assertThat(api.get(link.replace("%25", "%")).status()).isEqualTo(400);
    }

    @Test
    void rowsThatGoAwayBetweenPagesDoNotHideOthers() {
        accounts(6);
        Reply first = api.get("accounts?$select=name", "Prefer", "odata.maxpagesize=2");
        api.delete("accounts(" + first.texts("accountid").get(0) + ")");

        Reply second = api.get(first.json().path("@odata.nextLink").asString(), "Prefer", "odata.maxpagesize=2");

        assertThat(second.texts("name")).containsExactly("Account 2", "Account 3");
    }

    @Test
    void nestedExpansionsPageInside() {
        UUID account = sandbox.dataverse().insert("accounts", Map.of("name", "Parent"));
        for (int i = 0; i < 5; i++) {
            api.post(
                    "tasks",
                    json("{'subject': 'T" + i + "', 'regardingobjectid_account_task@odata.bind': '/accounts(" + account
                            + ")'}"));
        }

        Reply reply = api.get(
                "accounts?$select=name&$expand=Account_Tasks($select=subject;$expand=regardingobjectid_account_task($select=name))",
                "Prefer",
                "odata.maxpagesize=2");

        var row = reply.json().path("value").path(0);
        assertThat(row.path("Account_Tasks").size()).isEqualTo(2);
        List<String> rest = new ArrayList<>();
        String next = row.path("Account_Tasks@odata.nextLink").asString();
        while (!next.isEmpty()) {
            Reply page = api.get(next, "Prefer", "odata.maxpagesize=2");
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            rest.addAll(page.texts("subject"));
            next = page.json().path("@odata.nextLink").asString("");
        }
        assertThat(rest).containsExactly("T2", "T3", "T4");
    }
}
