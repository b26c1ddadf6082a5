package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Activityparties;
import dev.lathe.dataverse.Activityparty;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.dataverse.Email;
import dev.lathe.dataverse.Emails;
import dev.lathe.dataverse.LatheAudiencesegment;
import dev.lathe.dataverse.LatheAudiencesegments;
import dev.lathe.dataverse.Systemuser;
import dev.lathe.dataverse.Systemusers;
import dev.lathe.dataverse.Task;
import dev.lathe.dataverse.Tasks;
import dev.lathe.dataverse.Team;
import dev.lathe.dataverse.Teams;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.odata.EntityKey;
import dev.lathe.runtime.odata.EntityReference;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lookups, references, and rows that are created together. */
class LookupsTest extends PublishedDocumentCalls {

    private static UUID contact(String name) {
        return crm.contacts().create(new Contact().setLastname(name));
    }

    private static UUID account(String name) {
        return crm.accounts().create(new Account().setName(name));
    }

    // ---- lookups

    @Test
    void aLookupIsBoundAndClearedByTheNameOfItsNavigation() {
        UUID ann = contact("Ann");
        Account row = new Account().setName("a");
        Accounts.PRIMARYCONTACTID.bind(row, Contacts.ref(ann));

        UUID id = crm.accounts().create(row);

        assertThat(sent().bodyText()).contains("\"primarycontactid@odata.bind\":\"contacts(" + ann + ")\"");
        Account read = crm.accounts().get(id);
        assertThat(read.getPrimarycontactidValue()).isEqualTo(ann);

        Accounts.PRIMARYCONTACTID.unbind(read);
        crm.accounts().update(read);
        assertThat(sent().bodyText()).isEqualTo("{\"primarycontactid@odata.bind\":null}");
        assertThat(crm.accounts().get(id).getPrimarycontactidValue()).isNull();
    }

    @Test
    void aCustomLookupHasTheCaseOfItsSchemaNameAndTakesAnAlternateKey() {
        sandbox.dataverse().alternateKey("accounts", "accountnumber");
        UUID account = crm.accounts().create(new Account().setName("n").setAccountnumber("A/1"));
        LatheAudiencesegment row = new LatheAudiencesegment().setLatheName("s");
        LatheAudiencesegments.LATHE_ACCOUNT_ID.bind(
                row, EntityReference.of("accounts", EntityKey.of("accountnumber", "A/1")));

        UUID id = crm.latheAudiencesegments().create(row);

        assertThat(sent().bodyText()).contains("\"lathe_AccountId@odata.bind\":\"accounts(accountnumber='A%2F1')\"");
        assertThat(crm.latheAudiencesegments().get(id).getLatheAccountidValue()).isEqualTo(account);
    }

    @Test
    void aLookupOfSeveralTablesIsBoundByTheTargetsTable() {
        UUID company = account("Company");
        UUID person = contact("Person");
        Contact row = new Contact().setLastname("Employee");
        Contacts.PARENTCUSTOMERID_ACCOUNT.bind(row, Accounts.ref(company));
        UUID id = crm.contacts().create(row);
        assertThat(sent().bodyText()).contains("\"parentcustomerid_account@odata.bind\":\"accounts(" + company + ")\"");
        assertThat(crm.contacts().get(id).getParentcustomeridValue()).isEqualTo(company);

        Contacts.PARENTCUSTOMERID_CONTACT.bind(row, Contacts.ref(person));
        crm.contacts().update(row);
        assertThat(sent().bodyText())
                .isEqualTo("{\"parentcustomerid_contact@odata.bind\":\"contacts(" + person + ")\"}");
        assertThat(crm.contacts().get(id).getParentcustomeridValue()).isEqualTo(person);

        Task task = new Task().setSubject("call");
        Tasks.REGARDINGOBJECTID_ACCOUNT_TASK.bind(task, Accounts.ref(company));
        UUID call = crm.tasks().create(task);
        assertThat(crm.tasks().get(call).getRegardingobjectidValue()).isEqualTo(company);
    }

    @Test
    void anOwnerIsAUserOrATeam() {
        UUID team = crm.teams().create(new Team().setName("Sales"));
        UUID user = crm.systemusers().create(new Systemuser().setFirstname("Ann"));
        Account row = new Account().setName("owned");
        Accounts.OWNERID.bind(row, Teams.ref(team));
        UUID id = crm.accounts().create(row);
        assertThat(sent().bodyText()).contains("\"ownerid@odata.bind\":\"teams(" + team + ")\"");
        assertThat(crm.accounts().get(id).getOwningteamValue()).isEqualTo(team);

        Accounts.OWNERID.bind(row, Systemusers.ref(user));
        crm.accounts().update(row);
        assertThat(crm.accounts().get(id).getOwninguserValue()).isEqualTo(user);
        assertThat(crm.accounts().get(id).getOwningteamValue()).isNull();
    }

