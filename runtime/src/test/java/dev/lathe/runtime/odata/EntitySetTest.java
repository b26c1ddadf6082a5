package dev.lathe.runtime.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.PreconditionFailedException;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Accounts;
import dev.lathe.runtime.sample.Contact;
import dev.lathe.runtime.sample.Contacts;
import dev.lathe.runtime.sample.OrderLine;
import dev.lathe.runtime.sample.Task;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EntitySetTest {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");
    private static final UUID OTHER = UUID.fromString("00000000-557c-49f7-a9d2-d391f31fb213");
    private static final String NOT_FOUND = "{\"error\":{\"code\":\"\",\"message\":\"Does Not Exist\"}}";

    private final FakeService fake = new FakeService();

    @Test
    void createSendsWhatIsSetAndTakesTheKeyFromTheHeader() {
        fake.answer(204, "", "OData-EntityId", FakeService.ROOT + "accounts(" + ID + ")", "ETag", "W/\"5\"");
        Account account = new Account()
                .setName("a")
                .setRevenue(new BigDecimal("20000.0000"))
                .setFax(null);

        UUID key = fake.accounts.create(account);

        assertThat(fake.line()).isEqualTo("POST accounts");
        assertThat(fake.body()).isEqualTo("{\"name\":\"a\",\"fax\":null,\"revenue\":20000.0000}");
        assertThat(fake.header("Content-Type")).isEqualTo("application/json");
        assertThat(key).isEqualTo(ID).isEqualTo(account.getAccountid());
        assertThat(account.etag()).contains("W/\"5\"");
        assertThat(account.changedMembers()).isEmpty();
    }

    @Test
    void createTakesTheKeyFromTheBodyOfAServiceThatSendsOne() {
        fake.answer(201, "{\"@odata.etag\":\"W/\\\"7\\\"\",\"accountid\":\"" + ID + "\",\"name\":\"b\"}");
        Account account = new Account().setName("a");

        assertThat(fake.accounts.create(account)).isEqualTo(ID);
        assertThat(account.etag()).contains("W/\"7\"");
        assertThat(account.getName()).isEqualTo("a");
    }

    @Test
    void aNewRowWhoseKeyNobodyTellsIsAnInvalidAnswer() {
        fake.answer(204, "", "OData-EntityId", FakeService.ROOT + "accounts(name='x')");

        assertThatThrownBy(() -> fake.accounts.create(new Account().setName("x")))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("does not tell the key");
    }

    @Test
    void aRowThatWasReadIsCreatedElsewhereWithoutWhatOnlyTheServiceSets() {
        Account read = Account.TYPE.parse("""
                {"@odata.etag":"W/1","name":"a","name@x.y":"z","versionnumber":5,"_ownerid_value":"%s","new_x":1,
                 "primarycontactid":{"fullname":"f"}}""".formatted(ID));
        fake.answer(204, "", "OData-EntityId", FakeService.ROOT + "accounts(" + OTHER + ")");

        fake.accounts.create(read);

        assertThat(fake.body()).isEqualTo("{\"name\":\"a\",\"new_x\":1}");
    }

    @Test
    void rowsBeyondNavigationsAreInsertedOrBound() {
        fake.answer(204, "", "OData-EntityId", FakeService.ROOT + "accounts(" + ID + ")");
        Account account = new Account().setName("a");
        Task task = new Task().setSubject("s");
        Accounts.PRIMARYCONTACTID.insert(account, new Contact().setFullname("f"));
        Accounts.ACCOUNT_TASKS.insert(account, List.of(task));
        Accounts.PARENTACCOUNTID.bind(account, EntityReference.of("accounts", OTHER));
        Accounts.CONTACT_CUSTOMER_ACCOUNTS.bind(
                account,
                List.of(EntityReference.of(
                        "contacts", EntityKey.of("fullname", "O'x/é").and("n", 5))));
        assertThat(account.changedMembers())
                .containsExactly(
                        "name",
                        "primarycontactid",
                        "account_tasks",
                        "parentaccountid@odata.bind",
                        "contact_customer_accounts@odata.bind");

        fake.accounts.create(account);

        assertThat(fake.body())
                .isEqualTo("{\"name\":\"a\",\"primarycontactid\":{\"fullname\":\"f\"},"
                        + "\"account_tasks\":[{\"subject\":\"s\"}],"
                        + "\"parentaccountid@odata.bind\":\"accounts(" + OTHER + ")\","
                        + "\"contact_customer_accounts@odata.bind\":[\"contacts(fullname='O''x%2F%C3%A9',n=5)\"]}");
        assertThat(account.hasChanges()).isFalse();
        assertThat(task.hasChanges()).isFalse();
        assertThat(Accounts.ACCOUNT_TASKS.of(account)).containsExactly(task);
    }

    @Test
    void updateSendsExactlyTheChangedColumns() {
        Account account = read();
        account.setName("b").setRevenue(null);

        fake.accounts.update(account);

        assertThat(fake.line()).isEqualTo("PATCH accounts(" + ID + ")");
        assertThat(fake.body()).isEqualTo("{\"name\":\"b\",\"revenue\":null}");
        assertThat(fake.header("If-Match")).isEqualTo("*");
        assertThat(account.hasChanges()).isFalse();
        fake.accounts.update(account);
        assertThat(fake.requests()).as("nothing changed, nothing sent").hasSize(1);
    }

    @Test
    void updateOfANewObjectWithAKeyLeavesTheKeyOut() {
        fake.accounts.update(new Account().setAccountid(ID).setName("b"));

        assertThat(fake.line()).isEqualTo("PATCH accounts(" + ID + ")");
        assertThat(fake.body()).isEqualTo("{\"name\":\"b\"}");
        fake.accounts.update(new Account().setAccountid(ID));
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void updateBindsAndUnbindsLookups() {
        Account account = read();
        Accounts.PRIMARYCONTACTID.unbind(account);
        Accounts.PARENTACCOUNTID.bind(account, EntityReference.of("accounts", OTHER));

        fake.accounts.update(account);

        assertThat(fake.body())
                .isEqualTo("{\"primarycontactid@odata.bind\":null,\"parentaccountid@odata.bind\":\"accounts(" + OTHER
                        + ")\"}");
    }

    @Test
    void updateOnlyIfUnchangedSendsTheRowsETag() {
        Account account = read().setName("b");
        fake.answer(204, "", "ETag", "W/\"2\"").answer(412, NOT_FOUND);

        fake.accounts.update(account, Concurrency.IF_UNCHANGED);

        assertThat(fake.header("If-Match")).isEqualTo("W/\"1\"");
        assertThat(account.etag()).contains("W/\"2\"");
        account.setName("c");
        assertThatThrownBy(() -> fake.accounts.update(account, Concurrency.IF_UNCHANGED))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(account.changedMembers()).as("still to be sent").containsExactly("name");
    }

    @Test
    void anETagThatIsOutOfDateIsForgotten() {
        Account account = read().setName("b");
        fake.accounts.update(account);

        assertThat(account.etag()).isEmpty();
        account.setName("c");
        assertThatThrownBy(() -> fake.accounts.update(account, Concurrency.IF_UNCHANGED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no ETag");
    }

    @Test
    void updateAndReturnReadsTheRowOfTheService() {
        fake.answer(200, "{\"name\":\"B\"}").answer(200, "{\"name\":\"B\"}");
        Account account = read().setName("b");

        assertThat(fake.accounts
                        .updateAndReturn(account, a -> a.select(Accounts.NAME))
                        .getName())
                .isEqualTo("B");
        assertThat(fake.line()).isEqualTo("PATCH accounts(" + ID + ")?$select=name");
        assertThat(fake.header("Prefer")).isEqualTo("return=representation");
        fake.accounts.updateAndReturn(account, a -> a);
        assertThat(fake.line()).isEqualTo("GET accounts(" + ID + ")");
    }

    @Test
    void upsertSendsNoConditionAndTellsWhatTheServiceTells() {
        fake.answer(204, "")
                .answer(201, "{\"accountid\":\"" + ID + "\"}")
                .answer(200, "{\"accountid\":\"" + ID + "\"}");
        Account account = new Account().setAccountid(ID).setName("a");

        assertThat(fake.accounts.upsert(account)).isEqualTo(Upsert.CREATED_OR_UPDATED);
        assertThat(fake.line()).isEqualTo("PATCH accounts(" + ID + ")");
        assertThat(fake.body()).isEqualTo("{\"name\":\"a\"}");
        assertThat(fake.header("If-Match")).isEmpty();
        assertThat(fake.accounts.upsert(account)).isEqualTo(Upsert.CREATED);
        Upserted<Account> upserted = fake.accounts.upsertAndReturn(
                EntityReference.of("accounts", EntityKey.of("accountnumber", "A-1")),
                new Account().setName("a"),
                a -> a.select(Accounts.ACCOUNTID));
        assertThat(upserted.what()).isEqualTo(Upsert.UPDATED);
        assertThat(upserted.row().getAccountid()).isEqualTo(ID);
        assertThat(fake.line()).isEqualTo("PATCH accounts(accountnumber='A-1')?$select=accountid");
        assertThat(fake.header("Prefer")).isEqualTo("return=representation");
    }

    @Test
    void createIfAbsentNeverUpdates() {
        fake.accounts.createIfAbsent(new Account().setAccountid(ID).setName("a"));

        assertThat(fake.line()).isEqualTo("PATCH accounts(" + ID + ")");
        assertThat(fake.header("If-None-Match")).isEqualTo("*");
    }

    @Test
    void deleteTakesAKeyARowOrAReference() {
        fake.accounts.delete(ID);
        assertThat(fake.line()).isEqualTo("DELETE accounts(" + ID + ")");
        assertThat(fake.header("If-Match")).isEmpty();
        fake.accounts.deleteIfUnchanged(read());
        assertThat(fake.header("If-Match")).isEqualTo("W/\"1\"");
        fake.accounts.delete(read());
        assertThat(fake.line()).isEqualTo("DELETE accounts(" + ID + ")");
        fake.accounts.delete(EntityReference.<Account>of("accounts", EntityKey.of("accountnumber", "x")));
        assertThat(fake.line()).isEqualTo("DELETE accounts(accountnumber='x')");
    }

    @Test
    void aRowThatIsNotThereIsEmptyOrAnException() {
        fake.answer(404, NOT_FOUND).answer(404, NOT_FOUND);

        assertThat(fake.accounts.find(ID)).isEmpty();
        assertThatThrownBy(() -> fake.accounts.get(ID)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRowIsReadAgainOnlyIfItHasChanged() {
        fake.answer(304, "").answer(200, "{\"name\":\"new\"}");

        assertThat(fake.accounts.getIfChanged(read())).isEmpty();
        assertThat(fake.header("If-None-Match")).isEqualTo("W/\"1\"");
        assertThat(fake.accounts.getIfChanged(read()).orElseThrow().getName()).isEqualTo("new");
    }

    @Test
    void rowsAreAssociatedByReference() {
        EntityReference<Task> task = EntityReference.of("tasks", OTHER);
        EntityReference<Contact> contact = EntityReference.of("contacts", OTHER);

        fake.accounts.associate(ID, Accounts.ACCOUNT_TASKS, task);
        assertThat(fake.line()).isEqualTo("POST accounts(" + ID + ")/account_tasks/$ref");
        assertThat(fake.body()).isEqualTo("{\"@odata.id\":\"" + FakeService.ROOT + "tasks(" + OTHER + ")\"}");
        fake.accounts.associate(ID, Accounts.PRIMARYCONTACTID, contact);
        assertThat(fake.line()).isEqualTo("PUT accounts(" + ID + ")/primarycontactid/$ref");
        fake.accounts.disassociate(ID, Accounts.ACCOUNT_TASKS, task);
        assertThat(fake.line())
                .isEqualTo("DELETE accounts(" + ID + ")/account_tasks/$ref?$id=https://crm.example/api/data/v9.2/tasks("
                        + OTHER + ")");
        fake.accounts.disassociate(ID, Accounts.PRIMARYCONTACTID);
        assertThat(fake.line()).isEqualTo("DELETE accounts(" + ID + ")/primarycontactid/$ref");
    }

    @Test
    void keysOfSeveralPartsAreNamed() {
        var lines = new ODataSet<OrderLine, EntityKey>(fake.service, "lines", OrderLine.TYPE) {};
        fake.answer(204, "", "OData-EntityId", "https://x/lines(OrderID=7,Product='a%27%27b%2Fc,(d)%20e')");
        OrderLine line = new OrderLine().setQuantity(1);

        assertThat(lines.create(line)).isEqualTo(EntityKey.of("OrderID", 7).and("Product", "a'b/c,(d) e"));
        lines.update(line.setQuantity(2));
        assertThat(fake.line()).isEqualTo("PATCH lines(OrderID=7,Product='a''b%2Fc%2C%28d%29%20e')");
    }

    @Test
    void aKeyThatIsMissingOrEmptyIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> fake.accounts.update(new Account().setName("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The row has no key: set accountid, or read it with the row");
        assertThatThrownBy(() -> EntityReference.of("accounts", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.accounts.get((UUID) null)).isInstanceOf(NullPointerException.class);
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void anArgumentThatIsNullIsNamed() {
        assertNamesNull("row", () -> fake.accounts.create((Account) null));
        assertNamesNull("row", () -> fake.accounts.update(null));
        assertNamesNull("row", () -> fake.accounts.upsert(EntityReference.of("accounts", ID), null));
        assertNamesNull("filter", () -> fake.accounts.filter(null));
        assertNamesNull("target", () -> Accounts.PRIMARYCONTACTID.bind(new Account(), null));
        assertThat(fake.requests()).isEmpty();
    }

    private static void assertNamesNull(String argument, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(argument);
    }

    @Test
    void changesInsideOfComplexValuesAreSentAlone() {
        Contact contact = Contact.TYPE.parse("{\"contactid\":\"" + ID
                + "\",\"position\":{\"latitude\":1.0,\"longitude\":2.0},\"track\":[{\"latitude\":1.0}]}");
        contact.getPosition().setLongitude(null);

        fake.contacts.update(contact);

        assertThat(fake.body()).isEqualTo("{\"position\":{\"longitude\":null}}");
        contact.getTrack().get(0).setLongitude(5.0);
        fake.contacts.update(contact);
        assertThat(fake.body()).isEqualTo("{\"track\":[{\"latitude\":1.0,\"longitude\":5.0}]}");
    }

    @Test
    void whatTheClientDoesNotKnowCanBeSent() {
        Account account = read();
        account.setUnknownMember("new_field", JsonValue.of(5));
        account.setUnknownMember("new_Link@odata.bind", JsonValue.of("new_rows(1)"));

        fake.accounts.update(account);

        assertThat(fake.body()).isEqualTo("{\"new_field\":5,\"new_Link@odata.bind\":\"new_rows(1)\"}");
    }

    @Test
    void aNavigationOfALeftOutTableIsUsableUntyped() {
        Contact contact = Contact.TYPE.parse("{\"contactid\":\"" + ID + "\"}");
        Contacts.OWNERID.bind(contact, EntityReference.of("systemusers", OTHER));

        fake.contacts.update(contact);

        assertThat(fake.body()).isEqualTo("{\"ownerid@odata.bind\":\"systemusers(" + OTHER + ")\"}");
    }

    private static Account read() {
        return Account.TYPE.parse("{\"@odata.etag\":\"W/\\\"1\\\"\",\"accountid\":\"" + ID
                + "\",\"name\":\"a\",\"revenue\":1.50,\"versionnumber\":3}");
    }
}
