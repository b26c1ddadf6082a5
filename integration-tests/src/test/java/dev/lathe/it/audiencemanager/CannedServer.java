package dev.lathe.it.audiencemanager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.http.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A service that answers as a test says: for answers that the sandbox has no reason to give. */
final class CannedServer implements AutoCloseable {

    /** What goes back; without a content type for an empty one. */
    record Answer(int status, String contentType, String body) {
        static Answer json(String body) {
            return new Answer(200, "application/json;charset=UTF-8", body);
        }
    }

    private final HttpServer server;

    /** @param answers from the raw query, empty when there is none */
    CannedServer(Function<String, Answer> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            answer(exchange, answers.apply(query == null ? "" : query));
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (!answer.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** A client that takes each answer as it is, without a second try. */
    AudienceManager client() {
        return AudienceManager.connect(ClientConfig.builder(uri())
                .credentials(Credentials.bearer("a-token-that-is-not-shown"))
                .retry(RetryPolicy.none())
                .build());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