    @Test
    void aLookupToNowhereIsRefused() {
        Account row = new Account().setName("a");
        Accounts.PRIMARYCONTACTID.bind(row, Contacts.ref(UUID.randomUUID()));

        assertThatThrownBy(() -> crm.accounts().create(row)).isInstanceOf(NotFoundException.class);
    }

    // ---- references

    @Test
    void rowsAreAssociatedThroughACollection() {
        UUID id = account("a");
        UUID task = crm.tasks().create(new Task().setSubject("t"));

        crm.accounts().associate(id, Accounts.ACCOUNT_TASKS, Tasks.ref(task));
        assertThat(line()).isEqualTo("POST accounts(" + id + ")/Account_Tasks/$ref");
        assertThat(sent().bodyText())
                .isEqualTo("{\"@odata.id\":\"" + sandbox.dataverseApiUri() + "tasks(" + task + ")\"}");
        assertThat(crm.accounts().related(id, Accounts.ACCOUNT_TASKS))
                .extracting(Task::getActivityid)
                .containsExactly(task);

        crm.accounts().disassociate(id, Accounts.ACCOUNT_TASKS, Tasks.ref(task));
        assertThat(line())
                .isEqualTo("DELETE accounts(" + id + ")/Account_Tasks/$ref?$id=" + sandbox.dataverseApiUri() + "tasks("
                        + task + ")");
        assertThat(crm.accounts().related(id, Accounts.ACCOUNT_TASKS)).isEmpty();
        assertThat(crm.tasks().find(task)).as("the row itself stays").isPresent();
    }

    @Test
    void manyRowsAreAssociatedWithMany() {
        UUID team = crm.teams().create(new Team().setName("Team"));
        UUID ann = crm.systemusers().create(new Systemuser().setFirstname("Ann"));
        UUID bob = crm.systemusers().create(new Systemuser().setFirstname("Bob"));

        crm.teams().associate(team, Teams.TEAMMEMBERSHIP_ASSOCIATION, Systemusers.ref(ann));
        crm.teams().associate(team, Teams.TEAMMEMBERSHIP_ASSOCIATION, Systemusers.ref(bob));
        crm.teams().disassociate(team, Teams.TEAMMEMBERSHIP_ASSOCIATION, Systemusers.ref(ann));

        assertThat(crm.teams().related(team, Teams.TEAMMEMBERSHIP_ASSOCIATION))
                .extracting(Systemuser::getFirstname)
                .containsExactly("Bob");
        assertThat(crm.systemusers().related(bob, Systemusers.TEAMMEMBERSHIP_ASSOCIATION))
                .extracting(Team::getTeamid)
                .containsExactly(team);
    }

    @Test
    void aSingleReferenceIsSetAndTakenAway() {
        UUID id = account("a");
        UUID ann = contact("Ann");

        crm.accounts().associate(id, Accounts.PRIMARYCONTACTID, Contacts.ref(ann));
        assertThat(line()).isEqualTo("PUT accounts(" + id + ")/primarycontactid/$ref");
        assertThat(crm.accounts().related(id, Accounts.PRIMARYCONTACTID))
                .hasValueSatisfying(c -> assertThat(c.getLastname()).isEqualTo("Ann"));

        crm.accounts().disassociate(id, Accounts.PRIMARYCONTACTID);
        assertThat(line()).isEqualTo("DELETE accounts(" + id + ")/primarycontactid/$ref");
        assertThat(crm.accounts().related(id, Accounts.PRIMARYCONTACTID)).isEmpty();
    }

    @Test
    void existingRowsAreBoundToTheCollectionOfANewOne() {
        UUID one = crm.tasks().create(new Task().setSubject("one"));
        UUID two = crm.tasks().create(new Task().setSubject("two"));
        Account row = new Account().setName("a");
        Accounts.ACCOUNT_TASKS.bind(row, List.of(Tasks.ref(one), Tasks.ref(two)));

        UUID id = crm.accounts().create(row);

        assertThat(sent().bodyText())
                .contains("\"Account_Tasks@odata.bind\":[\"tasks(" + one + ")\",\"tasks(" + two + ")\"]");
        assertThat(crm.accounts().related(id, Accounts.ACCOUNT_TASKS))
                .extracting(Task::getSubject)
                .containsExactly("one", "two");

        Accounts.ACCOUNT_TASKS.bind(row, List.of(Tasks.ref(one)));
        assertThatThrownBy(() -> crm.accounts().update(row))
                .as("on update collections cannot be bound")
                .isInstanceOf(BadRequestException.class);
    }

    // ---- deep insert

