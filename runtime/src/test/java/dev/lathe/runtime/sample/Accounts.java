package dev.lathe.runtime.sample;

import dev.lathe.runtime.odata.BooleanColumn;
import dev.lathe.runtime.odata.DateTimeColumn;
import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.GuidColumn;
import dev.lathe.runtime.odata.NumberColumn;
import dev.lathe.runtime.odata.TextColumn;
import dev.lathe.runtime.odata.ToMany;
import dev.lathe.runtime.odata.ToOne;
import java.math.BigDecimal;
import java.util.UUID;

/** An entity set. */
public interface Accounts extends EntitySet<Account, UUID> {

    GuidColumn<Account> ACCOUNTID = GuidColumn.<Account>of("accountid");
    TextColumn<Account> NAME = TextColumn.<Account>of("name");
    NumberColumn<Account, BigDecimal> REVENUE = NumberColumn.<Account>decimal("revenue");
    NumberColumn<Account, Integer> NUMBEROFEMPLOYEES = NumberColumn.<Account>int32("numberofemployees");
    NumberColumn<Account, Integer> STATECODE = NumberColumn.<Account>int32("statecode");
    NumberColumn<Account, Double> ADDRESS1_LATITUDE = NumberColumn.<Account>float64("address1_latitude");
    BooleanColumn<Account> CREDITONHOLD = BooleanColumn.<Account>of("creditonhold");
    DateTimeColumn<Account> CREATEDON = DateTimeColumn.<Account>of("createdon");
    GuidColumn<Account> _OWNERID_VALUE = GuidColumn.<Account>of("_ownerid_value");
    ToOne<Account, Contact> PRIMARYCONTACTID = ToOne.<Account, Contact>of("primarycontactid");
    ToOne<Account, Account> PARENTACCOUNTID = ToOne.<Account, Account>of("parentaccountid");
    ToMany<Account, Task> ACCOUNT_TASKS = ToMany.<Account, Task>of("account_tasks");
    ToMany<Account, Contact> CONTACT_CUSTOMER_ACCOUNTS = ToMany.<Account, Contact>of("contact_customer_accounts");
}
