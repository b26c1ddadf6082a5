package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.runtime.odata.Aggregate;
import dev.lathe.runtime.odata.TextColumn;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code $apply}, computed by the sandbox. */
class AggregationTest extends DataverseCalls {

    @BeforeEach
    void insertRows() {
        UUID ann = crm.contacts().create(new Contact().setFirstname("Ann").setLastname("Lee"));
        insert("A1", "10.50", 1, ann);
        insert("A2", "20.25", 1, ann);
        insert("B1", "5", 2, null);
        insert("B2", null, 2, null);
    }

    private void insert(String name, String revenue, int employees, UUID contact) {
        Account row = new Account().setName(name).setNumberofemployees(employees);
        if (revenue != null) {
            row.setRevenue(new BigDecimal(revenue));
        }
        if (contact != null) {
            Accounts.PRIMARYCONTACTID.bind(row, Contacts.ref(contact));
        }
        crm.accounts().create(row);
    }

    @Test
    void valuesOfGroups() {
        Aggregate<Account, BigDecimal> total = Accounts.REVENUE.sum("total");
        Aggregate<Account, BigDecimal> mean = Accounts.REVENUE.average("mean");
        Aggregate<Account, BigDecimal> least = Accounts.REVENUE.min("least");
        Aggregate<Account, BigDecimal> most = Accounts.REVENUE.max("most");
        Aggregate<Account, Long> rows = Aggregate.count("rows");

        assertThat(crm.accounts()
                        .aggregate()
                        .groupBy(Accounts.NUMBEROFEMPLOYEES)
                        .compute(total, mean, least, most, rows))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.get(Accounts.NUMBEROFEMPLOYEES)).isEqualTo(1);
                            assertThat(first.get(total)).isEqualByComparingTo("30.75");
                            assertThat(first.get(mean)).isEqualByComparingTo("15.375");
                            assertThat(first.get(least)).isEqualByComparingTo("10.5");
                            assertThat(first.get(most)).isEqualByComparingTo("20.25");
                            assertThat(first.get(rows)).isEqualTo(2);
                        },
                        second -> {
                            assertThat(second.get(Accounts.NUMBEROFEMPLOYEES)).isEqualTo(2);
                            assertThat(second.get(total)).isEqualByComparingTo("5");
                            assertThat(second.get(rows)).isEqualTo(2);
                        });
    }

    @Test
    void rowsAreFilteredBeforeAndGroupsMayStandBehindANavigation() {
        TextColumn<Account> contact = Accounts.PRIMARYCONTACTID.path(Contacts.FIRSTNAME);
        Aggregate<Account, Long> rows = Aggregate.count("n");

        assertThat(crm.accounts()
                        .filter(Accounts.NAME.ne("A1"))
                        .aggregate()
                        .groupBy(contact)
                        .compute(rows))
                .satisfiesExactlyInAnyOrder(
                        group -> {
                            assertThat(group.get(contact)).isEqualTo("Ann");
                            assertThat(group.get(rows)).isEqualTo(1);
                        },
                        group -> {
                            assertThat(group.get(contact)).isNull();
                            assertThat(group.get(rows)).isEqualTo(2);
                        });
    }

    @Test
    void oneOutcomeForAllRowsAndDistinctValues() {
        Aggregate<Account, BigDecimal> total = Accounts.REVENUE.sum("total");

        assertThat(crm.accounts().aggregate().compute(total).toList().get(0).get(total))
                .isEqualByComparingTo("35.75");
        assertThat(crm.accounts().aggregate().groupBy(Accounts.NUMBEROFEMPLOYEES))
                .extracting(row -> row.get(Accounts.NUMBEROFEMPLOYEES))
                .containsExactly(1, 2);
    }
}
