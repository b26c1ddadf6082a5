package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Dataverse;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.odata.EntityKey;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.runtime.odata.Filter;
import dev.lathe.runtime.odata.TextColumn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What users write by mistake or on purpose: safe, and clear. */
class BadInputTest extends DataverseCalls {

    @Test
    void anEmptyKeyIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> crm.accounts().get((UUID) null)).isInstanceOf(NullPointerException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntityReference.of("accounts", ""))
                .withMessage("The key is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crm.accounts().update(new Account().setName("x")))
                .withMessageContaining("The row has no key: set accountid");
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    void theEmptyGuidIsAKeyThatNoRowHas() {
        assertThat(crm.accounts().find(new UUID(0, 0))).isEmpty();
        assertThat(sandbox.requests().last().path()).endsWith("accounts(00000000-0000-0000-0000-000000000000)");
    }

    @Test
    void aColumnThatTheClientOrTheServiceLacksIsNamedByTheService() {
        Filter<Account> untyped = TextColumn.<Account>of("new_nothing").eq("x");

        assertThatThrownBy(() -> crm.accounts().filter(untyped).toList())
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("new_nothing");
        assertThatThrownBy(() ->
                        crm.accounts().filter(Filter.raw("new_nothing eq 'x'")).toList())
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("new_nothing");
    }

    @Test
    void noTextBreaksOutOfAFilterAnExpandOrAKey() {
        List<String> texts = List.of(
                "O'Bryan",
                "' or 1 eq 1 or name eq '",
                "100%",
                "%27",
                "a&$filter=x#y?z",
                "a+b c/d\\e",
                "),x;$select=y",
                "\u00e9\u4e2d\ud83d\ude00",
                "line\r\nbreak\tand \"quotes\"");
        for (String text : texts) {
            UUID id = crm.accounts().create(new Account().setName(text));

            // % and _ are wildcards to the service where they stand in a function, not in a comparison.
            assertThat(crm.accounts().filter(Accounts.NAME.eq(text)))
                    .as(text)
                    .extracting(Account::getAccountid)
                    .containsExactly(id);
            crm.accounts().delete(id);
        }
        for (String text : texts) {
            assertThat(EntityReference.of("accounts", EntityKey.of("accountnumber", text))
                            .toString())
                    .doesNotContain(" ", "#", "?", "&", "\r", "\n", "/");
        }
    }

    @Test
    void aLineBreakInAHeaderIsRefusedBeforeAnythingIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crm.with(o -> o.header("MSCRM.SolutionUniqueName", "a\r\nX-Evil: 1"))
                        .accounts()
                        .toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crm.with(o -> o.solution("a\nb")).accounts().toList());
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    void aNextLinkIsTakenWordForWord() {
        String link =
                "https://org.example/api/data/v9.2/accounts?$select=name&$skiptoken=%3Ccookie%20pagenumber=%222%22"
                        + "%20pagingcookie=%22%253ccookie%2520page%253d%25221%2522%253e%22%20/%3E";
        List<Request> requests = new ArrayList<>();
        Dataverse client = Dataverse.connect(ClientConfig.builder(URI.create("https://org.example/api/data/v9.2/"))
                .credentials(Credentials.bearer("t0ken"))
                .transport(request -> {
                    requests.add(request);
                    return answer(
                            requests.size() == 1
                                    ? "{\"value\":[{\"name\":\"a\"}],\"@odata.nextLink\":\"" + link + "\"}"
                                    : "{\"value\":[{\"name\":\"b\"}]}");
                })
                .build());

        assertThat(client.accounts().select(Accounts.NAME).pageSize(1))
                .extracting(Account::getName)
                .containsExactly("a", "b");
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).uri().toString()).isEqualTo(link);
        assertThat(requests.get(1).headers().first("Prefer")).contains("odata.maxpagesize=1");
    }

    static Response answer(String json) {
        return Response.of(
                200,
                Headers.builder().add("Content-Type", "application/json").build(),
                json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void partsOfElasticTablesAreNamedInTheKeyTheQueryAndTheHeader() {
        List<Request> requests = new ArrayList<>();
        Dataverse client = Dataverse.connect(ClientConfig.builder(URI.create("https://org.example/api/data/v9.2/"))
                .credentials(Credentials.bearer("t0ken"))
                .transport(request -> {
                    requests.add(request);
                    return answer("{\"value\":[]}");
                })
                .build());
        UUID id = new UUID(1, 2);

        client.with(o -> o.header("MSCRM.SessionToken", "240:8#144"))
                .accounts()
                .get(EntityReference.of(
                        "accounts", EntityKey.of("accountid", id).and("partitionid", "dev'1")));
        client.accounts().option("partitionId", "dev-1").toList();
        client.accounts().option("partitionId", "'dev-1'").toList();

        assertThat(requests.get(0).uri().getRawPath()).endsWith("/accounts(accountid=" + id + ",partitionid='dev''1')");
        assertThat(requests.get(0).headers().first("MSCRM.SessionToken")).contains("240:8#144");
        // Whether the service wants quotes is the caller's to say: sources disagree.
        assertThat(requests.get(1).uri().getRawQuery()).isEqualTo("partitionId=dev-1");
        assertThat(requests.get(2).uri().getRawQuery()).isEqualTo("partitionId='dev-1'");
    }

    @Test
    void theCountOfLargeTablesIsAskedForByName() {
        List<Request> requests = new ArrayList<>();
        Dataverse client = Dataverse.connect(ClientConfig.builder(URI.create("https://org.example/api/data/v9.2/"))
                .credentials(Credentials.bearer("t0ken"))
                .transport(request -> {
                    requests.add(request);
                    return answer(
                            "{\"EntityRecordCountCollection\":{\"Count\":1,\"Keys\":[\"account\"],\"Values\":[123456]}}");
                })
                .build());

        var counts = client.retrieveTotalRecordCount(List.of("account"));

        assertThat(counts.getEntityRecordCountCollection().getValues()).containsExactly(123_456L);
        assertThat(requests.get(0).uri().getRawQuery()).contains("%5B%22account%22%5D");
    }
}
