package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.dataverse.LatheAudiencesegment;
import dev.lathe.runtime.dataverse.ConcurrencyMismatchException;
import dev.lathe.runtime.dataverse.DuplicateRecordException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.PreconditionFailedException;
import dev.lathe.runtime.odata.Concurrency;
import dev.lathe.runtime.odata.EntityKey;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.runtime.odata.Upsert;
import dev.lathe.runtime.odata.Upserted;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows that are created, changed and deleted. */
class WritingTest extends PublishedDocumentCalls {

    private static EntityReference<LatheAudiencesegment> segment(String externalId) {
        return EntityReference.of("lathe_audiencesegments", EntityKey.of("lathe_externalid", externalId));
    }

    // ---- create

    @Test
    void aNewRowHasTheKeyOfTheHeader() {
        Account row = new Account().setName("Contoso").setRevenue(new BigDecimal("1.50"));

        UUID id = crm.accounts().create(row);

        assertThat(line()).isEqualTo("POST accounts");
        assertThat(sent().bodyText()).isEqualTo("{\"name\":\"Contoso\",\"revenue\":1.50}");
        assertThat(sent().header("Content-Type")).contains("application/json");
        assertThat(sent().header("Prefer")).isEmpty();
        assertThat(sent().status()).isEqualTo(204);
        assertThat(row.getAccountid()).isEqualTo(id);
        assertThat(row.hasChanges()).isFalse();
        assertThat(crm.accounts().get(id).getName()).isEqualTo("Contoso");
    }

    @Test
    void aNewRowComesBackWithWhatTheServiceSetInTheColumnsThatAreAskedFor() {
        Account row = new Account().setName("Contoso");
        Accounts.PRIMARYCONTACTID.insert(row, new Contact().setLastname("Lee"));

        Account created = crm.accounts()
                .createAndReturn(
                        row,
                        a -> a.select(Accounts.NAME, Accounts.CREATEDON)
                                .expand(Accounts.PRIMARYCONTACTID, c -> c.select(Contacts.LASTNAME)));

        assertThat(line()).isEqualTo("POST accounts?$select=name,createdon&$expand=primarycontactid($select=lastname)");
        assertThat(sent().header("Prefer")).contains("return=representation");
        assertThat(sent().status()).isEqualTo(201);
        assertThat(created.getCreatedon()).isNotNull();
        assertThat(created.isSet(Accounts.REVENUE)).isFalse();
        assertThat(Accounts.PRIMARYCONTACTID.of(created).getLastname()).isEqualTo("Lee");
        assertThat(row.getAccountid()).isEqualTo(created.getAccountid()).isNotNull();
    }

    @Test
    void aKeyThatTheCallerChoseIsSentWithTheRow() {
        UUID id = UUID.randomUUID();

        assertThat(crm.accounts().create(new Account().setAccountid(id).setName("Mine")))
                .isEqualTo(id);
        assertThat(sent().bodyText()).contains("\"accountid\":\"" + id + "\"");
        assertThat(crm.accounts().get(id).getName()).isEqualTo("Mine");
    }

    // ---- update

    @Test
    void anUpdateSendsTheChangedColumnsAndCreatesNothing() {
        UUID id = crm.accounts().create(new Account().setName("old").setTelephone1("1"));
        Account row = crm.accounts().get(id);

        crm.accounts().update(row.setName("new").setTelephone1(null));

        assertThat(line()).isEqualTo("PATCH accounts(" + id + ")");
        assertThat(sent().bodyText()).isEqualTo("{\"name\":\"new\",\"telephone1\":null}");
        assertThat(sent().header("If-Match")).contains("*");
        assertThat(sent().status()).isEqualTo(204);
        Account after = crm.accounts().get(id);
        assertThat(after.getName()).isEqualTo("new");
        assertThat(after.getTelephone1()).isNull();

        UUID nowhere = UUID.randomUUID();
        assertThatThrownBy(() -> crm.accounts().update(Accounts.ref(nowhere), new Account().setName("x")))
                .isInstanceOf(NotFoundException.class);
        assertThat(crm.accounts().find(nowhere)).isEmpty();
    }

