package dev.lathe.runtime.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.TransportException;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.odata.ODataService;
import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Accounts;
import dev.lathe.runtime.sample.AccountsClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongQueriesTest {

    private final List<Request> requests = new ArrayList<>();
    private String answer = "--r\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n"
            + "Content-Type: application/json\r\n\r\n{\"value\":[{\"name\":\"found\"}]}\r\n--r--\r\n";
    private final Accounts accounts = new AccountsClient(ODataService.create(ApiClient.create(
            ClientConfig.builder(URI.create("https://contoso.crm4.dynamics.com"))
                    .credentials(Credentials.bearer(() -> "t0ken"))
                    .retry(RetryPolicy.none())
                    .transport(request -> {
                        requests.add(request);
                        boolean batch = request.method().equals("POST");
                        return Response.of(
                                200,
                                Headers.builder()
                                        .set("Content-Type", batch ? "multipart/mixed; boundary=r" : "application/json")
                                        .build(),
                                (batch ? answer : "{\"value\":[]}").getBytes(StandardCharsets.UTF_8));
                    })
                    .build(),
            DataverseProfile.INSTANCE)));

    private List<Account> find(int length) {
        return accounts.filter(Accounts.NAME.eq("x".repeat(length))).pageSize(3).toList();
    }

    @Test
    void aQueryOfOrdinaryLengthGoesOutAsItIs() {
        find(32_000);

        assertThat(requests).extracting(Request::method).containsExactly("GET");
    }

    @Test
    void aLongQueryGoesOutInABatchOfItsOwn() throws Exception {
        List<Account> rows = find(40_000);

        assertThat(rows).extracting(Account::getName).containsExactly("found");
        Request sent = requests.get(0);
        assertThat(requests).hasSize(1);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.uri()).hasToString("https://contoso.crm4.dynamics.com/api/data/v9.2/$batch");
        assertThat(sent.headers().all("Authorization")).containsExactly("Bearer t0ken");
        assertThat(sent.headers().all("Prefer")).isEmpty();
        String body = new String(sent.body().open().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(body)
                .contains("GET /api/data/v9.2/accounts?$filter=name%20eq%20'xxx")
                .contains("\r\nPrefer: odata.maxpagesize=3\r\n")
                .doesNotContain("t0ken");
    }

    @Test
    void aQueryThatIsTooLongForABatchIsRefusedBeforeItIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(66_000))
                .withMessageContaining("GET accounts?{options}")
                .withMessageContaining("65536");
        assertThat(requests).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOffIsABrokenConnection() {
        answer = "--r\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{\"val";

        assertThatThrownBy(() -> find(40_000)).isInstanceOf(TransportException.class);
    }
}
