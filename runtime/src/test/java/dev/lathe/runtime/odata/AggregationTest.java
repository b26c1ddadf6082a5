package dev.lathe.runtime.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Accounts;
import dev.lathe.runtime.sample.Contacts;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregationTest {

    private final FakeService fake = new FakeService();

    @Test
    void groupsAndComputedValuesAreAskedForAndReadTyped() {
        Aggregate<Account, BigDecimal> total = Accounts.REVENUE.sum("total");
        Aggregate<Account, BigDecimal> average = Accounts.NUMBEROFEMPLOYEES.average("mean");
        Aggregate<Account, OffsetDateTime> newest = Accounts.CREATEDON.max("newest");
        Aggregate<Account, Integer> smallest = Accounts.NUMBEROFEMPLOYEES.min("smallest");
        Aggregate<Account, Long> number = Aggregate.count("number");
        fake.answer(200, """
                {"value":[{"statecode":1,"statecode@OData.Community.Display.V1.FormattedValue":"Active",\
                "total":12.50,"total@OData.Community.Display.V1.FormattedValue":"$12.50","mean":2.5,\
                "newest":"2024-05-31T10:00:00Z","smallest":3,"number":9007199254740993},{"statecode":null}]}""");

        List<AggregateRow<Account>> rows = fake.accounts
                .filter(Accounts.NAME.startsWith("A"))
                .aggregate()
                .groupBy(Accounts.STATECODE)
                .compute(total, average, newest)
                .compute(smallest, number)
                .toList();

        assertThat(fake.line())
                .isEqualTo("GET accounts?$apply=filter(startswith(name,'A'))/groupby((statecode),aggregate("
                        + "revenue%20with%20sum%20as%20total,numberofemployees%20with%20average%20as%20mean,"
                        + "createdon%20with%20max%20as%20newest,numberofemployees%20with%20min%20as%20smallest,"
                        + "$count%20as%20number))");
        AggregateRow<Account> row = rows.get(0);
        assertThat(row.get(Accounts.STATECODE)).isEqualTo(1);
        assertThat(row.formattedValue(Accounts.STATECODE)).contains("Active");
        assertThat(row.get(total)).isEqualTo("12.50");
        assertThat(row.formattedValue(total)).contains("$12.50");
        assertThat(row.get(average)).isEqualTo("2.5");
        assertThat(row.get(newest)).isEqualTo("2024-05-31T10:00:00Z");
        assertThat(row.get(smallest)).isEqualTo(3);
        assertThat(row.get(number)).isEqualTo(9007199254740993L);
        assertThat(rows.get(1).get(Accounts.STATECODE)).isNull();
        assertThat(rows.get(1).get(total)).isNull();
    }

    @Test
    void columnsBehindNavigationsAreReadNestedOrUnderDataversesName() {
        TextColumn<Account> contact = Accounts.PRIMARYCONTACTID.path(Contacts.FULLNAME);
        fake.answer(
                200, "{\"value\":[{\"primarycontactid\":{\"fullname\":\"Ann\"}},{\"contact_fullname\":\"Bob\"},{}]}");

        List<AggregateRow<Account>> rows =
                fake.accounts.aggregate().groupBy(contact, contact).toList();

        assertThat(fake.line()).isEqualTo("GET accounts?$apply=groupby((primarycontactid/fullname))");
        assertThat(rows).extracting(row -> row.get(contact)).containsExactly("Ann", "Bob", null);
    }

    @Test
    void withoutGroupsThereIsOneOutcome() {
        Aggregate<Account, Long> states = Accounts.STATECODE.countDistinct("states");
        fake.answer(200, "{\"value\":[{\"states\":2}]}");

        assertThat(fake.accounts
                        .aggregate()
                        .compute(states)
                        .pages()
                        .first()
                        .orElseThrow()
                        .get(states))
                .isEqualTo(2);
        assertThat(fake.line())
                .isEqualTo("GET accounts?$apply=aggregate(statecode%20with%20countdistinct%20as%20states)");
    }

    @Test
    void pagesAreFollowed() {
        Aggregate<Account, Long> number = Aggregate.count("number");
        String link = FakeService.ROOT + "accounts?$apply=x&$skiptoken=1";
        fake.answer(200, "{\"value\":[{\"number\":1}],\"@odata.nextLink\":\"" + link + "\"}")
                .answer(200, "{\"value\":[{\"number\":2}]}");

        assertThat(fake.accounts.aggregate().groupBy(Accounts.NAME).compute(number))
                .extracting(row -> row.get(number))
                .containsExactly(1L, 2L);
        assertThat(fake.last().uri()).hasToString(link);
    }

    @Test
    void whatCannotBeSaidIsRefusedBeforeARequest() {
        Aggregate<Account, Long> number = Aggregate.count("number");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Accounts.REVENUE.sum("a b)"))
                .withMessageContaining("'a b)'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.accounts.aggregate().compute(number, Accounts.REVENUE.sum("number")))
                .withMessageContaining("'number'");
        assertThatIllegalStateException()
                .isThrownBy(() -> fake.accounts.orderBy(Accounts.NAME.asc()).aggregate())
                .withMessageContaining("$orderby");
        assertThatIllegalStateException()
                .isThrownBy(() -> fake.accounts.aggregate().toList())
                .withMessageContaining("group");
        assertThat(fake.requests()).isEmpty();
    }
}