    @Test
    void rowsOfSeveralTablesAreCreatedTogetherToAnyDepth() {
        Account row = new Account().setName("Root");
        Contact ann = new Contact().setLastname("Ann");
        Task inner = new Task().setSubject("of the contact");
        Contacts.CONTACT_TASKS.insert(ann, List.of(inner));
        Accounts.PRIMARYCONTACTID.insert(row, ann);
        Accounts.ACCOUNT_TASKS.insert(row, List.of(new Task().setSubject("one"), new Task().setSubject("two")));

        UUID id = crm.accounts().create(row);

        assertThat(line()).isEqualTo("POST accounts");
        Account read = crm.accounts()
                .get(
                        id,
                        a -> a.select(Accounts.NAME)
                                .expand(Accounts.PRIMARYCONTACTID, c -> c.select(Contacts.CONTACTID))
                                .expand(Accounts.ACCOUNT_TASKS, t -> t.select(Tasks.SUBJECT)));
        assertThat(Accounts.ACCOUNT_TASKS.of(read)).extracting(Task::getSubject).containsExactly("one", "two");
        UUID contact = Accounts.PRIMARYCONTACTID.of(read).getContactid();
        assertThat(crm.contacts().related(contact, Contacts.CONTACT_TASKS))
                .extracting(Task::getSubject)
                .containsExactly("of the contact");
    }

    @Test
    void whatCannotBeCreatedWholeIsNotCreatedAtAll() {
        Account row = new Account().setName("Never");
        Task lost = new Task().setSubject("lost");
        Tasks.REGARDINGOBJECTID_ACCOUNT_TASK.bind(lost, Accounts.ref(UUID.randomUUID()));
        Accounts.ACCOUNT_TASKS.insert(row, List.of(lost));

        assertThatThrownBy(() -> crm.accounts().create(row)).isInstanceOf(NotFoundException.class);

        assertThat(crm.accounts().filter(Accounts.NAME.eq("Never")).count()).isZero();
    }

    /** Whether the service takes it is the service's matter: Dataverse does not. */
    @Test
    void whatWasInsertedIsSentWithAnUpdateToo() {
        Account row = new Account().setAccountid(account("a"));
        Accounts.ACCOUNT_TASKS.insert(row, List.of(new Task().setSubject("late")));

        assertThatThrownBy(() -> crm.accounts().update(row))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Deep update");
        assertThat(sent().bodyText()).isEqualTo("{\"Account_Tasks\":[{\"subject\":\"late\"}]}");
    }

    // ---- parties of activities

    private static Activityparty party(int mask, EntityReference<Contact> contact) {
        Activityparty party = new Activityparty().setParticipationtypemask(mask);
        Activityparties.PARTYID_CONTACT.bind(party, contact);
        return party;
    }

    @Test
    void partiesAreCreatedWithTheirActivityAndReplacedLater() {
        UUID ann = contact("Ann");
        UUID bob = contact("Bob");
        UUID user = crm.systemusers().create(new Systemuser().setFirstname("Sender"));
        Activityparty sender = new Activityparty().setParticipationtypemask(1);
        Activityparties.PARTYID_SYSTEMUSER.bind(sender, Systemusers.ref(user));
        Email mail = new Email().setSubject("Hello");
        Emails.EMAIL_ACTIVITY_PARTIES.insert(mail, List.of(sender, party(2, Contacts.ref(ann))));

        UUID id = crm.emails().create(mail);

        assertThat(sent().bodyText())
                .isEqualTo("{\"subject\":\"Hello\",\"email_activity_parties\":["
                        + "{\"participationtypemask\":1,\"partyid_systemuser@odata.bind\":\"systemusers(" + user
                        + ")\"},"
                        + "{\"participationtypemask\":2,\"partyid_contact@odata.bind\":\"contacts(" + ann + ")\"}]}");
        assertThat(crm.emails().related(id, Emails.EMAIL_ACTIVITY_PARTIES))
                .extracting(Activityparty::getPartyidValue)
                .containsExactly(user, ann);

        crm.emails()
                .replace(
                        id,
                        Emails.EMAIL_ACTIVITY_PARTIES,
                        List.of(party(2, Contacts.ref(bob)), party(3, Contacts.ref(ann))));

        assertThat(line()).isEqualTo("PUT emails(" + id + ")/email_activity_parties");
        assertThat(sent().bodyText())
                .isEqualTo("{\"value\":["
                        + "{\"participationtypemask\":2,\"partyid_contact@odata.bind\":\"contacts(" + bob + ")\"},"
                        + "{\"participationtypemask\":3,\"partyid_contact@odata.bind\":\"contacts(" + ann + ")\"}]}");
        assertThat(crm.emails().related(id, Emails.EMAIL_ACTIVITY_PARTIES))
                .extracting(Activityparty::getParticipationtypemask, Activityparty::getPartyidValue)
                .containsExactly(tuple(2, bob), tuple(3, ann));
    }
}
