package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.dataverse.Dataverse;
import dev.lathe.dataverse.WhoAmIResponse;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.TransportException;
import dev.lathe.runtime.odata.Batch;
import dev.lathe.runtime.odata.BatchResult;
import dev.lathe.runtime.odata.BatchSkippedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Batches, taken apart and answered by Olingo in the sandbox. */
class BatchTest extends DataverseCalls {

    private static final UUID NOWHERE = UUID.fromString("00000000-0000-0000-0000-0000000000ff");

    @Test
    void manyKindsOfCallsGoOutInOneRequest() {
        UUID known = crm.accounts().create(new Account().setName("Known"));
        int before = sandbox.requests().all().size();
        Batch<Dataverse> batch = crm.batch();

        BatchResult<Account> read = batch.add(c -> c.accounts().get(known));
        BatchResult<UUID> created = batch.add(c -> c.contacts().create(new Contact().setLastname("Ann")));
        BatchResult<List<Account>> found =
                batch.add(c -> c.accounts().filter(Accounts.NAME.eq("Known")).toList());
        BatchResult<WhoAmIResponse> me = batch.add(Dataverse::whoAmI);
        batch.send();

        assertThat(sandbox.requests().all()).hasSize(before + 1);
        assertThat(read.get().getName()).isEqualTo("Known");
        assertThat(crm.contacts().get(created.get()).getLastname()).isEqualTo("Ann");
        assertThat(found.get()).extracting(Account::getAccountid).containsExactly(known);
        assertThat(me.get().getUserId()).isNotNull();
    }

    @Test
    void aChangeSetLinksRowsThatItCreates() {
        Batch<Dataverse> batch = crm.batch();
        Contact contact = new Contact().setLastname("Ann");
        List<BatchResult<UUID>> ids = new ArrayList<>();

        batch.changeSet(changes -> {
            ids.add(changes.add(c -> c.accounts().create(new Account().setName("Contoso"))));
            Contacts.PARENTCUSTOMERID_ACCOUNT.bind(contact, changes.reference(ids.get(0)));
            ids.add(changes.add(c -> c.contacts().create(contact)));
            changes.run(c -> c.accounts().update(changes.reference(ids.get(0)), new Account().setName("Contoso Ltd")));
        });
        batch.send();

        Account account = crm.accounts().get(ids.get(0).get());
        assertThat(account.getName()).isEqualTo("Contoso Ltd");
        assertThat(crm.contacts().get(ids.get(1).get()).getParentcustomeridValue())
                .isEqualTo(account.getAccountid());
    }

    @Test
    void aFailingPartTakesItsChangeSetBack() {
        Batch<Dataverse> batch = crm.batch();
        List<BatchResult<?>> inside = new ArrayList<>();
        batch.changeSet(changes -> {
            inside.add(changes.add(c -> c.accounts().create(new Account().setName("Lost"))));
            inside.add(changes.run(c -> c.accounts().delete(NOWHERE)));
        });
        BatchResult<UUID> after = batch.add(c -> c.accounts().create(new Account().setName("Kept")));

        batch.continueOnError().send();

        assertThat(inside)
                .allSatisfy(result -> assertThatThrownBy(result::get)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessageContaining("Does Not Exist"));
        assertThat(after.isSuccess()).isTrue();
        assertThat(crm.accounts().select(Accounts.NAME))
                .extracting(Account::getName)
                .containsExactly("Kept");
    }

    @Test
    void withoutContinueOnErrorTheRestIsNotCarriedOut() {
        Batch<Dataverse> batch = crm.batch();
        BatchResult<UUID> first = batch.add(c -> c.accounts().create(new Account().setName("Kept")));
        BatchResult<Account> missing = batch.add(c -> c.accounts().get(NOWHERE));
        BatchResult<UUID> last = batch.add(c -> c.accounts().create(new Account().setName("Never")));

        batch.send();

        assertThat(first.isSuccess()).isTrue();
        assertThatThrownBy(missing::get).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(last::get).isInstanceOf(BatchSkippedException.class);
        assertThat(crm.accounts().select(Accounts.NAME))
                .extracting(Account::getName)
                .containsExactly("Kept");
    }

    @Test
    void aThousandRequestsAreOneBatch() {
        Batch<Dataverse> batch = crm.batch();
        List<BatchResult<UUID>> ids = new ArrayList<>();
        for (int i = 0; i < Batch.MOST_REQUESTS; i++) {
            Account row = new Account().setName("Row " + i);
            ids.add(batch.add(c -> c.accounts().create(row)));
        }

        batch.send();

        assertThat(ids).extracting(BatchResult::get).doesNotHaveDuplicates().hasSize(1000);
        assertThat(crm.accounts().count()).isEqualTo(1000);
    }

