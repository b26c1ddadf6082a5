package dev.lathe.runtime.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Accounts;
import dev.lathe.runtime.sample.Contacts;
import dev.lathe.runtime.sample.Kind;
import dev.lathe.runtime.sample.Tasks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilterTest {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");

    @Test
    void valuesAreWrittenAsTheirTypesWantIt() {
        assertThat(Accounts.NAME.eq("O'Bryan & Co")).hasToString("name eq 'O''Bryan & Co'");
        assertThat(Accounts.ACCOUNTID.eq(ID)).hasToString("accountid eq " + ID);
        assertThat(Accounts.NUMBEROFEMPLOYEES.gt(5)).hasToString("numberofemployees gt 5");
        assertThat(Accounts.REVENUE.gt(1_000_000)).hasToString("revenue gt 1000000");
        assertThat(Accounts.REVENUE.le(new BigDecimal("1E+3"))).hasToString("revenue le 1000");
        assertThat(Accounts.ADDRESS1_LATITUDE.lt(1.5)).hasToString("address1_latitude lt 1.5");
        assertThat(Accounts.CREDITONHOLD.isTrue()).hasToString("creditonhold eq true");
        assertThat(Accounts.CREATEDON.ge(OffsetDateTime.parse("2024-05-31T12:00:00+02:00")))
                .hasToString("createdon ge 2024-05-31T12:00:00+02:00");
        assertThat(Accounts.CREATEDON.after(Instant.EPOCH)).hasToString("createdon gt 1970-01-01T00:00:00Z");
        assertThat(Contacts.BIRTHDATE.lt(LocalDate.of(2000, 1, 2))).hasToString("birthdate lt 2000-01-02");
        assertThat(Contacts.KIND.eq(Kind.RULE)).hasToString("kind eq Sample.Kind'RULE'");
        assertThat(Contacts.KIND.has(Kind.of("a'b"))).hasToString("kind has Sample.Kind'a''b'");
        assertThat(TimeColumn.of("t").eq(LocalTime.of(13, 45))).hasToString("t eq 13:45:00");
        assertThat(DurationColumn.of("d").eq(Duration.ofHours(1))).hasToString("d eq duration'PT1H'");
        assertThat(BinaryColumn.of("b").eq(new byte[] {1, 2})).hasToString("b eq binary'AQI'");
        assertThat(NumberColumn.int64("n").eq(Long.MAX_VALUE)).hasToString("n eq 9223372036854775807");
        assertThat(NumberColumn.float64("n").eq(Double.NEGATIVE_INFINITY)).hasToString("n eq -INF");
    }

    @Test
    void nullFindsRowsWithoutAValue() {
        assertThat(Accounts.NAME.isNull()).hasToString("name eq null").isEqualTo(Accounts.NAME.eq(null));
        assertThat(Accounts.REVENUE.isNotNull()).hasToString("revenue ne null");
    }

    @Test
    void conditionsCombineWithParenthesesWhereTheyAreNeeded() {
        Filter<Account> a = Accounts.NAME.startsWith("A");
        Filter<Account> b = Accounts.STATECODE.eq(0);
        Filter<Account> c = Accounts.REVENUE.between(1, 2);

        assertThat(a.and(b).and(c))
                .hasToString("startswith(name,'A') and statecode eq 0 and revenue ge 1 and revenue le 2");
        assertThat(a.or(b).and(c.not()))
                .hasToString("(startswith(name,'A') or statecode eq 0) and not (revenue ge 1 and revenue le 2)");
        assertThat(a.and(b).or(c))
                .hasToString("(startswith(name,'A') and statecode eq 0) or (revenue ge 1 and revenue le 2)");
        assertThat(a.and(Filter.raw("revenue mul 2 gt 5 or 1 eq 1")))
                .hasToString("startswith(name,'A') and (revenue mul 2 gt 5 or 1 eq 1)");
        assertThat(Accounts.NAME.contains("x").or(Accounts.NAME.endsWith("y'")))
                .hasToString("contains(name,'x') or endswith(name,'y''')");
    }

    @Test
    void oneOfSeveralValuesIsWrittenWithOr() {
        assertThat(Accounts.STATECODE.in(0, 1)).hasToString("statecode eq 0 or statecode eq 1");
        assertThat(Accounts.NAME.in(List.of("a"))).hasToString("name eq 'a'");
        assertThatThrownBy(() -> Accounts.NAME.in(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No values for 'name' to be one of");
    }

    @Test
    void columnsCanBeComparedWithEachOther() {
        assertThat(Accounts.NUMBEROFEMPLOYEES.gtColumn(Accounts.STATECODE))
                .hasToString("numberofemployees gt statecode");
        assertThat(Accounts.NAME.neColumn(TextColumn.of("accountnumber"))).hasToString("name ne accountnumber");
    }

    @Test
    void pathsLeadThroughNavigationsAndIntoComplexValues() {
        assertThat(Accounts.PRIMARYCONTACTID.path(Contacts.FULLNAME).eq("x"))
                .hasToString("primarycontactid/fullname eq 'x'");
        assertThat(Accounts.PRIMARYCONTACTID
                        .path(Contacts.POSITION)
                        .path(Contacts.LATITUDE)
                        .gt(1.5))
                .hasToString("primarycontactid/position/latitude gt 1.5");
        assertThat(Accounts.PARENTACCOUNTID
                        .path(Accounts.PRIMARYCONTACTID)
                        .path(Contacts.KIND)
                        .eq(Kind.RULE))
                .hasToString("parentaccountid/primarycontactid/kind eq Sample.Kind'RULE'");
        assertThat(Accounts.PRIMARYCONTACTID.path(Contacts.BIRTHDATE).desc())
                .hasToString("primarycontactid/birthdate desc");
    }

    @Test
    void conditionsReachRowsBeyondNavigations() {
        assertThat(Accounts.ACCOUNT_TASKS.any()).hasToString("account_tasks/any()");
        assertThat(Accounts.ACCOUNT_TASKS.any(Tasks.SUBJECT.contains("x").and(Tasks.PERCENTCOMPLETE.lt(100))))
                .hasToString("account_tasks/any(a:contains(a/subject,'x') and a/percentcomplete lt 100)");
        assertThat(Accounts.CONTACT_CUSTOMER_ACCOUNTS.all(
                        Contacts.CONTACT_TASKS.any(Tasks.SUBJECT.eq("y")).or(Contacts.FULLNAME.isNull())))
                .hasToString(
                        "contact_customer_accounts/all(a:a/contact_tasks/any(b:b/subject eq 'y') or a/fullname eq null)");
        assertThat(Accounts.PRIMARYCONTACTID.path(Contacts.CONTACT_TASKS).any())
                .hasToString("primarycontactid/contact_tasks/any()");
        assertThat(Contacts.TRACK.has("p")).hasToString("track/any(a:a eq 'p')");
        assertThat(Accounts.ACCOUNT_TASKS.count().gt(3)).hasToString("account_tasks/$count gt 3");
    }
}
