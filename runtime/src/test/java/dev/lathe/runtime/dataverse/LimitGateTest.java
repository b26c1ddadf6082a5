package dev.lathe.runtime.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.ScriptedTransport;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gate with threads; what it decides is in {@link PaceTest}. */
@Timeout(60)
class LimitGateTest {

    private static final Request REQUEST = Request.builder("GET", URI.create("https://contoso.crm4.dynamics.com/"))
            .build();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void noMoreThanAreAllowedAreOnTheirWayAndNobodyIsForgotten() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        LimitGate gate = new LimitGate(request -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return ScriptedTransport.response(204, "", Pace.PARALLEL, "7");
        });
        gate.send(REQUEST);

        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            calls.add(threads.submit(() -> {
                for (int j = 0; j < 20; j++) {
                    gate.send(REQUEST);
                }
                return null;
            }));
        }
        for (Future<?> call : calls) {
            call.get();
        }

        assertThat(most.get()).isBetween(1, 7);
        assertThat(running).hasValue(0);
    }

    @Test
    void aRequestThatFailsMakesRoom() {
        LimitGate gate = new LimitGate(request -> {
            throw new IOException("broke");
        });

        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> gate.send(REQUEST)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoIsInterruptedWaitsNoLongerAndNobodyElseIsTouched() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        LimitGate one = new LimitGate(request -> {
            if (request.template().equals("slow")) {
                first.countDown();
                release.await();
            }
            return ScriptedTransport.response(204, "", Pace.PARALLEL, "1");
        });
        one.send(REQUEST);
        Future<Response> slow = threads.submit(
                () -> one.send(REQUEST.toBuilder().template("slow").build()));
        first.await();
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                one.send(REQUEST);
            } catch (InterruptedException e) {
                interrupted.countDown();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        waiting.start();
        Future<Response> other = threads.submit(() -> one.send(REQUEST));
        waiting.interrupt();

        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        release.countDown();
        assertThat(slow.get().status()).isEqualTo(204);
        assertThat(other.get().status()).isEqualTo(204);
    }

    /** A few hundred nanoseconds, where a request takes some hundred thousand. */
    @Test
    void farFromTheLimitsItCostsNextToNothing() throws Exception {
        Response response = ScriptedTransport.response(
                204, "", Pace.REQUESTS_LEFT, "5000", Pace.SECONDS_LEFT, "1,100.25", Pace.PARALLEL, "20");
        LimitGate gate = new LimitGate(request -> response);
        for (int i = 0; i < 100_000; i++) {
            gate.send(REQUEST);
        }
        ThreadMXBean time = ManagementFactory.getThreadMXBean();
        long begin = time.getCurrentThreadCpuTime();
        for (int i = 0; i < 100_000; i++) {
            gate.send(REQUEST);
        }
        long each = (time.getCurrentThreadCpuTime() - begin) / 100_000;

        assertThat(each).as("nanoseconds a request").isLessThan(20_000);
        System.out.println("The gate takes " + each + " ns a request");
    }

    @Test
    void whatTheTransportThrowsComesThrough() {
        LimitGate gate = new LimitGate(request -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> threads.submit(() -> gate.send(REQUEST)).get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("a bug");
    }
}
