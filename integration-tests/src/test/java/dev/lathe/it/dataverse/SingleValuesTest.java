package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Contacts;
import dev.lathe.runtime.error.NotFoundException;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Columns that are read and written on their own. */
class SingleValuesTest extends DataverseCalls {

    @Test
    void aColumnIsReadSetAndCleared() {
        UUID id = crm.accounts().create(new Account().setName("old").setRevenue(new BigDecimal("1.50")));

        assertThat(crm.accounts().getValue(id, Accounts.NAME)).isEqualTo("old");
        assertThat(crm.accounts().getValue(id, Accounts.REVENUE)).isEqualTo("1.50");
        assertThat(crm.accounts().getValue(id, Accounts.NUMBEROFEMPLOYEES)).isNull();

        crm.accounts().setValue(id, Accounts.NAME, "new 'name' é");
        crm.accounts().setValue(id, Accounts.NUMBEROFEMPLOYEES, 7);
        crm.accounts().setValue(id, Accounts.REVENUE, null);

        Account row = crm.accounts().get(id);
        assertThat(row.getName()).isEqualTo("new 'name' é");
        assertThat(row.getNumberofemployees()).isEqualTo(7);
        assertThat(row.getRevenue()).isNull();
        assertThat(sandbox.requests().all())
                .anyMatch(r -> r.method().equals("DELETE") && r.path().endsWith("/revenue"))
                .anyMatch(r -> r.method().equals("PUT") && r.path().endsWith("/name"));
    }

    @Test
    void aRowThatIsNotThereIsNotCreated() {
        UUID nowhere = new UUID(0, 255);

        assertThatThrownBy(() -> crm.accounts().setValue(nowhere, Accounts.NAME, "x"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> crm.accounts().getValue(nowhere, Accounts.NAME))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aColumnElsewhereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        crm.accounts().getValue(new UUID(0, 1), Accounts.PRIMARYCONTACTID.path(Contacts.FULLNAME)))
                .withMessageContaining("primarycontactid/fullname");
    }
}
