package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.dataverse.CreateMultipleResponse;
import dev.lathe.dataverse.LatheAudiencesegment;
import dev.lathe.runtime.dataverse.Bulk;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.odata.EntityKey;
import dev.lathe.runtime.odata.EntityReference;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many rows of one table in one request. */
class BulkTest extends PublishedDocumentCalls {

    @BeforeEach
    void clear() {
        sandbox.dataverse().clear("accounts");
        sandbox.dataverse().clear("lathe_audiencesegments");
    }

    private static List<Account> accounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Account().setName("n" + i))
                .toList();
    }

    @Test
    void rowsAreCreatedInOrderAndGetTheirKeys() {
        UUID ann = crm.contacts().create(new Contact().setLastname("Ann"));
        List<Account> rows = accounts(2);
        Accounts.PRIMARYCONTACTID.bind(rows.get(1), Contacts.ref(ann));

        List<UUID> ids = Bulk.of(crm.accounts()).create(rows);

        assertThat(line()).isEqualTo("POST accounts/Microsoft.Dynamics.CRM.CreateMultiple");
        assertThat(sent().bodyText())
                .isEqualTo("{\"Targets\":[{\"@odata.type\":\"Microsoft.Dynamics.CRM.account\",\"name\":\"n0\"},"
                        + "{\"@odata.type\":\"Microsoft.Dynamics.CRM.account\",\"name\":\"n1\","
                        + "\"primarycontactid@odata.bind\":\"contacts(" + ann + ")\"}]}");
        assertThat(rows).extracting(Account::getAccountid).isEqualTo(ids);
        assertThat(rows).noneMatch(Account::hasChanges);
        assertThat(ids).hasSize(2);
        assertThat(crm.accounts().get(ids.get(1)).getPrimarycontactidValue()).isEqualTo(ann);
    }

    @Test
    void aThousandRowsTakeOneRequest() {
        int before = sandbox.requests().all().size();

        List<UUID> ids = Bulk.of(crm.accounts()).create(accounts(1000));

        assertThat(ids).hasSize(1000).doesNotHaveDuplicates();
        assertThat(sandbox.requests().all()).hasSize(before + 1);
        assertThat(crm.accounts().get(ids.get(999)).getName()).isEqualTo("n999");
    }

    @Test
    void theChangedColumnsOfChangedRowsAreSent() {
        List<UUID> ids = Bulk.of(crm.accounts()).create(accounts(3));
        List<Account> rows = crm.accounts().orderBy(Accounts.NAME.asc()).toList();
        rows.get(0).setTelephone1("1");
        rows.get(2).setTelephone1("3").setName(null);

        Bulk.of(crm.accounts()).update(rows);

        assertThat(sent().bodyText())
                .isEqualTo("{\"Targets\":["
                        + "{\"@odata.type\":\"Microsoft.Dynamics.CRM.account\",\"accountid\":\"" + ids.get(0)
                        + "\",\"telephone1\":\"1\"},"
                        + "{\"@odata.type\":\"Microsoft.Dynamics.CRM.account\",\"accountid\":\"" + ids.get(2)
                        + "\",\"name\":null,\"telephone1\":\"3\"}]}");
        assertThat(rows).noneMatch(Account::hasChanges);
        assertThat(crm.accounts().get(ids.get(2)).getTelephone1()).isEqualTo("3");

        int before = sandbox.requests().all().size();
        Bulk.of(crm.accounts()).update(rows);
        assertThat(sandbox.requests().all()).as("nothing changed").hasSize(before);
    }

    @Test
    void allRowsAreWrittenOrNone() {
        List<UUID> ids = Bulk.of(crm.accounts()).create(accounts(1));
        List<Account> rows = List.of(
                new Account().setAccountid(ids.get(0)).setName("changed"),
                new Account().setAccountid(UUID.randomUUID()).setName("missing"));

        assertThatThrownBy(() -> Bulk.of(crm.accounts()).update(rows)).isInstanceOf(NotFoundException.class);

        assertThat(crm.accounts().get(ids.get(0)).getName()).isEqualTo("n0");
        assertThat(rows).allMatch(Account::hasChanges);
    }

    @Test
    void rowsAreUpsertedByKeyAndByAlternateKey() {
        UUID known = crm.accounts().create(new Account().setName("old"));
        UUID other = UUID.randomUUID();
        Bulk.of(crm.accounts())
                .upsert(List.of(
                        new Account().setAccountid(known).setName("new"),
                        new Account().setAccountid(other).setName("made")));
        assertThat(line()).isEqualTo("POST accounts/Microsoft.Dynamics.CRM.UpsertMultiple");
        assertThat(crm.accounts().get(known).getName()).isEqualTo("new");
        assertThat(crm.accounts().get(other).getName()).isEqualTo("made");

        List<LatheAudiencesegment> segments = List.of(
                new LatheAudiencesegment().setLatheExternalid("1").setLatheName("one"),
                new LatheAudiencesegment().setLatheExternalid("2").setLatheName("two"));
        for (int i = 0; i < 2; i++) {
            Bulk.of(crm.latheAudiencesegments())
                    .upsert(segments, row -> EntityKey.of("lathe_externalid", row.getLatheExternalid()));
        }
        assertThat(sent().bodyText())
                .startsWith("{\"Targets\":[{\"@odata.type\":\"Microsoft.Dynamics.CRM.lathe_audiencesegment\","
                        + "\"@odata.id\":\"lathe_audiencesegments(lathe_externalid='1')\",");
        assertThat(crm.latheAudiencesegments().count()).isEqualTo(2);
        assertThat(crm.latheAudiencesegments()
                        .get(EntityReference.of("lathe_audiencesegments", EntityKey.of("lathe_externalid", "2")))
                        .getLatheName())
                .isEqualTo("two");
    }

    @Test
    void rowsOfElasticTablesAloneAreDeleted() {
        UUID id = crm.latheAudiencesegments().create(new LatheAudiencesegment().setLatheName("gone"));
        List<LatheAudiencesegment> rows = List.of(new LatheAudiencesegment().setLatheAudiencesegmentid(id));
        assertThatThrownBy(() -> Bulk.of(crm.latheAudiencesegments()).delete(rows))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("has not yet been implemented");
        sandbox.dataverse().elasticTable("lathe_audiencesegments");

        Bulk.of(crm.latheAudiencesegments()).delete(rows);

        assertThat(sent().bodyText())
                .isEqualTo("{\"Targets\":[{\"@odata.type\":\"Microsoft.Dynamics.CRM.lathe_audiencesegment\","
                        + "\"lathe_audiencesegmentid\":\"" + id + "\"}]}");
        assertThat(crm.latheAudiencesegments().find(id)).isEmpty();
    }

    @Test
    void theMessagesAreActionsOfEachTableToo() {
        CreateMultipleResponse created = crm.accounts().createMultiple(accounts(2));
        assertThat(created.getIds()).hasSize(2);

        crm.accounts()
                .updateMultiple(List.of(
                        new Account().setAccountid(created.getIds().get(0)).setName("x")));

        assertThat(crm.accounts().get(created.getIds().get(0)).getName()).isEqualTo("x");
    }

    @Test
    void whatCannotBeSentIsRefusedBeforeItIsAndNothingIsSentForNothing() {
        int before = sandbox.requests().all().size();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bulk.of(crm.accounts()).update(accounts(1)))
                .withMessageContaining("Row 0 of 1 has no key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bulk.of(crm.accounts()).upsert(accounts(1)));
        assertThat(Bulk.of(crm.accounts()).create(List.of())).isEmpty();
        Bulk.of(crm.accounts()).upsert(List.of());
        assertThat(sandbox.requests().all()).hasSize(before);
    }
}
