package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Dataverse;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.dataverse.DataverseAnnotations;
import dev.lathe.runtime.dataverse.DataverseErrors;
import dev.lathe.runtime.dataverse.DataverseSettings;
import dev.lathe.runtime.dataverse.DataverseSettings.BusinessLogic;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.PreconditionFailedException;
import dev.lathe.runtime.error.UnauthorizedException;
import dev.lathe.runtime.odata.Concurrency;
import dev.lathe.sandbox.RecordedRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, preferences and conditions as they arrive at the service. */
class HeadersTest extends DataverseCalls {

    private static final UUID USER = UUID.fromString("e39c5d16-675b-48d1-8e67-667427e9c084");

    private RecordedRequest sent(Consumer<DataverseSettings> settings) {
        crm.with(settings).accounts().create(new Account().setName("Contoso"));
        return sandbox.requests().last();
    }

    private static List<String> values(RecordedRequest request, String name) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private static void assertMandatory(RecordedRequest request) {
        assertThat(values(request, "Accept")).containsExactly("application/json");
        assertThat(values(request, "OData-MaxVersion")).containsExactly("4.0");
        assertThat(values(request, "OData-Version")).containsExactly("4.0");
        assertThat(values(request, "If-None-Match")).containsExactly("null");
        assertThat(values(request, "Authorization")).singleElement().asString().startsWith("Bearer ");
    }

    @Test
    void eachRequestHasTheHeadersThatTheServiceAsksFor() {
        UUID id = crm.accounts().create(new Account().setName("Contoso"));
        assertMandatory(sandbox.requests().last());
        assertThat(values(sandbox.requests().last(), "Content-Type")).containsExactly("application/json");

        Account row = crm.accounts().get(id);
        assertMandatory(sandbox.requests().last());
        assertThat(values(sandbox.requests().last(), "Content-Type")).isEmpty();

        crm.accounts().update(row.setName("Fabrikam"));
        assertMandatory(sandbox.requests().last());
        assertThat(values(sandbox.requests().last(), "If-Match")).containsExactly("*");

        crm.accounts().delete(id);
        assertMandatory(sandbox.requests().last());
    }

    @Test
    void eachOfTheOtherHeadersHasItsSetting() {
        assertThat(values(sent(o -> o.impersonate(USER)), "CallerObjectId")).containsExactly(USER.toString());
        assertThat(values(sent(o -> o.impersonateSystemUser(USER)), "MSCRMCallerID"))
                .containsExactly(USER.toString());
        assertThat(values(sent(o -> o.solution("my_solution")), "MSCRM.SolutionUniqueName"))
                .containsExactly("my_solution");
        assertThat(values(sent(o -> o.detectDuplicates()), "MSCRM.SuppressDuplicateDetection"))
                .containsExactly("false");
        assertThat(values(sent(o -> o.bypassCustomPlugins()), "MSCRM.BypassCustomPluginExecution"))
                .containsExactly("true");
        assertThat(values(
                        sent(o -> o.bypassBusinessLogic(BusinessLogic.SYNCHRONOUS, BusinessLogic.ASYNCHRONOUS)),
                        "MSCRM.BypassBusinessLogicExecution"))
                .containsExactly("CustomSync,CustomAsync");
        assertThat(values(sent(o -> o.suppressFlows()), "MSCRM.SuppressCallbackRegistrationExpanderJob"))
                .containsExactly("true");
        assertThat(values(sent(o -> o.strongConsistency()), "Consistency")).containsExactly("Strong");
        assertThat(values(sent(o -> o.mergeLabels()), "MSCRM.MergeLabels")).containsExactly("true");
        assertThat(values(sent(o -> o.sessionToken("240:8#1")), "MSCRM.SessionToken"))
                .containsExactly("240:8#1");
        assertThat(sent(o -> o.tag("a b&c=d")).queryParameters()).containsEntry("tag", List.of("a b&c=d"));
    }

    @Test
    void aCallerActsForOneUserInOneWay() {
        Dataverse both = crm.with(o -> o.impersonate(USER)).with(o -> o.impersonateSystemUser(USER));
        both.accounts().create(new Account().setName("Contoso"));

        assertThat(values(sandbox.requests().last(), "MSCRMCallerID")).containsExactly(USER.toString());
        assertThat(values(sandbox.requests().last(), "CallerObjectId")).isEmpty();
    }

    @Test
    void aViewLeavesTheClientAsItIs() {
        crm.with(o -> o.strongConsistency());
        crm.accounts().count();

        assertThat(values(sandbox.requests().last(), "Consistency")).isEmpty();
    }

