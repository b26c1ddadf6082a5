package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.dataverse.Systemuser;
import dev.lathe.dataverse.Systemusers;
import dev.lathe.dataverse.Task;
import dev.lathe.dataverse.Tasks;
import dev.lathe.runtime.dataverse.DataverseAnnotations;
import dev.lathe.runtime.dataverse.LookupAnnotations;
import dev.lathe.runtime.dataverse.TotalCount;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.odata.Projection;
import dev.lathe.runtime.odata.Query;
import dev.lathe.runtime.paging.Page;
import dev.lathe.sandbox.dataverse.DataverseService;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows, related rows and counts, read from the sandbox. */
class ReadingTest extends DataverseCalls {

    private UUID ann;
    private UUID account;

    @BeforeEach
    void insertRows() {
        ann = crm.contacts().create(new Contact().setFirstname("Ann").setLastname("Lee"));
        Account row = new Account().setName("A").setNumberofemployees(5);
        Accounts.PRIMARYCONTACTID.bind(row, Contacts.ref(ann));
        account = crm.accounts().create(row);
        Contact member = new Contact().setFirstname("Bob");
        Contacts.PARENTCUSTOMERID_ACCOUNT.bind(member, Accounts.ref(account));
        crm.contacts().create(member);
    }

    @Test
    void aUserIsReadByTheBareGuidOfItsKey() {
        Systemuser user = crm.systemusers().get(DataverseService.USER_ID);

        assertThat(user.getSystemuserid()).isEqualTo(DataverseService.USER_ID);
        assertThat(sandbox.requests().last().path()).endsWith("/systemusers(" + DataverseService.USER_ID + ")");
    }

    @Test
    void relatedRowsAreReadCountedAndReferredTo() {
        Query<Contact> members = crm.accounts().related(account, Accounts.CONTACT_CUSTOMER_ACCOUNTS);

        assertThat(members.select(Contacts.FIRSTNAME))
                .extracting(Contact::getFirstname)
                .containsExactly("Bob");
        assertThat(members.count())
                .isEqualTo(1); // the sandbox puts a byte order mark before the number, as Dataverse does
        assertThat(members.filter(Contacts.FIRSTNAME.eq("nobody")).count()).isZero();
        assertThat(crm.accounts()
                        .related(account, Accounts.PRIMARYCONTACTID, c -> c.select(Contacts.LASTNAME))
                        .map(Contact::getLastname))
                .contains("Lee");
        assertThat(crm.accounts().related(account, Accounts.PARENTACCOUNTID)).isEmpty();

        crm.accounts()
                .disassociate(
                        account,
                        Accounts.CONTACT_CUSTOMER_ACCOUNTS,
                        Contacts.ref(members.first().orElseThrow().getContactid()));
        assertThat(members).isEmpty();
        crm.accounts().associate(account, Accounts.CONTACT_CUSTOMER_ACCOUNTS, Contacts.ref(ann));
        assertThat(members).extracting(Contact::getContactid).containsExactly(ann);
    }

    @Test
    void lookupsAreSelectedByTheirColumnsAndTellWhatTheyHold() {
        Account row = crm.with(o -> o.includeAnnotations(DataverseAnnotations.ALL))
                .accounts()
                .get(account, a -> a.select(Accounts.PRIMARYCONTACTID_VALUE, Accounts.NUMBEROFEMPLOYEES));
        LookupAnnotations lookup = LookupAnnotations.of(row, Accounts.PRIMARYCONTACTID_VALUE);

        assertThat(row.getPrimarycontactidValue()).isEqualTo(ann);
        assertThat(lookup.table()).contains("contact");
        assertThat(lookup.navigation()).contains("primarycontactid");
        assertThat(row.formattedValue(Accounts.NUMBEROFEMPLOYEES)).contains("5");
        assertThat(LookupAnnotations.of(row, Accounts.PARENTACCOUNTID_VALUE).table())
                .isEmpty();
    }