    @Test
    void moreThanAThousandRequestsGoOutInSeveralBatchesWithoutSplittingAChangeSet() {
        int before = sandbox.requests().all().size();
        Batch<Dataverse> batch = crm.batch();
        List<BatchResult<UUID>> ids = new ArrayList<>();
        for (int i = 0; i < 998; i++) {
            Account row = new Account().setName("Row " + i);
            ids.add(batch.add(c -> c.accounts().create(row)));
        }
        List<BatchResult<UUID>> inside = new ArrayList<>();
        batch.changeSet(changes -> {
            inside.add(changes.add(c -> c.accounts().create(new Account().setName("Company"))));
            Contact ann = new Contact().setLastname("Ann");
            Contacts.PARENTCUSTOMERID_ACCOUNT.bind(ann, changes.reference(inside.get(0)));
            inside.add(changes.add(c -> c.contacts().create(ann)));
            changes.run(c -> c.accounts().update(changes.reference(inside.get(0)), new Account().setName("Renamed")));
        });
        for (int i = 0; i < 1000; i++) {
            Account row = new Account().setName("More " + i);
            ids.add(batch.add(c -> c.accounts().create(row)));
        }

        batch.send();

        assertThat(sandbox.requests()
                        .all()
                        .subList(before, sandbox.requests().all().size()))
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.path()).endsWith("/$batch"));
        assertThat(ids).extracting(BatchResult::get).doesNotHaveDuplicates().hasSize(1998);
        assertThat(crm.accounts().get(inside.get(0).get()).getName()).isEqualTo("Renamed");
        assertThat(crm.contacts().get(inside.get(1).get()).getParentcustomeridValue())
                .isEqualTo(inside.get(0).get());
    }

    @Test
    void whatFollowsAFailureIsNotCarriedOutInLaterBatchesEither() {
        Batch<Dataverse> batch = crm.batch();
        for (int i = 0; i < 999; i++) {
            batch.run(c -> c.accounts().create(new Account().setName("Kept")));
        }
        BatchResult<Void> failing = batch.run(c -> c.accounts().delete(NOWHERE));
        BatchResult<UUID> after = batch.add(c -> c.accounts().create(new Account().setName("Never")));
        int before = sandbox.requests().all().size();

        batch.send();

        assertThat(sandbox.requests().all()).hasSize(before + 1);
        assertThatThrownBy(failing::get).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(after::get).isInstanceOf(BatchSkippedException.class);
        assertThat(crm.accounts().count()).isEqualTo(999);
    }

    /** The client cannot know what was carried out, so it neither sends again nor makes results up. */
    @Test
    void aConnectionThatDropsInTheMiddleOfTheAnswerLeavesTheBatchUndecided() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            AtomicInteger requests = new AtomicInteger();
            Thread dropping = new Thread(() -> {
                while (true) {
                    try (Socket connection = server.accept()) {
                        connection.getInputStream().read(new byte[64 << 10]);
                        requests.incrementAndGet();
                        connection
                                .getOutputStream()
                                .write(("HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b\r\n"
                                                + "Content-Length: 5000\r\n\r\n--b\r\nContent-Type: application/http\r\n"
                                                + "\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n--b\r\nContent-")
                                        .getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        return; // the test is over
                    }
                }
            });
            dropping.setDaemon(true);
            dropping.start();
            Batch<Dataverse> batch = Dataverse.connect(
                            URI.create("http://127.0.0.1:" + server.getLocalPort() + "/api/data/v9.2/"),
                            Credentials.bearer("any"))
                    .batch();
            BatchResult<Void> first = batch.run(c -> c.accounts().delete(NOWHERE));
            BatchResult<Void> second = batch.run(c -> c.accounts().delete(NOWHERE));

            assertThatThrownBy(batch::send).isInstanceOf(TransportException.class);

            assertThatIllegalStateException().isThrownBy(first::get).withMessageContaining("no answer");
            assertThatIllegalStateException().isThrownBy(second::get);
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void aLongQueryGoesOutInABatchByItself() {
        crm.accounts().create(new Account().setName("x".repeat(40)));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            names.add(i + "x".repeat(40));
        }
        names.add("x".repeat(40));

        assertThat(crm.accounts().filter(Accounts.NAME.in(names))).hasSize(1);
        assertThat(sandbox.requests().last().path()).endsWith("/$batch");
    }
}