    @Test
    void preferencesOfViewAndCallShareOneHeader() {
        crm.with(o -> o.includeAnnotations(
                        DataverseAnnotations.FORMATTED_VALUE, "Microsoft.PowerApps.CDS.ErrorDetails*"))
                .accounts()
                .createAndReturn(new Account().setName("Contoso"));
        assertThat(values(sandbox.requests().last(), "Prefer"))
                .containsExactly("odata.include-annotations=\"OData.Community.Display.V1.FormattedValue,"
                        + "Microsoft.PowerApps.CDS.ErrorDetails*\", return=representation");

        crm.with(o -> o.respondAsync().includeAnnotations("*"))
                .accounts()
                .pageSize(2)
                .forEach(row -> {});
        assertThat(values(sandbox.requests().last(), "Prefer"))
                .singleElement()
                .satisfies(value -> assertThat(value)
                        .contains("respond-async", "odata.include-annotations=\"*\"", "odata.maxpagesize=2"));
    }

    @Test
    void aRepresentationIs201Or200AndOtherwiseThereIsNoContent() {
        Account row = crm.accounts().createAndReturn(new Account().setName("Contoso"));
        assertThat(sandbox.requests().last().status()).isEqualTo(201);

        crm.accounts().updateAndReturn(row.setName("Fabrikam"), p -> p.select(Accounts.NAME));
        assertThat(sandbox.requests().last().status()).isEqualTo(200);

        crm.accounts().update(row.setName("Contoso"));
        assertThat(sandbox.requests().last().status()).isEqualTo(204);
    }

    @Test
    void anUnchangedRowIsNotReadAgain() {
        UUID id = crm.accounts().create(new Account().setName("Contoso"));
        Account row = crm.accounts().get(id);

        assertThat(crm.accounts().getIfChanged(row)).isEmpty();
        RecordedRequest asked = sandbox.requests().last();
        assertThat(asked.status()).isEqualTo(304);
        assertThat(values(asked, "If-None-Match")).containsExactly(row.etag().orElseThrow());

        crm.accounts().update(crm.accounts().get(id).setName("Fabrikam"));
        Optional<Account> changed = crm.accounts().getIfChanged(row);
        assertThat(changed).map(Account::getName).hasValue("Fabrikam");
    }

    @Test
    void conditionsKeepOthersChangesAndOthersRows() {
        UUID id = crm.accounts().create(new Account().setName("Contoso"));
        Account mine = crm.accounts().get(id);
        crm.accounts().update(crm.accounts().get(id).setName("Fabrikam"));

        assertThatThrownBy(() -> crm.accounts().update(mine.setName("Mine"), Concurrency.IF_UNCHANGED))
                .isInstanceOfSatisfying(PreconditionFailedException.class, e -> {
                    assertThat(e.code()).isEqualTo(DataverseErrors.CONCURRENCY_VERSION_MISMATCH);
                    assertThat(e.status()).isEqualTo(412);
                });
        assertThatThrownBy(() -> crm.accounts()
                        .createIfAbsent(new Account().setAccountid(id).setName("Again")))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(values(sandbox.requests().last(), "If-None-Match")).containsExactly("*");
        assertThatThrownBy(() ->
                        crm.accounts().update(new Account().setAccountid(USER).setName("Nobody's")))
                .isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nEvil: b", "a\nb", "a\rb", "a\u0000b"})
    void aValueWithALineBreakIsRefusedBeforeAnythingIsSent(String value) {
        List<Consumer<DataverseSettings>> settings = List.of(
                o -> o.solution(value),
                o -> o.header("X-Mine", value),
                o -> o.prefer(value),
                o -> o.includeAnnotations(value),
                o -> o.sessionToken(value));

        settings.forEach(setting -> assertThatIllegalArgumentException()
                .isThrownBy(() -> crm.with(setting))
                .withMessageNotContaining("Evil"));
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    void theEnvironmentsAddressIsEnoughAndTheVersionCanBeChosen() {
        for (String path : List.of("", "/", "/api/data", "/api/data/v9.1", "/api/data/v9.2/")) {
            URI address = URI.create(sandbox.dataverseUri() + path);
            Dataverse client = Dataverse.connect(ClientConfig.builder(address)
                    .credentials(Credentials.bearer(sandbox.dataverseTokens().issue()))
                    .build());

            client.whoAmI();

            assertThat(sandbox.requests().last().path())
                    .as(path)
                    .startsWith(path.contains("9.1") ? "/api/data/v9.1/WhoAmI" : "/api/data/v9.2/WhoAmI");
        }
    }

    @Test
    void errorsOfTheSandboxAreTheSame() {
        Dataverse nobody = Dataverse.connect(sandbox.dataverseUri(), Credentials.none());
        assertThatThrownBy(nobody::whoAmI).isInstanceOfSatisfying(UnauthorizedException.class, e -> {
            assertThat(e.status()).isEqualTo(401);
            assertThat(e.hint()).contains("application user");
            assertThat(e.requestId()).isNotEmpty();
        });
        assertThatThrownBy(() -> crm.accounts().get(USER))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> assertThat(e.serviceMessage()).contains("Does Not Exist"));
    }
}
