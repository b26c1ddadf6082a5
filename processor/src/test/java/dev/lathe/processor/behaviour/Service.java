package dev.lathe.processor.behaviour;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service on loopback that answers what it was told to, in order, and remembers what it was asked. */
final class Service implements AutoCloseable {

    /** What came in: {@code target} is path and query as sent. */
    record Asked(String method, String target, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    /** @param open whether more may follow: the answer does not end before the service does */
    private record Answer(int status, String contentType, String body, Map<String, String> headers, boolean open) {}

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    /** An answer that is left open keeps its thread. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private CountDownLatch open = new CountDownLatch(1);

    Service() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    Service answers(int status, String json) {
        return answers(status, "application/json", json);
    }

    Service answers(int status, String contentType, String body) {
        return answers(new Answer(status, contentType, body, Map.of(), false));
    }

    Service answers(int status, String json, Map<String, String> headers) {
        return answers(new Answer(status, "application/json", json, headers, false));
    }

    Service answers(int status, Map<String, String> headers, String body) {
        return answers(new Answer(status, "", body, headers, false));
    }

    /** Sends that much of an answer, and no end of it. */
    Service streams(String contentType, String body) {
        return answers(new Answer(200, contentType, body, Map.of(), true));
    }

    private synchronized Service answers(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** Begins anew: ends the answers that are open, and knows of no answer and no question. */
    synchronized void forget() {
        open.countDown();
        open = new CountDownLatch(1);
        answers.clear();
        asked.clear();
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

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = next(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawSchemeSpecificPart(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            if (!answer.contentType().isEmpty()) {
                exchange.getResponseHeaders().add("Content-Type", answer.contentType());
            }
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), answer.open() ? 0 : bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            if (answer.open()) {
                exchange.getResponseBody().flush();
                open().await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CountDownLatch open() {
        return open;
    }

    private synchronized Answer next(Asked question) {
        asked.add(question);
        return answers.isEmpty()
                ? new Answer(500, "text/plain", "no answer was prepared", Map.of(), false)
                : answers.remove();
    }

    @Override
    public void close() {
        open().countDown();
        server.stop(0);
        threads.shutdown();
    }
}