    @Test
    void aRowIsDeactivatedByItsStateAndStatus() {
        UUID id = crm.accounts().create(new Account().setName("a"));

        crm.accounts().update(new Account().setAccountid(id).setStatecode(1).setStatuscode(2));

        assertThat(sent().bodyText()).isEqualTo("{\"statecode\":1,\"statuscode\":2}");
        assertThat(crm.accounts().get(id).getStatecode()).isEqualTo(1);
    }

    @Test
    void anUpdatedRowComesBackOnRequest() {
        UUID id = crm.accounts().create(new Account().setName("old"));

        Account after = crm.accounts()
                .updateAndReturn(
                        new Account().setAccountid(id).setName("new"),
                        a -> a.select(Accounts.NAME, Accounts.MODIFIEDON));

        assertThat(sent().header("Prefer")).contains("return=representation");
        assertThat(sent().status()).isEqualTo(200);
        assertThat(after.getName()).isEqualTo("new");
        assertThat(after.getModifiedon()).isNotNull();
    }

    @Test
    void aRowThatSomebodyElseChangedIsNeitherOverwrittenNorDeleted() {
        UUID id = crm.accounts().create(new Account().setName("a"));
        Account mine = crm.accounts().get(id);
        crm.accounts().update(Accounts.ref(id), new Account().setName("theirs"));

        assertThatThrownBy(() -> crm.accounts().update(mine.setName("mine"), Concurrency.IF_UNCHANGED))
                .isInstanceOf(ConcurrencyMismatchException.class)
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(sent().header("If-Match")).isEqualTo(mine.etag());
        assertThatThrownBy(() -> crm.accounts().deleteIfUnchanged(mine))
                .isInstanceOf(ConcurrencyMismatchException.class);
        assertThat(mine.hasChanges()).as("a refused row keeps its changes").isTrue();

        Account fresh = crm.accounts().get(id);
        crm.accounts().update(fresh.setName("mine"), Concurrency.IF_UNCHANGED);
        crm.accounts().deleteIfUnchanged(crm.accounts().get(id));
        assertThat(crm.accounts().find(id)).isEmpty();
    }

    // ---- upsert

    @Test
    void anUpsertByKeyTellsWhatItDidWhereTheServiceTells() {
        UUID id = UUID.randomUUID();
        Account row = new Account().setAccountid(id).setName("first");

        assertThat(crm.accounts().upsert(row)).isEqualTo(Upsert.CREATED_OR_UPDATED);
        assertThat(line()).isEqualTo("PATCH accounts(" + id + ")");
        assertThat(sent().bodyText()).isEqualTo("{\"name\":\"first\"}");
        assertThat(sent().header("If-Match")).isEmpty();
        assertThat(sent().header("If-None-Match")).contains("null");

        Upserted<Account> updated =
                crm.accounts().upsertAndReturn(row.setName("second"), a -> a.select(Accounts.ACCOUNTID));
        assertThat(updated.what()).isEqualTo(Upsert.UPDATED);
        Account other = new Account().setAccountid(UUID.randomUUID()).setName("other");
        assertThat(crm.accounts().upsertAndReturn(other, a -> a).what()).isEqualTo(Upsert.CREATED);
        assertThat(crm.accounts().get(id).getName()).isEqualTo("second");
    }

    @Test
    void anUpsertByAlternateKeyHasTheKeyInTheUrlAlone() {
        LatheAudiencesegment row =
                new LatheAudiencesegment().setLatheExternalid("O'Brien (7)").setLatheName("first");

        crm.latheAudiencesegments().upsert(segment("O'Brien (7)"), row);

        assertThat(line()).isEqualTo("PATCH lathe_audiencesegments(lathe_externalid='O''Brien%20%287%29')");
        assertThat(sent().bodyText()).isEqualTo("{\"lathe_name\":\"first\"}");
        assertThat(row.getLatheAudiencesegmentid())
                .as("the answer's OData-EntityId has the alternate key, not the primary one")
                .isNull();
        LatheAudiencesegment read = crm.latheAudiencesegments().get(segment("O'Brien (7)"));
        assertThat(read.getLatheExternalid()).isEqualTo("O'Brien (7)");
        assertThat(read.getLatheAudiencesegmentid()).isNotNull();

        Upserted<LatheAudiencesegment> again = crm.latheAudiencesegments()
                .upsertAndReturn(segment("O'Brien (7)"), new LatheAudiencesegment().setLatheName("second"), s -> s);
        assertThat(again.what()).isEqualTo(Upsert.UPDATED);
        assertThat(again.row().getLatheAudiencesegmentid()).isEqualTo(read.getLatheAudiencesegmentid());
        assertThat(again.row().getLatheName()).isEqualTo("second");
    }

