package dev.lathe.runtime.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.RateLimitException;
import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Accounts;
import dev.lathe.runtime.sample.AccountsClient;
import dev.lathe.runtime.sample.Contact;
import dev.lathe.runtime.sample.Contacts;
import dev.lathe.runtime.sample.ContactsClient;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final String TYPE = "multipart/mixed; boundary=batchresponse_1";

    private final FakeService fake = new FakeService();
    private final Batch<Root> batch = Batch.of(fake.service.client(), Root::new);

    /** What a generated root client looks like to a batch. */
    private record Root(Accounts accounts, Contacts contacts) {
        Root(ApiClient client) {
            this(new AccountsClient(ODataService.create(client)), new ContactsClient(ODataService.create(client)));
        }
    }

    private static String part(String http) {
        return "--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" + http
                + "\r\n";
    }

    private static String ok(String json) {
        return part("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + json);
    }

    private void answer(int status, String... parts) {
        fake.answer(status, String.join("", parts) + "--batchresponse_1--\r\n", "Content-Type", TYPE);
    }

    private static Account named(String name) {
        return new Account().setName(name);
    }

    @Test
    void anyCallIsPartOfABatchAndHasItsOwnResult() {
        BatchResult<Account> row = batch.add(c -> c.accounts().get(ID));
        BatchResult<List<Account>> rows = batch.add(
                c -> c.accounts().filter(Accounts.NAME.eq("a")).pageSize(2).toList());
        BatchResult<Long> count = batch.add(c -> c.accounts().count());
        assertThat(fake.requests()).isEmpty();
        answer(
                200,
                ok("{\"name\":\"one\"}"),
                ok("{\"value\":[{\"name\":\"two\"},{\"name\":\"three\"}]}"),
                part("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n42"));

        batch.send();

        assertThat(row.get().getName()).isEqualTo("one");
        assertThat(rows.get()).extracting(Account::getName).containsExactly("two", "three");
        assertThat(count.get()).isEqualTo(42);
        assertThat(fake.requests()).hasSize(1);
        assertThat(fake.line()).isEqualTo("POST $batch");
        assertThat(fake.header("Authorization")).isEqualTo("Bearer t0ken");
        assertThat(fake.header("Prefer")).isEmpty();
        String boundary = fake.header("Content-Type").replaceAll(".*boundary=\"(.*)\"", "$1");
        assertThat(fake.body())
                .doesNotContain("t0ken")
                .startsWith("--" + boundary + "\r\nContent-Type: application/http\r\n"
                        + "Content-Transfer-Encoding: binary\r\n\r\n"
                        + "GET /api/data/v9.2/accounts(" + ID + ") HTTP/1.1\r\n")
                .contains("Prefer: odata.maxpagesize=2\r\n")
                .endsWith("\r\n\r\n\r\n--" + boundary + "--\r\n");
        assertThat(fake.body().replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void aChangeSetRefersToRowsThatItCreates() {
        Account account = named("Contoso");
        Contact contact = new Contact();
        batch.changeSet(changes -> {
            BatchResult<UUID> created = changes.add(c -> c.accounts().create(account));
            Contacts.PARENTCUSTOMERID_ACCOUNT.bind(contact, changes.reference(created));
            changes.add(c -> c.contacts().create(contact));
            changes.run(c -> c.accounts().update(changes.reference(created), named("Contoso Ltd")));
            changes.run(c -> c.accounts().associate(OTHER, Accounts.PRIMARYCONTACTID, changes.reference(created)));
            changes.run(c -> c.accounts().delete(OTHER));
        });
        String set = "--changesetresponse_2\r\nContent-Type: application/http\r\nContent-ID: 1\r\n\r\n";
        answer(
                200,
                "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=\"changesetresponse_2\"\r\n\r\n",
                set + "HTTP/1.1 204 NoContent\r\nOData-EntityId: " + FakeService.ROOT + "accounts(" + ID
                        + ")\r\n\r\n\r\n",
                set + "HTTP/1.1 204 No Content\r\nOData-EntityId: " + FakeService.ROOT + "contacts(" + OTHER
                        + ")\r\n\r\n\r\n",
                (set + "HTTP/1.1 204 No Content\r\n\r\n\r\n").repeat(3),
                "--changesetresponse_2--\r\n");

        batch.send();

        assertThat(account.getAccountid()).isEqualTo(ID);
        assertThat(account.hasChanges()).isFalse();
        assertThat(contact.hasChanges()).isFalse();
        assertThat(fake.body())
                .containsSubsequence(
                        "Content-Type: multipart/mixed; boundary=\"changeset_",
                        "Content-ID: 1\r\n\r\nPOST /api/data/v9.2/accounts HTTP/1.1\r\n",
                        "{\"name\":\"Contoso\"}\r\n--changeset_",
                        "Content-ID: 2\r\n\r\nPOST /api/data/v9.2/contacts HTTP/1.1\r\n",
                        "{\"parentcustomerid_account@odata.bind\":\"$1\"}",
                        "Content-ID: 3\r\n\r\nPATCH $1 HTTP/1.1\r\n",
                        "Content-ID: 4\r\n\r\nPUT /api/data/v9.2/accounts(" + OTHER
                                + ")/primarycontactid/$ref HTTP/1.1",
                        "{\"@odata.id\":\"$1\"}",
                        "Content-ID: 5\r\n\r\nDELETE ");
    }

    @Test
    void aFailingChangeSetFailsAllItsCallsAndNotTheOthers() {
        BatchResult<Account> before = batch.add(c -> c.accounts().get(ID));
        BatchResult<?>[] inside = new BatchResult<?>[2];
        Account row = named("x");
        batch.changeSet(changes -> {
            inside[0] = changes.add(c -> c.accounts().create(row));
            inside[1] = changes.run(c -> c.accounts().delete(OTHER));
        });
        BatchResult<Account> after = batch.add(c -> c.accounts().get(OTHER));
        answer(
                200,
                ok("{\"name\":\"one\"}"),
                part("HTTP/1.1 400 Bad Request\r\nREQ_ID: r-1\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"error\":{\"code\":\"0x1\",\"message\":\"no\"}}"),
                ok("{\"name\":\"two\"}"));

        batch.continueOnError().send();

        assertThat(fake.header("Prefer")).isEqualTo("odata.continue-on-error");
        assertThat(before.get().getName()).isEqualTo("one");
        assertThat(after.get().getName()).isEqualTo("two");
        for (BatchResult<?> result : inside) {
            assertThat(result.isSuccess()).isFalse();
            assertThatThrownBy(result::get)
                    .isInstanceOfSatisfying(
                            BadRequestException.class, e -> assertThat(e.code()).isEqualTo("0x1"));
        }
        assertThat(row.hasChanges()).isTrue();
    }

    @Test
    void whatComesBehindAFailureIsNotCarriedOut() {
        BatchResult<Account> first = batch.add(c -> c.accounts().get(ID));
        BatchResult<Account> second = batch.add(c -> c.accounts().get(OTHER));
        BatchResult<Void> third = batch.run(c -> c.accounts().delete(OTHER));
        answer(
                404,
                ok("{\"name\":\"one\"}"),
                part("HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"error\":{\"code\":\"0x80040217\",\"message\":\"gone\"}}"));

        batch.send();

        assertThat(first.get().getName()).isEqualTo("one");
        assertThatThrownBy(second::get)
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("GET accounts({key})")
                .hasMessageContaining("gone");
        assertThatThrownBy(third::get)
                .isInstanceOf(BatchSkippedException.class)
                .hasMessageContaining("DELETE accounts({key})");
    }

    @Test
    void aPartThatIsRefusedForTheMomentDoesNotRepeatTheBatch() {
        BatchResult<Account> row = batch.add(c -> c.accounts().get(ID));
        answer(429, part("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 0\r\n\r\n"));

        batch.send();

        assertThatThrownBy(row::get).isInstanceOf(RateLimitException.class);
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void aBatchThatIsRefusedAsAWholeIsAnException() {
        BatchResult<Account> row = batch.add(c -> c.accounts().get(ID));
        fake.answer(
                400, "{\"error\":{\"code\":\"0x2\",\"message\":\"malformed\"}}", "Content-Type", "application/json");

        assertThatThrownBy(batch::send)
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("POST $batch")
                .hasMessageContaining("malformed");
        assertThatIllegalStateException().isThrownBy(row::get).withMessageContaining("no answer");
        assertThatIllegalStateException().isThrownBy(batch::send);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--batchresponse_1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{\"na",
                "--batchresponse_1\r\nno header\r\n\r\n--batchresponse_1--",
                "--batchresponse_1\r\nContent-Type: application/http\r\n\r\nnonsense\r\n--batchresponse_1--",
                "--batchresponse_1--",
            })
    void anAnswerThatBreaksOffIsNoAnswer(String body) {
        BatchResult<Account> row = batch.add(c -> c.accounts().get(ID));
        fake.answer(200, body, "Content-Type", TYPE);

        assertThatThrownBy(batch::send).isInstanceOf(InvalidResponseException.class);
        assertThatIllegalStateException().isThrownBy(row::isSuccess);
    }

    @Test
    void lineFeedsAloneAndABoundaryThatBeginsLikeAnotherAreUnderstood() {
        BatchResult<Account> row = batch.add(c -> c.accounts().get(ID));
        fake.answer(
                200,
                "preamble\n--b\nContent-Type: application/http\n\nHTTP/1.1 200 OK\n\n{\"name\":\n\"--b\",\n\"fax\":\"--bb\"}\n--b--",
                "Content-Type",
                "multipart/mixed;boundary=b");

        batch.send();

        assertThat(row.get().getName()).isEqualTo("--b");
    }

    @Test
    void aCallThatNeedsNoRequestHasItsResultAtOnce() {
        Account unchanged = new Account();
        unchanged.setAccountid(ID);

        BatchResult<Void> nothing = batch.run(c -> c.accounts().update(unchanged));

        assertThat(nothing.isSuccess()).isTrue();
        batch.send();
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void aCallWithMoreThanOneRequestSaysSo() {
        BatchResult<List<Account>> rows = batch.add(c -> c.accounts().toList());
        answer(200, ok("{\"value\":[],\"@odata.nextLink\":\"" + FakeService.ROOT + "accounts?$skiptoken=1\"}"));

        batch.send();

        assertThatThrownBy(rows::get).hasMessageContaining("one request");
    }

    @Test
    void aCallOfTheClientAroundTheBatchIsRefusedInsteadOfSent() {
        Root crm = new Root(fake.service.client());
        assertThatIllegalStateException()
                .isThrownBy(() -> batch.add(c -> crm.accounts().get(ID)))
                .withMessageContaining("batch.add(c -> ...)");
        assertThat(fake.requests()).isEmpty();

        fake.answer(200, "{}");
        crm.accounts().get(ID); // and may be made again afterwards
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void aQueryThatIsReadBehindTheBatchSaysSo() {
        BatchResult<Query<Account>> query = batch.add(c -> c.accounts().top(2));

        batch.send();

        assertThatIllegalStateException()
                .isThrownBy(() -> query.get().toList())
                .withMessageContaining("Read it inside of the call");
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void whatABatchCannotTakeIsRefusedBeforeItIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        batch.changeSet(changes -> changes.add(c -> c.accounts().get(ID))))
                .withMessageContaining("only changes");
        batch.add(c -> c.accounts().filter(Accounts.NAME.eq("x".repeat(66_000))).toList());
        assertThatIllegalArgumentException().isThrownBy(batch::send).withMessageContaining("a batch takes 65536");
        var large = Batch.of(fake.service.client(), Root::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> large.changeSet(changes -> {
                    for (int i = 0; i <= Batch.MOST_REQUESTS; i++) {
                        changes.run(c -> c.accounts().delete(ID));
                    }
                }))
                .withMessageContaining("1001")
                .withMessageContaining("cannot be split");
        assertThat(fake.requests()).isEmpty();
    }
}
