package dev.lathe.runtime.dataverse;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.Call;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.error.TransportException;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.sample.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each status and code of the service as the exception that it becomes, over HTTP. */
@Timeout(60)
class StatusesTest {

    private static WireMockServer server;

    @BeforeAll
    static void start() {
        server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void reset() {
        server.resetAll();
    }

    private static ApiClient client(int port) {
        return ApiClient.create(
                ClientConfig.builder(URI.create("http://127.0.0.1:" + port))
                        .credentials(Credentials.bearer("t0ken"))
                        .retry(RetryPolicy.standard().attempts(3).waits(Duration.ofMillis(1), Duration.ofMillis(2)))
                        .build(),
                DataverseProfile.INSTANCE);
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; odata.metadata=minimal")
                .withHeader("x-ms-service-request-id", "req-1")
                .withBody("{\"error\":{\"code\":\"" + code + "\",\"message\":\"What went wrong.\"}}");
    }

    private static Call call(String method) {
        Call call = client(server.port()).call(method, "accounts");
        return method.equals("GET") || method.equals("DELETE") ? call : call.json(Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "400, 0x80040203, BadRequestException, 1",
        "401, 0x8004a101, UnauthorizedException, 1",
        "403, 0x80040220, ForbiddenException, 1",
        "404, 0x80040217, NotFoundException, 1",
        "405, 0x80040227, MethodNotAllowedException, 1",
        "412, '', PreconditionFailedException, 1",
        "412, 0x80060882, ConcurrencyMismatchException, 1",
        "412, 0x80040333, DuplicateRecordException, 1",
        "412, 0x80040237, DuplicateRecordException, 1",
        "500, 0x80040333, DuplicateRecordException, 1",
        "413, '', PayloadTooLargeException, 1",
        "429, 0x80072322, RateLimitException, 3",
        "500, 0x80040216, ServerException, 1",
        "501, '', ServerException, 1",
        "502, '', ServerException, 1",
        "503, '', ServiceUnavailableException, 1",
        "504, '', ServerException, 1",
    })
    void eachStatusHasItsException(int status, String code, String exception, int requests) {
        answer(status == 429 ? error(status, code).withHeader("Retry-After", "0") : error(status, code));

        ApiException e = catchThrowableOfType(ApiException.class, call("POST")::send);

        assertThat(e.getClass().getSimpleName()).isEqualTo(exception);
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.serviceMessage()).isEqualTo("What went wrong.");
        assertThat(e.requestId()).isEqualTo("req-1");
        server.verify(requests, anyRequestedFor(anyUrl()));
    }

    /** The names that the service's documents give to errors; on the wire there is the code only. */
    @ParameterizedTest
    @CsvSource({
        "403, 0x80070005, AccessDenied, ACCESS_DENIED",
        "403, 0x8004f504, AttributePermissionReadIsMissing, ATTRIBUTE_PERMISSION_READ_IS_MISSING",
        "403, 0x8004f507, AttributePermissionUpdateIsMissingDuringUpdate, ATTRIBUTE_PERMISSION_UPDATE_IS_MISSING_DURING_UPDATE",
        "403, 0x8004f502, AttributePrivilegeCreateIsMissing, ATTRIBUTE_PRIVILEGE_CREATE_IS_MISSING",
        "403, 0x8004a110, CannotActOnBehalfOfAnotherUser, CANNOT_ACT_ON_BEHALF_OF_ANOTHER_USER",
        "403, 0x8004ed43, CannotAddOrActonBehalfAnotherUserPrivilege, CANNOT_ADD_OR_ACT_ON_BEHALF_ANOTHER_USER_PRIVILEGE",
        "403, 0x80040256, CrmSecurityError, CRM_SECURITY_ERROR",
        "403, 0x8004020d, InvalidAccessRights, INVALID_ACCESS_RIGHTS",
        "403, 0x80040231, PrincipalPrivilegeDenied, PRINCIPAL_PRIVILEGE_DENIED",
        "403, 0x80040276, PrivilegeCreateIsDisabledForOrganization, PRIVILEGE_CREATE_IS_DISABLED_FOR_ORGANIZATION",
        "403, 0x80040220, PrivilegeDenied, PRIVILEGE_DENIED",
        "403, 0x8004049e, unManagedinvalidprincipal, UNMANAGED_INVALID_PRINCIPAL",
        "403, 0x800404bb, unManagedinvalidprivilegeedepth, UNMANAGED_INVALID_PRIVILEGE_DEPTH",
        "401, 0x8004a102, BadAuthTicket, BAD_AUTH_TICKET",
        "401, 0x8004a101, ExpiredAuthTicket, EXPIRED_AUTH_TICKET",
        "401, 0x8004a103, InsufficientAuthTicket, INSUFFICIENT_AUTH_TICKET",
        "401, 0x8004a100, InvalidAuthTicket, INVALID_AUTH_TICKET",
        "401, 0x80040204, InvalidUserAuth, INVALID_USER_AUTH",
        "401, 0x80044300, MissingCrmAuthenticationToken, MISSING_CRM_AUTHENTICATION_TOKEN",
        "401, 0x80044308, MissingCrmAuthenticationTokenOrganizationName, MISSING_CRM_AUTHENTICATION_TOKEN_ORGANIZATION_NAME",
        "401, 0x80044302, RequestIsNotAuthenticated, REQUEST_IS_NOT_AUTHENTICATED",
        "401, 0x8004a105, TamperedAuthTicket, TAMPERED_AUTH_TICKET",
        "401, 0x80040277, UnauthorizedAccess, UNAUTHORIZED_ACCESS",
        "401, 0x800404d2, UnManagedInvalidSecurityPrincipal, UNMANAGED_INVALID_SECURITY_PRINCIPAL",
        "405, 0x80040227, CannotDeleteDueToAssociation, CANNOT_DELETE_DUE_TO_ASSOCIATION",
        "405, 0x8004023b, InvalidOperation, INVALID_OPERATION",
        "405, 0x80040315, NotSupported, NOT_SUPPORTED",
        "412, 0x80060882, ConcurrencyVersionMismatch, CONCURRENCY_VERSION_MISMATCH",
        "412, 0x80040237, DuplicateRecord, DUPLICATE_RECORD",
    })
    void eachNamedErrorIsAConstant(int status, String code, String name, String constant) throws Exception {
        answer(error(status, code.substring(0, 2) + code.substring(2).toUpperCase(Locale.ROOT)));

        ApiException e = catchThrowableOfType(ApiException.class, call("POST")::send);

        assertThat(e.code())
                .as(name)
                .isEqualTo(code)
                .isEqualTo(DataverseErrors.class.getField(constant).get(null));
        answer(error(status, Integer.toString((int) Long.parseLong(code.substring(2), 16))));
        assertThat(catchThrowableOfType(ApiException.class, call("POST")::send).code())
                .as("as a number")
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html><title>Gateway down</title></html>", "plain", "{\"message\":\"top\"}", "{\"error\":"})
    void anyBodyIsReadForWhatItIsWorth(String body) {
        answer(aResponse().withStatus(502).withBody(body));

        ApiException e = catchThrowableOfType(ApiException.class, call("POST")::send);

        assertThat(e.status()).isEqualTo(502);
        assertThat(e.code()).isEmpty();
        assertThat(e.body()).isEqualTo(body);
    }