    @Test
    void whatTheServiceRefusesToExpandIsABadRequest() {
        Query<Account> nested = crm.accounts()
                .expand(Accounts.CONTACT_CUSTOMER_ACCOUNTS, c -> c.top(1).expand(Contacts.PARENTCUSTOMERID_ACCOUNT));

        assertThatThrownBy(nested::toList)
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("$orderby and $top are not supported together with a nested $expand");
        Query<Account> deep = crm.accounts().expand(Accounts.PARENTACCOUNTID, a -> deeper(a, 15));
        assertThatThrownBy(deep::toList)
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("exceeds the limit of 15");
        assertThat(crm.accounts().expand(Accounts.PARENTACCOUNTID, a -> deeper(a, 14)))
                .hasSize(1);
    }

    private static Projection<Account> deeper(Projection<Account> projection, int levels) {
        return levels == 0 ? projection : projection.expand(Accounts.PARENTACCOUNTID, a -> deeper(a, levels - 1));
    }

    @Test
    void theOwnerIsReachedThroughTheUserWhoseNameItHas() {
        Account row = crm.accounts()
                .get(
                        account,
                        a -> a.select(Accounts.OWNERID_VALUE)
                                .expand(Accounts.OWNERID)
                                .expand(Accounts.OWNINGUSER, u -> u.select(Systemusers.FULLNAME)));

        assertThat(row.getOwneridValue()).isEqualTo(DataverseService.USER_ID);
        assertThat(Accounts.OWNERID.isExpanded(row)).isTrue();
        assertThat(Accounts.OWNINGUSER.of(row).getFullname()).isEqualTo("Sandbox User");
    }

    @Test
    void listsBeyondNavigationsAreWholeWithAndWithoutNestedOnes() {
        sandbox.dataverse()
                .insertAll(
                        "tasks",
                        IntStream.range(0, 7)
                                .mapToObj(
                                        i -> Map.of("subject", "task " + i, "regardingobjectid_account_task", account))
                                .toList());

        Account plain = crm.accounts()
                .expand(Accounts.ACCOUNT_TASKS, t -> t.select(Tasks.SUBJECT))
                .pageSize(3)
                .first()
                .orElseThrow();
        Account nested = crm.accounts()
                .expand(Accounts.ACCOUNT_TASKS, t -> t.expand(Tasks.REGARDINGOBJECTID_ACCOUNT_TASK))
                .pageSize(3)
                .first()
                .orElseThrow();

        assertThat(Accounts.ACCOUNT_TASKS.of(plain))
                .hasSize(7)
                .extracting(Task::getSubject)
                .doesNotHaveDuplicates();
        assertThat(Accounts.ACCOUNT_TASKS.of(nested))
                .hasSize(7)
                .extracting(Task::getSubject)
                .doesNotHaveDuplicates();
        assertThat(crm.accounts()
                        .expand(
                                Accounts.ACCOUNT_TASKS,
                                t -> t.filter(Tasks.SUBJECT.ge("task 3"))
                                        .orderBy(Tasks.SUBJECT.desc())
                                        .top(2))
                        .first()
                        .map(Accounts.ACCOUNT_TASKS::of)
                        .orElseThrow())
                .extracting(Task::getSubject)
                .containsExactly("task 6", "task 5");
    }

    @Test
    void theServiceCountsUpToFiveThousand() {
        sandbox.dataverse()
                .insertAll(
                        "accounts",
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> Map.of("name", "n" + i))
                                .toList());
        Query<Account> all = crm.accounts()
                .select(Accounts.NAME)
                .withCount()
                .includeAnnotations("*")
                .pageSize(10);

        Page<Account> page = all.pages().pages().iterator().next();

        assertThat(page.total()).hasValue(5_000);
        assertThat(TotalCount.of(page)).isEqualTo(new TotalCount(5_000, true));
        assertThat(crm.accounts().count()).isEqualTo(5_000);
        assertThat(TotalCount.of(all.filter(Accounts.NAME.eq("n1"))
                        .pages()
                        .pages()
                        .iterator()
                        .next()))
                .isEqualTo(new TotalCount(1, false));
        assertThat(crm.accounts().select(Accounts.NAME).stream().count()).isEqualTo(5_001);
    }

    @Test
    void unchangedRowsAreNotReadAgain() {
        Account row = crm.accounts().get(account);

        assertThat(crm.accounts().getIfChanged(row)).isEmpty();
        crm.accounts().update(new Account().setAccountid(account).setName("B"));
        assertThat(crm.accounts().getIfChanged(row).map(Account::getName)).contains("B");
    }
}
