package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.odata.Changes;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Delta links, followed against the sandbox. */
class ChangeTrackingTest extends DataverseCalls {

    private UUID create(String name) {
        return crm.accounts().create(new Account().setName(name));
    }

    @Test
    void newChangedAndDeletedRowsAreTold() {
        create("same");
        UUID changed = create("old");
        UUID deleted = create("gone");
        Changes<Account, UUID> all =
                crm.accounts().changes(a -> a.select(Accounts.NAME)).read();
        assertThat(all.rows()).extracting(Account::getName).containsExactly("same", "old", "gone");
        assertThat(all.rows()).noneMatch(row -> row.isSet(Accounts.REVENUE));

        crm.accounts().update(Accounts.ref(changed), new Account().setName("new"));
        crm.accounts().delete(deleted);
        create("added");
        Changes<Account, UUID> since =
                crm.accounts().changesSince(all.deltaLink()).read();

        assertThat(since.rows()).extracting(Account::getName).containsExactly("new", "added");
        assertThat(since.removed()).containsExactly(deleted);
        Changes<Account, UUID> nothing =
                crm.accounts().changesSince(since.deltaLink()).read();
        assertThat(nothing.rows()).isEmpty();
        assertThat(nothing.removed()).isEmpty();
    }

    @Test
    void pagesAreFollowedToTheDeltaLink() {
        for (int i = 0; i < 25; i++) {
            create("row " + i);
        }
        Changes<Account, UUID> all = crm.with(o -> o.prefer("odata.maxpagesize=10"))
                .accounts()
                .changes()
                .read();

        assertThat(all.rows()).hasSize(25).doesNotHaveDuplicates();
        create("after");
        assertThat(crm.accounts().changesSince(all.deltaLink()).read().rows())
                .extracting(Account::getName)
                .containsExactly("after");
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        String link = sandbox.dataverseApiUri() + "accounts?$deltatoken=nonsense";

        assertThatThrownBy(() -> crm.accounts().changesSince(link).read()).isInstanceOf(BadRequestException.class);
    }
}