    @Test
    void whatIsDoneTwiceWithoutHarmIsRepeatedAndNothingElse() {
        answer(error(503, ""));
        assertThatThrownBy(call("GET")::send).isInstanceOf(ApiException.class);
        server.verify(3, anyRequestedFor(anyUrl()));
        server.resetRequests();

        for (String method : new String[] {"POST", "PATCH"}) {
            assertThatThrownBy(call(method)::send).isInstanceOf(ApiException.class);
        }
        server.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void whereTheServiceSaysWhenToComeBackNothingWasDone() {
        answer(error(503, "").withHeader("Retry-After", "0"));

        assertThatThrownBy(call("POST")::send).isInstanceOf(ApiException.class);

        server.verify(3, anyRequestedFor(anyUrl()));
    }

    private static void refusesOnce(String after) {
        server.stubFor(any(anyUrl())
                .inScenario("s")
                .willReturn(error(429, "0x80072322").withHeader("Retry-After", after))
                .willSetStateTo("again"));
        server.stubFor(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs("again")
                .willReturn(aResponse().withStatus(204)));
    }

    @Test
    void retryAfterIsUnderstoodAsSeconds() {
        refusesOnce("1");
        long begin = System.nanoTime();

        call("POST").send();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(990));
        server.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void retryAfterIsUnderstoodAsADate() {
        Instant date = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        refusesOnce(DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC)));

        call("POST").send();

        assertThat(Instant.now()).isAfterOrEqualTo(date.minusMillis(5));
        server.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void anAnswerThatStopsInTheMiddleOfItsJsonIsTold() {
        answer(aResponse().withStatus(200).withBody("{\"name\":\"Con"));

        assertThatThrownBy(() -> call("GET").read(Account.TYPE))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aConnectionThatBreaksInTheMiddleOfTheAnswerIsToldAndAWriteNotRepeated() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread service = new Thread(() -> breakOff(socket, requests));
            service.start();
            Call call = client(socket.getLocalPort()).call("POST", "accounts").json(Map.of());

            assertThatThrownBy(() -> call.read(Account.TYPE)).isInstanceOf(TransportException.class);

            assertThat(requests).hasValue(1);
        }
    }

    private static void breakOff(ServerSocket socket, AtomicInteger requests) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                requests.incrementAndGet();
                byte[] buffer = new byte[8192];
                int read = connection.getInputStream().read(buffer);
                assertThat(read).isPositive();
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 201 Created\r\nContent-Length: 1000\r\n\r\n{\"name\":"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    @Test
    void aConnectionThatIsResetIsTold() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThatThrownBy(call("PATCH")::send).isInstanceOf(TransportException.class);
        server.verify(1, anyRequestedFor(anyUrl()));
    }
}
