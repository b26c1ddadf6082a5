package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crm.Account;
import crm.Accounts;
import crm.Categories;
import crm.Contact;
import crm.Contacts;
import crm.Dataverse;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.auth.EntraId;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.PreconditionFailedException;
import dev.lathe.runtime.error.UnauthorizedException;
import dev.lathe.runtime.odata.Concurrency;
import dev.lathe.sandbox.RecordedRequest;
import dev.lathe.sandbox.Sandbox;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a user does with a client of the real document. Each public method is one test. */
public final class DataverseScenarios {

    private DataverseScenarios() {}

    private static Dataverse connect(Sandbox sandbox) {
        return Dataverse.connect(
                sandbox.dataverseUri(),
                EntraId.clientSecret(Sandbox.TENANT, Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET)
                        .withAuthority(sandbox.entraUri()));
    }

    public static void aRowIsCreatedAndReadBack(Sandbox sandbox) {
        Dataverse crm = connect(sandbox);

        UUID id = crm.accounts().create(new Account().setName("Fourth Coffee").setRevenue(new BigDecimal("1250000.5000")));
        Account read = crm.accounts().get(id);

        assertThat(read.getName()).isEqualTo("Fourth Coffee");
        assertThat(read.getRevenue()).isEqualByComparingTo("1250000.5");
        assertThat(read.getAccountid()).isEqualTo(id);
        assertThat(read.etag()).isPresent();
    }

    public static void anUpdateCarriesExactlyTheChangedColumns(Sandbox sandbox) {
        Dataverse crm = connect(sandbox);
        UUID id = crm.accounts().create(new Account().setName("Adatum").setTelephone1("1").setNumberofemployees(5));
        Account account = crm.accounts().get(id);

        account.setName("Adatum Corporation").setNumberofemployees(6);
        crm.accounts().update(account);

        RecordedRequest patch = sandbox.requests().last();
        assertThat(patch.method()).isEqualTo("PATCH");
        assertThat(patch.bodyText()).isEqualToIgnoringWhitespace("{\"numberofemployees\":6,\"name\":\"Adatum Corporation\"}");
        Account after = crm.accounts().get(id);
        assertThat(after.getName()).isEqualTo("Adatum Corporation");
        assertThat(after.getTelephone1()).isEqualTo("1");
    }

    public static void nullClearsAColumn(Sandbox sandbox) {
        Dataverse crm = connect(sandbox);
        UUID id = crm.accounts().create(new Account().setName("Litware").setTelephone1("555"));
        Account account = crm.accounts().get(id);

        crm.accounts().update(account.setTelephone1(null));

        assertThat(sandbox.requests().last().bodyText()).isEqualToIgnoringWhitespace("{\"telephone1\":null}");
        assertThat(crm.accounts().get(id).getTelephone1()).isNull();
    }

    public static void aLookupIsBoundAndExpanded(Sandbox sandbox) {
        Dataverse crm = connect(sandbox);
        UUID contact = crm.contacts().create(new Contact().setFirstname("Ada").setLastname("Byron"));
        Account account = new Account().setName("Analytical Engines");
        Accounts.PRIMARYCONTACTID.bind(account, Contacts.ref(contact));
        UUID id = crm.accounts().create(account);

        Account read = crm.accounts()
                .filter(Accounts.ACCOUNTID.eq(id))
                .select(Accounts.NAME)
                .expand(Accounts.PRIMARYCONTACTID, c -> c.select(Contacts.LASTNAME))
                .first()
                .orElseThrow();

        assertThat(Accounts.PRIMARYCONTACTID.of(read).getLastname()).isEqualTo("Byron");
    }

    public static void twelveThousandRowsArePagedThrough(Sandbox sandbox) {
        sandbox.dataverse().insertAll(
                "categories",
                IntStream.range(0, 12_000).mapToObj(i -> Map.of("title", "Category " + i)).toList());
        Dataverse crm = connect(sandbox);
        Set<UUID> seen = new HashSet<>();

        crm.categories().select(Categories.TITLE).pageSize(5_000).forEach(c -> seen.add(c.getCategoryid()));

        assertThat(seen).hasSize(12_000);
    }

    public static void aDeletedRowIsNotFound(Sandbox sandbox) {
        Dataverse crm = connect(sandbox);
        UUID id = crm.accounts().create(new Account().setName("Gone"));

        crm.accounts().delete(id);

        assertThat(crm.accounts().find(id)).isEmpty();
        assertThatThrownBy(() -> crm.accounts().get(id))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("404");
        assertThatThrownBy(() -> crm.accounts().delete(id)).isInstanceOf(NotFoundException.class);
    }

    public static void aRowThatSomebodyElseChangedIsNotOverwritten(Sandbox sandbox) {
        Dataverse crm = connect(sandbox);
        UUID id = crm.accounts().create(new Account().setName("Contoso"));
        Account mine = crm.accounts().get(id);
        Account theirs = crm.accounts().get(id);
        crm.accounts().update(theirs.setName("Contoso Ltd"));

        assertThatThrownBy(() -> crm.accounts().update(mine.setName("Contoso Inc"), Concurrency.IF_UNCHANGED))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(crm.accounts().get(id).getName()).isEqualTo("Contoso Ltd");
    }

    public static void aTokenThatNobodyIssuedIsRefused(Sandbox sandbox) {
        Dataverse crm = Dataverse.connect(sandbox.dataverseUri(), Credentials.bearer("made-up"));

        assertThatThrownBy(() -> crm.accounts().top(1).toList())
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageNotContaining("made-up");
    }

    public static void functionsAreCalled(Sandbox sandbox) {
        assertThat(connect(sandbox).whoAmI().getUserId()).isNotNull();
    }

    public static void filtersReachTheService(Sandbox sandbox) {
        Dataverse crm = connect(sandbox);
        crm.accounts().create(new Account().setName("O'Brien & Söhne").setRevenue(new BigDecimal("10")));
        crm.accounts().create(new Account().setName("O'Brien & Sons").setRevenue(new BigDecimal("20")));

        List<Account> found = crm.accounts()
                .filter(Accounts.NAME.startsWith("O'Brien &").and(Accounts.REVENUE.gt(15)))
                .select(Accounts.NAME, Accounts.REVENUE)
                .orderBy(Accounts.NAME.asc())
                .toList();

        assertThat(found).extracting(Account::getName).containsExactly("O'Brien & Sons");
    }
}
