package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.dataverse.Savedquery;
import dev.lathe.runtime.dataverse.FetchXml;
import dev.lathe.runtime.dataverse.SavedQueries;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FetchXML and saved queries, carried out by the sandbox. */
class FetchXmlTest extends PublishedDocumentCalls {

    private UUID ann;

    @BeforeEach
    void insertRows() {
        sandbox.dataverse().clear("accounts");
        ann = crm.contacts().create(new Contact().setFirstname("Ann").setLastname("Lee"));
        Account first = new Account().setName("A & B").setNumberofemployees(5);
        Accounts.PRIMARYCONTACTID.bind(first, Contacts.ref(ann));
        crm.accounts().create(first);
        sandbox.dataverse()
                .insertAll(
                        "accounts",
                        IntStream.range(0, 25)
                                .mapToObj(i -> Map.of("name", "n" + i))
                                .toList());
    }

    @Test
    void columnsWithoutAValueAreLeftOut() {
        List<Account> rows = FetchXml.of("<fetch><entity name='account'><attribute name='name'/>"
                        + "<attribute name='numberofemployees'/><attribute name='revenue'/><filter>"
                        + "<condition attribute='name' operator='eq' value='A &amp; B'/></filter></entity></fetch>")
                .pages(crm.accounts())
                .toList();

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getNumberofemployees()).isEqualTo(5);
        assertThat(rows.get(0).isSet(Accounts.REVENUE)).isFalse();
        assertThat(crm.accounts().get(rows.get(0).getAccountid()).isSet(Accounts.REVENUE))
                .isTrue();
    }

    @Test
    void pagesAreFollowedByTheCookie() {
        List<Page<Account>> pages = new ArrayList<>();
        FetchXml.of("<fetch count='10'><entity name='account'><attribute name='name'/><order attribute='name'/>"
                        + "</entity></fetch>")
                .pages(crm.accounts().includeAnnotations("*"))
                .pages()
                .forEach(pages::add);

        assertThat(pages).extracting(page -> page.items().size()).containsExactly(10, 10, 6);
        assertThat(pages.stream().flatMap(page -> page.items().stream()).map(Account::getName))
                .doesNotHaveDuplicates()
                .hasSize(26);
        assertThat(sent().queryParameters().get("fetchXml").get(0))
                .contains("page=\"3\"")
                .contains("paging-cookie=\"&lt;cookie page=&quot;2&quot;&gt;&lt;accountid last=&quot;{");
    }

    @Test
    void columnsOfLinkedTablesAndAggregatesAreUnknownMembers() {
        Account row = FetchXml.of("<fetch><entity name='account'><attribute name='name'/>"
                        + "<link-entity name='contact' from='contactid' to='primarycontactid' alias='c'>"
                        + "<attribute name='lastname'/></link-entity></entity></fetch>")
                .pages(crm.accounts())
                .first()
                .orElseThrow();
        Account counted = FetchXml.of("<fetch aggregate='true'><entity name='account'>"
                        + "<attribute name='accountid' alias='n' aggregate='count'/></entity></fetch>")
                .pages(crm.accounts())
                .first()
                .orElseThrow();

        assertThat(row.unknownMember("c_x002e_lastname").asString()).isEqualTo("Lee");
        assertThat(counted.unknownMember("n").asLong()).isEqualTo(26);
    }

    @Test
    void savedAndUserQueriesAreCarriedOut() {
        String xml = "<fetch><entity name='account'><attribute name='name'/><filter>"
                + "<condition attribute='name' operator='begins-with' value='n1'/></filter></entity></fetch>";
        UUID system = crm.savedqueries().create(new Savedquery().setName("q").setFetchxml(xml));
        UUID user = sandbox.dataverse().insert("userqueries", Map.of("name", "q", "fetchxml", xml));

        assertThat(SavedQueries.system(crm.accounts(), system)).hasSize(11);
        assertThat(SavedQueries.user(crm.accounts(), user)).hasSize(11);
    }

    @Test
    void whatTheServiceDoesNotUnderstandIsABadRequest() {
        assertThatThrownBy(() -> FetchXml.of("<fetch><entity name='contact'/></fetch>")
                        .pages(crm.accounts())
                        .toList())
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("is not the table of the URL");
    }
}
