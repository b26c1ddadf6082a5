package dev.lathe.runtime.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Accounts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaTest {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");
    private static final String LINK = FakeService.ROOT + "accounts?$select=name&$deltatoken=919042%2108%2f22%2f2017";

    private final FakeService fake = new FakeService();

    @Test
    void theFirstTimeAllRowsAreReadAndTheLastPageHasTheLink() {
        String second = FakeService.ROOT + "accounts?$skiptoken=1";
        fake.answer(200, "{\"value\":[{\"name\":\"a\"}],\"@odata.nextLink\":\"" + second + "\"}")
                .answer(200, "{\"value\":[{\"name\":\"b\"}],\"@odata.deltaLink\":\"" + LINK + "\"}");

        Changes<Account, UUID> all =
                fake.accounts.changes(a -> a.select(Accounts.NAME)).read();

        assertThat(all.rows()).extracting(Account::getName).containsExactly("a", "b");
        assertThat(all.rows()).noneMatch(Account::hasChanges);
        assertThat(all.removed()).isEmpty();
        assertThat(all.deltaLink()).isEqualTo(LINK);
        assertThat(fake.requests())
                .allSatisfy(
                        request -> assertThat(request.headers().all("Prefer")).containsExactly("odata.track-changes"));
        assertThat(FakeService.line(fake.requests().get(0))).isEqualTo("GET accounts?$select=name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@odata.context\":\"$metadata#accounts/$deletedEntity\",\"id\":\"aff45591-557c-49f7-a9d2-d391f31fb213\",\"reason\":\"deleted\"}",
                "{\"@odata.context\":\"#accounts/$deletedEntity\",\"id\":\"accounts(aff45591-557c-49f7-a9d2-d391f31fb213)\",\"reason\":\"changed\"}",
                "{\"@removed\":{\"reason\":\"deleted\"},\"@id\":\"accounts(aff45591-557c-49f7-a9d2-d391f31fb213)\"}",
                "{\"@removed\":{\"reason\":\"deleted\"},\"accountid\":\"aff45591-557c-49f7-a9d2-d391f31fb213\"}",
            })
    void removedRowsAreToldApartInEveryForm(String removed) {
        String next = FakeService.ROOT + "accounts?$deltatoken=2";
        fake.answer(
                200,
                "{\"@odata.context\":\"$metadata#accounts/$delta\",\"@odata.deltaLink\":\"" + next + "\",\"value\":["
                        + removed + ",{\"@odata.context\":\"$metadata#accounts/$deletedLink\",\"source\":\"x\"}"
                        + ",{\"@odata.etag\":\"W/1\",\"name\":\"new\"}]}");

        Changes<Account, UUID> changes = fake.accounts.changesSince(LINK).read();

        assertThat(fake.last().uri()).isEqualTo(URI.create(LINK)).hasToString(LINK);
        assertThat(changes.removed()).containsExactly(ID);
        assertThat(changes.rows()).extracting(Account::getName).containsExactly("new");
        assertThat(changes.deltaLink()).isEqualTo(next);
    }

    @Test
    void changesAreHandedOverInTheirOrder() {
        fake.answer(
                200,
                "{\"value\":[{\"name\":\"a\"},{\"@removed\":{},\"accountid\":\"" + ID + "\"},{\"name\":\"b\"}],"
                        + "\"@odata.deltaLink\":\"accounts?$deltatoken=3\"}");
        List<Object> order = new ArrayList<>();

        String link = fake.accounts.changesSince(LINK).forEach(row -> order.add(row.getName()), order::add);

        assertThat(order).containsExactly("a", ID, "b");
        assertThat(link).isEqualTo("accounts?$deltatoken=3");
    }

    @Test
    void aTableThatIsNotTrackedSaysSo() {
        fake.answer(200, "{\"value\":[]}");

        assertThatThrownBy(() -> fake.accounts.changes().read())
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("does not track changes of 'accounts'");
    }

    @Test
    void aRemovedRowWithoutItsKeyIsNoAnswer() {
        fake.answer(200, "{\"value\":[{\"@removed\":{}}],\"@odata.deltaLink\":\"x\"}");

        assertThatThrownBy(() -> fake.accounts.changesSince(LINK).read())
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("removed row");
    }

    @Test
    void whatCannotBeTrackedIsRefusedBeforeARequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.accounts.changes(a -> a.expand(Accounts.PRIMARYCONTACTID)));
        assertThatIllegalArgumentException().isThrownBy(() -> fake.accounts.changesSince(" "));
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void credentialsDoNotFollowADeltaLinkToAnotherHost() {
        fake.answer(200, "{\"value\":[],\"@odata.deltaLink\":\"x\"}");

        fake.accounts
                .changesSince("https://evil.example/accounts?$deltatoken=1")
                .read();

        assertThat(fake.header("Authorization")).isEmpty();
    }
}
