package dev.lathe.sandbox.dataverse;

import static dev.lathe.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    @Test
    void manyCallersAtOnceLoseNothing() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Client api = Client.ofDataverse(sandbox);
            UUID shared = UUID.randomUUID();
            List<Callable<Integer>> calls = IntStream.range(0, 400)
                    .<Callable<Integer>>mapToObj(i -> () -> i % 2 == 0
                            ? api.patch("accounts(" + shared + ")", json("{'numberofemployees': " + i + "}"))
                                    .status()
                            : api.post(
                                            "tasks",
                                            json("{'subject': 'x',"
                                                    + "'regardingobjectid_account_task': {'name': 'deep'}}"))
                                    .status())
                    .toList();

            for (Future<Integer> status : callers.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(204);
            }

            assertThat(sandbox.dataverse().count("accounts")).isEqualTo(201);
            assertThat(sandbox.dataverse().count("tasks")).isEqualTo(200);
            assertThat(sandbox.requests().count()).isEqualTo(400);
        } finally {
            callers.shutdownNow();
        }
    }
}