    @Test
    void aRowIsOnlyCreatedOrOnlyUpdated() {
        UUID id = UUID.randomUUID();
        crm.accounts().createIfAbsent(new Account().setAccountid(id).setName("a"));
        assertThat(line()).isEqualTo("PATCH accounts(" + id + ")");
        assertThat(sent().headers().get("If-None-Match")).containsExactly("*");
        assertThatThrownBy(() -> crm.accounts()
                        .createIfAbsent(new Account().setAccountid(id).setName("b")))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(crm.accounts().get(id).getName()).isEqualTo("a");

        crm.latheAudiencesegments().createIfAbsent(segment("only"), new LatheAudiencesegment().setLatheName("a"));
        assertThatThrownBy(() -> crm.latheAudiencesegments()
                        .createIfAbsent(segment("only"), new LatheAudiencesegment().setLatheName("b")))
                .isInstanceOf(PreconditionFailedException.class)
                .hasMessageContaining("matching key values");
        crm.latheAudiencesegments().update(segment("only"), new LatheAudiencesegment().setLatheName("c"));
        assertThatThrownBy(() -> crm.latheAudiencesegments()
                        .update(segment("none"), new LatheAudiencesegment().setLatheName("d")))
                .isInstanceOf(NotFoundException.class);
        assertThat(crm.latheAudiencesegments().get(segment("only")).getLatheName())
                .isEqualTo("c");
    }

    // ---- delete

    @Test
    void rowsAreDeletedByKeyAndByAlternateKey() {
        UUID id = crm.accounts().create(new Account().setName("gone"));
        crm.accounts().delete(id);
        assertThat(line()).isEqualTo("DELETE accounts(" + id + ")");
        assertThat(sent().status()).isEqualTo(204);
        assertThatThrownBy(() -> crm.accounts().delete(id)).isInstanceOf(NotFoundException.class);

        crm.latheAudiencesegments().upsert(segment("gone"), new LatheAudiencesegment().setLatheName("x"));
        crm.latheAudiencesegments().delete(segment("gone"));
        assertThat(line()).isEqualTo("DELETE lathe_audiencesegments(lathe_externalid='gone')");
        assertThat(crm.latheAudiencesegments().find(segment("gone"))).isEmpty();
    }

    // ---- duplicates

    @Test
    void duplicatesAreRefusedWhereTheyAreToBeDetected() {
        sandbox.dataverse().duplicateRule("accounts", "accountnumber");
        crm.accounts().create(new Account().setName("a").setAccountnumber("D-1"));

        UUID twin = crm.accounts().create(new Account().setName("b").setAccountnumber("D-1"));
        assertThat(sent().header("MSCRM.SuppressDuplicateDetection")).isEmpty();
        assertThatThrownBy(() -> crm.with(o -> o.detectDuplicates())
                        .accounts()
                        .create(new Account().setName("c").setAccountnumber("D-1")))
                .isInstanceOf(DuplicateRecordException.class)
                .hasMessageContaining("duplicate");
        assertThat(sent().header("MSCRM.SuppressDuplicateDetection")).contains("false");
        assertThat(sent().status()).isEqualTo(412);
        assertThatThrownBy(() -> crm.with(o -> o.detectDuplicates())
                        .accounts()
                        .update(Accounts.ref(twin), new Account().setAccountnumber("D-1")))
                .isInstanceOf(DuplicateRecordException.class);
    }
}
