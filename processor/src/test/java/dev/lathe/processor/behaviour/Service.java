package dev.lathe.processor.behaviour;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A service on loopback that answers what it was told to, in order, and remembers what it was asked. */
final class Service implements AutoCloseable {

    /** What came in: {@code target} is path and query as sent. */
    record Asked(String method, String target, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private record Answer(int status, String contentType, String body) {}

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    Service() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    Service answers(int status, String json) {
        return answers(status, "application/json", json);
    }

    synchronized Service answers(int status, String contentType, String body) {
        answers.add(new Answer(status, contentType, body));
        return this;
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/api");
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    Asked only() {
        List<Asked> all = asked();
        if (all.size() != 1) {
            throw new AssertionError("asked " + all.size() + " times: " + all);
        }
        return all.get(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawSchemeSpecificPart(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            Answer answer =
                    answers.isEmpty() ? new Answer(500, "text/plain", "no answer was prepared") : answers.remove();
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            if (!answer.contentType().isEmpty()) {
                exchange.getResponseHeaders().add("Content-Type", answer.contentType());
            }
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
