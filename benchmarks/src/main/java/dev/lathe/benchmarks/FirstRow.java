package dev.lathe.benchmarks;

import dev.lathe.benchmarks.crm.Crm;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Response;
import java.net.URI;

/** A process that ends with the first row; time it from outside. Its argument is {@code lathe} or {@code hand}. */
public final class FirstRow {

    private FirstRow() {}

    public static void main(String[] arguments) {
        byte[] page = AccountsPage.of(1);
        if (arguments[0].equals("hand")) {
            System.out.println(AccountByHand.page(page, true).get(0).name);
            return;
        }
        Headers headers =
                Headers.builder().set("Content-Type", "application/json").build();
        ClientConfig config = ClientConfig.builder(URI.create("https://org.example/api/data/v9.2/"))
                .transport(request -> Response.of(200, headers, page))
                .build();
        System.out.println(Crm.connect(config).accounts().first().orElseThrow().getName());
    }
}
