package dev.lathe.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller without any knowledge of the two services: sends text, gives text back. */
public final class Client {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    private Client(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public static Client ofDataverse(Sandbox sandbox) {
        return new Client(
                sandbox.dataverseApiUri().toString(), sandbox.dataverseTokens().issue());
    }

    public static Client ofAudienceManager(Sandbox sandbox) {
        return new Client(
                sandbox.audienceManagerApiUri() + "/",
                sandbox.audienceManagerTokens().issue());
    }

    /** What came back. */
    public record Reply(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public List<String> texts(String member) {
            List<String> texts = new ArrayList<>();
            JsonNode list =
                    json().isArray() ? json() : json().has("value") ? json().path("value") : json().path("list");
            list.forEach(item -> texts.add(item.path(member).asString("")));
            return texts;
        }
    }

    /** @param headers names and values in turn; one with the value "" is not sent */
    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Reply patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Reply put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Reply delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    public Reply send(String method, String path, String body, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : base + path.replace(" ", "%20"));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("Authorization", "Bearer " + token)
                .setHeader("Accept", "application/json");
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Single quotes for double ones: JSON that reads well in a test. */
    public static String json(String text) {
        return text.replace('\'', '"');
    }
}
