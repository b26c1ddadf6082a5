package com.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers as the two services would, so that the quickstart needs no account anywhere. */
final class Stub implements AutoCloseable {

    private static final String ORDERS =
            """
            [{"id": 7, "customer": "Ada", "total": 12.50, "status": "open"}]
            """;

    private static final String ACCOUNTS =
            """
            {"value": [{
              "accountid": "5c0de5e1-0000-4000-8000-000000000001",
              "name": "Fourth Coffee",
              "revenue": 1250000,
              "primarycontactid": {"fullname": "Ada Byron"}
            }]}
            """;

    private final HttpServer server;

    private Stub(HttpServer server) {
        this.server = server;
    }

    static Stub start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/shop/orders", exchange -> answer(exchange, 200, ORDERS));
        server.createContext("/crm/accounts", Stub::accounts);
        server.start();
        return new Stub(server);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void accounts(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, ACCOUNTS);
            return;
        }
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(exchange.getRequestMethod() + " " + sent);
        answer(exchange, 204, "");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
