package dev.lathe.runtime.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.ScriptedTransport;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.error.PreconditionFailedException;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataverseProfileTest {

    private static final UUID USER = UUID.fromString("e39c5d16-675b-48d1-8e67-667427e9c084");

    private final ScriptedTransport transport = new ScriptedTransport();
    private final ApiClient client = client("https://contoso.crm4.dynamics.com");

    private ApiClient client(String address) {
        return ApiClient.create(
                ClientConfig.builder(URI.create(address)).transport(transport).build(), DataverseProfile.INSTANCE);
    }

    private Headers headers(Consumer<DataverseSettings> settings) {
        return client.with(DataverseSettings::new, settings)
                .call("GET", "accounts")
                .request()
                .headers();
    }

    @ParameterizedTest
    @CsvSource({
        "https://contoso.crm4.dynamics.com, https://contoso.crm4.dynamics.com/api/data/v9.2/",
        "https://contoso.crm4.dynamics.com/, https://contoso.crm4.dynamics.com/api/data/v9.2/",
        "https://contoso.crm4.dynamics.com/api/data, https://contoso.crm4.dynamics.com/api/data/v9.2/",
        "https://contoso.crm4.dynamics.com/api/data/v9.1, https://contoso.crm4.dynamics.com/api/data/v9.1/",
        "https://contoso.crm4.dynamics.com/api/data/v9.0/, https://contoso.crm4.dynamics.com/api/data/v9.0/",
        "https://proxy.example.com/crm, https://proxy.example.com/crm/api/data/v9.2/",
    })
    void theEnvironmentsAddressIsEnough(String configured, String base) {
        assertThat(client(configured).baseUri()).hasToString(base);
        assertThat(client(configured).call("GET", "/accounts").request().uri()).hasToString(base + "accounts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso.crm4.dynamics.com/main.aspx",
                "https://contoso.crm4.dynamics.com/api/data/v9.2/$metadata",
                "https://contoso.crm4.dynamics.com/XRMServices/2011/Organization.svc",
                "https://contoso.crm4.dynamics.com/XRMServices/2011/Organization.svc/web",
            })
    void theAddressOfSomethingInTheEnvironmentIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client(address))
                .withMessageContaining(address)
                .withMessageContaining("such as https://contoso.crm4.dynamics.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://contoso.crm4.dynamics.com/api/data/v9.2/, https://contoso.crm4.dynamics.com",
        "https://Contoso.api.crm4.dynamics.com/, https://contoso.crm4.dynamics.com",
        "https://contoso.api.crm.dynamics.com, https://contoso.crm.dynamics.com",
        "https://contoso.api.crm.example.org/, https://contoso.api.crm.example.org",
        "http://127.0.0.1:8080/api/data/v9.2/, http://127.0.0.1:8080",
    })
    void tokensAreForTheEnvironment(String base, String audience) {
        assertThat(DataverseProfile.INSTANCE.audience(URI.create(base))).hasToString(audience);
    }

    @ParameterizedTest
    @CsvSource({
        "https://contoso.api.crm4.dynamics.com/api/data/v9.2/accounts, true",
        "https://contoso.crm4.dynamics.com:443/x, true",
        "https://other.crm4.dynamics.com/x, false",
        "https://contoso.api.crm4.dynamics.com.evil.example/x, false",
        "http://contoso.crm4.dynamics.com/x, false",
    })
    void linksOfTheEnvironmentAreTheServices(String link, boolean same) {
        assertThat(DataverseProfile.INSTANCE.isSameService(client.baseUri(), URI.create(link)))
                .isEqualTo(same);
    }

    @Test
    void eachRequestHasTheMandatoryHeaders() {
        Request read = client.call("GET", "accounts").request();
        Request write = client.call("POST", "accounts").json(Map.of()).request();

        for (Request request : new Request[] {read, write}) {
            assertThat(request.headers().all("Accept")).containsExactly("application/json");
            assertThat(request.headers().all("OData-MaxVersion")).containsExactly("4.0");
            assertThat(request.headers().all("OData-Version")).containsExactly("4.0");
            assertThat(request.headers().all("If-None-Match")).containsExactly("null");
        }
        assertThat(read.headers().contains("Content-Type")).isFalse();
        assertThat(write.headers().all("Content-Type")).containsExactly("application/json");
    }

    @Test
    void aConditionReplacesTheWordNull() {
        assertThat(client.call("GET", "accounts")
                        .header("if-none-match", "W/\"1\"")
                        .request()
                        .headers()
                        .all("If-None-Match"))
                .containsExactly("W/\"1\"");
        assertThat(headers(o -> o.header("If-None-Match", "*")).all("If-None-Match"))
                .containsExactly("*");
    }

    @Test
    void settingsBecomeHeaders() {
        Headers headers = headers(o -> o.impersonate(USER)
                .strongConsistency()
                .solution("my_solution")
                .detectDuplicates()
                .bypassCustomPlugins()
                .bypassBusinessLogic(
                        DataverseSettings.BusinessLogic.SYNCHRONOUS, DataverseSettings.BusinessLogic.ASYNCHRONOUS)
                .suppressFlows()
                .timeout(Duration.ofSeconds(5)));

        assertThat(headers.first("CallerObjectId")).hasValue(USER.toString());
        assertThat(headers.first("Consistency")).hasValue("Strong");
        assertThat(headers.first("MSCRM.SolutionUniqueName")).hasValue("my_solution");
        assertThat(headers.first("MSCRM.SuppressDuplicateDetection")).hasValue("false");
        assertThat(headers.first("MSCRM.BypassCustomPluginExecution")).hasValue("true");
        assertThat(headers.first("MSCRM.BypassBusinessLogicExecution")).hasValue("CustomSync,CustomAsync");
        assertThat(headers.first("MSCRM.SuppressCallbackRegistrationExpanderJob"))
                .hasValue("true");
    }

    @Test
    void onlyOneWayOfImpersonationIsSentAlsoAcrossViews() {
        ApiClient view = client.with(DataverseSettings::new, o -> o.impersonate(USER))
                .with(DataverseSettings::new, o -> o.impersonateSystemUser(USER));
        Headers headers = view.call("GET", "accounts").request().headers();

        assertThat(headers.first("MSCRMCallerID")).hasValue(USER.toString());
        assertThat(headers.contains("CallerObjectId")).isFalse();
    }

    @Test
    void annotationsAndPreferencesShareOneHeader() {
        assertThat(headers(o -> o.includeAnnotations(DataverseAnnotations.FORMATTED_VALUE, "Microsoft.PowerApps.CDS.*")
                                .prefer("respond-async"))
                        .all("Prefer"))
                .containsExactly("odata.include-annotations="
                        + "\"OData.Community.Display.V1.FormattedValue,Microsoft.PowerApps.CDS.*\", respond-async");
        assertThatIllegalArgumentException().isThrownBy(() -> headers(o -> o.includeAnnotations("a\",b")));
    }

    @Test
    void theTagTravelsInTheQuery() {
        assertThat(client.with(DataverseSettings::new, o -> o.tag("a b&c"))
                        .call("GET", "accounts")
                        .query("$top", 1)
                        .request()
                        .uri()
                        .getRawQuery())
                .isEqualTo("$top=1&tag=a%20b%26c");
    }

    @Test
    void anErrorTellsCodeRequestAndTheFiveDetails() {
        transport.answer(
                400,
                "{\"error\":{\"code\":\"0x80040265\",\"message\":\"Credit check refused.\","
                        + "\"@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus\":\"1\","
                        + "\"@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode\":\"7001\","
                        + "\"@Microsoft.PowerApps.CDS.HelpLink\":\"http://go.microsoft.com/fwlink/?LinkID=1\","
                        + "\"@Microsoft.PowerApps.CDS.TraceText\":\"[Demo]\\r\\nlimit exceeded\","
                        + "\"@Microsoft.PowerApps.CDS.InnerError.Message\":\"Credit check refused.\"}}",
                "Content-Type",
                "application/json; odata.metadata=minimal",
                "x-ms-service-request-id",
                "r-1",
                "REQ_ID",
                "r-2");

        BadRequestException e = catchThrowableOfType(
                BadRequestException.class,
                () -> client.call("POST", "accounts").json(Map.of()).send());

        assertThat(e).hasMessage("POST accounts: 400 Bad Request. 0x80040265: Credit check refused (request r-1)");
        assertThat(e.details())
                .containsEntry(DataverseErrors.OPERATION_STATUS, "1")
                .containsEntry(DataverseErrors.SUB_ERROR_CODE, "7001")
                .containsEntry(DataverseErrors.HELP_LINK, "http://go.microsoft.com/fwlink/?LinkID=1")
                .containsEntry(DataverseErrors.TRACE_TEXT, "[Demo]\r\nlimit exceeded")
                .containsEntry(DataverseErrors.INNER_ERROR_MESSAGE, "Credit check refused.")
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "412, 0x80040333, DuplicateRecordException",
        "500, 0x80040333, DuplicateRecordException",
        "412, 0x80060882, ConcurrencyMismatchException",
        "412, '', PreconditionFailedException",
        "412, 0x80060883, PreconditionFailedException",
    })
    void whatTheCodeTellsWinsOverTheStatus(int status, String code, String exception) {
        transport.answer(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}");

        ApiException e = catchThrowableOfType(
                ApiException.class, () -> client.call("POST", "accounts").send());

        assertThat(e).isInstanceOf(PreconditionFailedException.class);
        assertThat(e.getClass().getSimpleName()).isEqualTo(exception);
        assertThat(e.status()).isEqualTo(status);
    }

    @Test
    void whatIsToBeDoneIsSaidWhereItIsKnown() {
        transport.answer(403, "");

        ApiException e = catchThrowableOfType(
                ApiException.class, () -> client.call("GET", "accounts").send());

        assertThat(e.hint()).contains("security role");
        assertThat(e).hasMessageEndingWith(e.hint());
    }
}
