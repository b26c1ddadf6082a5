package dev.lathe.benchmarks;

import com.sun.net.httpserver.HttpServer;
import dev.lathe.benchmarks.crm.Account;
import dev.lathe.benchmarks.crm.Accounts;
import dev.lathe.benchmarks.crm.Crm;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.http.JdkTransport;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One row over loopback, through a generated client, and as bytes through the transport that the client uses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Dsun.net.httpserver.nodelay=true")
public class CallBenchmark {

    private static final UUID ID = new UUID(1, 2);
    private static final byte[] ROW = ("{\"@odata.etag\":\"W/\\\"1\\\"\",\"accountid\":\"" + ID
                    + "\",\"name\":\"Contoso\",\"numberofemployees\":7}")
            .getBytes(StandardCharsets.UTF_8);

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private HttpServer server;
    private Accounts accounts;
    private Request request;

    @Setup
    public void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ROW.length);
            exchange.getResponseBody().write(ROW);
            exchange.close();
        });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/data/v9.2/");
        accounts = client(base, JdkTransport.shared());
        // The very request of the client, with all its headers: these cost something on both ends.
        client(base, sent -> {
                    request = sent;
                    return JdkTransport.shared().send(sent);
                })
                .get(ID);
    }

    private static Accounts client(URI base, Transport transport) {
        return Crm.connect(ClientConfig.builder(base)
                        .credentials(Credentials.bearer("token"))
                        .transport(transport)
                        .build())
                .accounts();
    }

    @TearDown
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Benchmark
    public Account lathe() {
        return accounts.get(ID);
    }

    @Benchmark
    public byte[] bareTransport() throws IOException, InterruptedException {
        return JdkTransport.shared().send(request).bytes();
    }
}
