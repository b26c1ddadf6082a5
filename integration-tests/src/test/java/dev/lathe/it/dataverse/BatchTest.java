package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.dataverse.Dataverse;
import dev.lathe.dataverse.WhoAmIResponse;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.odata.Batch;
import dev.lathe.runtime.odata.BatchResult;
import dev.lathe.runtime.odata.BatchSkippedException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
