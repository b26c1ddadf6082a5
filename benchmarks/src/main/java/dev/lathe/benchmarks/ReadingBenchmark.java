package dev.lathe.benchmarks;

import dev.lathe.benchmarks.crm.Account;
import dev.lathe.benchmarks.crm.Accounts;
import dev.lathe.benchmarks.crm.Crm;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Response;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A page of 5,000 rows, through a generated client and by hand; both keep the annotations, or skip them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
public class ReadingBenchmark {

    private static final int ROWS = 5_000;

    private final byte[] page = AccountsPage.of(ROWS);
    private final Accounts accounts = accounts(page);

    private static Accounts accounts(byte[] page) {
        Headers headers =
                Headers.builder().set("Content-Type", "application/json").build();
        ClientConfig config = ClientConfig.builder(URI.create("https://org.example/api/data/v9.2/"))
                .transport(request -> Response.of(200, headers, page))
                .build();
        return Crm.connect(config).accounts();
    }

    @Benchmark
    public List<Account> latheKeepsAnnotations() {
        return accounts.toList();
    }

    @Benchmark
    public List<AccountByHand> handKeepsAnnotations() {
        return AccountByHand.page(page, true);
    }

    @Benchmark
    public List<Account> latheSkipsAnnotations() {
        return accounts.withoutAnnotations().toList();
    }

    @Benchmark
    public List<AccountByHand> handSkipsAnnotations() {
        return AccountByHand.page(page, false);
    }
}
