package dev.lathe.runtime.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lathe.runtime.odata.Filter;
import dev.lathe.runtime.odata.GuidColumn;
import dev.lathe.runtime.odata.TextColumn;
import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Accounts;
import dev.lathe.runtime.sample.Contacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueryFunctionsTest {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");
    private static final GuidColumn<Account> OWNER = GuidColumn.of("_ownerid_value");

    @Test
    void functionsHaveQualifiedNamesAndNamedParameters() {
        assertThat(DateFunctions.today(Accounts.CREATEDON))
                .hasToString("Microsoft.Dynamics.CRM.Today(PropertyName='createdon')");
        assertThat(DateFunctions.lastXDays(Accounts.CREATEDON, 7))
                .hasToString("Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7)");
        assertThat(DateFunctions.onOrAfter(Contacts.BIRTHDATE, LocalDate.of(2024, 5, 1)))
                .hasToString("Microsoft.Dynamics.CRM.OnOrAfter(PropertyName='birthdate',PropertyValue='2024-05-01')");
        assertThat(DateFunctions.inFiscalPeriodAndYear(Accounts.CREATEDON, 2, 2024))
                .hasToString("Microsoft.Dynamics.CRM.InFiscalPeriodAndYear"
                        + "(PropertyName='createdon',PropertyValue1=2,PropertyValue2=2024)");
        assertThat(QueryFunctions.equalUserId(OWNER))
                .hasToString("Microsoft.Dynamics.CRM.EqualUserId(PropertyName='_ownerid_value')");
        assertThat(QueryFunctions.under(Accounts.ACCOUNTID, ID))
                .hasToString("Microsoft.Dynamics.CRM.Under(PropertyName='accountid',PropertyValue='" + ID + "')");
    }

    @Test
    void valuesOfListsAreJsonStrings() {
        assertThat(QueryFunctions.in(Accounts.NAME, List.of("O'Bryan", "say \"x\" & 100%")))
                .hasToString("Microsoft.Dynamics.CRM.In(PropertyName='name',"
                        + "PropertyValues=[\"O'Bryan\",\"say \\\"x\\\" & 100%\"])");
        assertThat(QueryFunctions.between(Accounts.NUMBEROFEMPLOYEES, 5, 2000))
                .hasToString("Microsoft.Dynamics.CRM.Between(PropertyName='numberofemployees',"
                        + "PropertyValues=[\"5\",\"2000\"])");
        assertThat(QueryFunctions.notBetween(Accounts.REVENUE, new BigDecimal("1E+3"), new BigDecimal("2.50")))
                .hasToString("Microsoft.Dynamics.CRM.NotBetween(PropertyName='revenue',"
                        + "PropertyValues=[\"1000\",\"2.50\"])");
        assertThat(QueryFunctions.between(
                        Accounts.CREATEDON,
                        OffsetDateTime.parse("2024-05-01T02:00:00+02:00"),
                        OffsetDateTime.parse("2024-06-01T00:00:00Z")))
                .hasToString("Microsoft.Dynamics.CRM.Between(PropertyName='createdon',"
                        + "PropertyValues=[\"2024-05-01T00:00:00Z\",\"2024-06-01T00:00:00Z\"])");
        assertThat(QueryFunctions.containValues(TextColumn.of("new_colors"), List.of(1, 3)))
                .hasToString(
                        "Microsoft.Dynamics.CRM.ContainValues(PropertyName='new_colors',PropertyValues=[\"1\",\"3\"])");
    }

    @Test
    void aFunctionLooksAtTheRowToWhichAPathLeads() {
        assertThat(DateFunctions.yesterday(Accounts.PRIMARYCONTACTID.path(Contacts.BIRTHDATE)))
                .hasToString("primarycontactid/Microsoft.Dynamics.CRM.Yesterday(PropertyName='birthdate')");
        assertThat(Accounts.CONTACT_CUSTOMER_ACCOUNTS.any(DateFunctions.today(Contacts.BIRTHDATE)))
                .hasToString(
                        "contact_customer_accounts/any(a:a/Microsoft.Dynamics.CRM.Today(PropertyName='birthdate'))");
    }

    @Test
    void functionsCombineButNotWithNot() {
        Filter<Account> mine = QueryFunctions.equalUserId(OWNER);
        Filter<Account> large = Accounts.REVENUE.gt(5);

        assertThat(mine.and(large.not()))
                .hasToString(
                        "Microsoft.Dynamics.CRM.EqualUserId(PropertyName='_ownerid_value') and not (revenue gt 5)");
        assertThatIllegalStateException()
                .isThrownBy(mine::not)
                .withMessage("'not' cannot stand before Microsoft.Dynamics.CRM.EqualUserId:"
                        + " use QueryFunctions.notEqualUserId.");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> large.or(DateFunctions.today(Accounts.CREATEDON)).not())
                .withMessageContaining("gt, ge, lt and le");
    }

    @Test
    void whatTheServiceWouldRefuseIsRefusedBefore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateFunctions.lastXHours(Accounts.CREATEDON, 0))
                .withMessage("The number of the hours is not positive: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueryFunctions.in(Accounts.NAME, List.of()))
                .withMessage("No values for 'name' to be compared with");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueryFunctions.notIn(Accounts.NAME, List.of("x".repeat(851))))
                .withMessageContaining("851 characters");
    }
}
