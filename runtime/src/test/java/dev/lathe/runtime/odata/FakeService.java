package dev.lathe.runtime.odata;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.Profile;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.sample.Accounts;
import dev.lathe.runtime.sample.AccountsClient;
import dev.lathe.runtime.sample.Contacts;
import dev.lathe.runtime.sample.ContactsClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers as it was told, in order, and remembers what it was asked. */
final class FakeService {

    static final String ROOT = "https://crm.example/api/data/v9.2/";

    private final Deque<Response> answers = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    final ODataService service = ODataService.create(ApiClient.create(
            ClientConfig.builder(URI.create(ROOT))
                    .credentials(Credentials.bearer(() -> "t0ken"))
                    .transport(request -> {
                        requests.add(request);
                        return answers.isEmpty() ? Response.of(204, Headers.empty()) : answers.pop();
                    })
                    .build(),
            Profile.NONE));
    final Accounts accounts = new AccountsClient(service);
    final Contacts contacts = new ContactsClient(service);

    /** @param headers names and values by turns */
    FakeService answer(int status, String body, String... headers) {
        Headers.Builder fields = Headers.builder();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(headers[i], headers[i + 1]);
        }
        answers.add(Response.of(status, fields.build(), body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    /** Method and what stands behind the root. */
    String line() {
        return line(last());
    }

    static String line(Request request) {
        return request.method() + " " + request.uri().toString().replaceFirst("^" + ROOT, "");
    }

    String body() {
        return last().body() == null ? "" : new String(last().body().bytes(), StandardCharsets.UTF_8);
    }

    String header(String name) {
        return String.join("|", last().headers().all(name));
    }
}
