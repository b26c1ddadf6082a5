package dev.lathe.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.TokenRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.audiencemanager.AudienceManagerProfile;
import dev.lathe.runtime.http.JdkTransport;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.http.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten thousand callers at once, over HTTP: a token server that is not ours, and a service that looks at the tokens. The
 * callers are all under way before the token server answers; calls to the service then go out 100 at a time, as no
 * machine opens 10,000 connections to itself.
 */
@Timeout(300)
class ManyCallersTest {

    private static final int CALLERS = 10_000;

    /** Each of them sends two requests. */
    private static final int REFUSED_CALLERS = 2_000;

    private final MockOAuth2Server tokenServer = new MockOAuth2Server();
    private final ExecutorService serviceThreads = Executors.newFixedThreadPool(16);
    private final ExecutorService callers = TokenCacheTest.manyThreads();
    private final Semaphore connections = new Semaphore(100);

    /** Answers by their tokens, by status. */
    private final Map<String, AtomicInteger> welcome = new ConcurrentHashMap<>();

    private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();

    private volatile String revoked = "none";
    private volatile String latest = "none";
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        tokenServer.start(InetAddress.getLoopbackAddress(), 0);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        service.setExecutor(serviceThreads);
        service.createContext("/v1/", this::answer);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
        serviceThreads.shutdownNow();
        callers.shutdownNow();
        tokenServer.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        latest = token;
        boolean good = !token.equals(revoked);
        (good ? welcome : refused)
                .computeIfAbsent(token, shown -> new AtomicInteger())
                .incrementAndGet();
        exchange.sendResponseHeaders(good ? 204 : 401, -1);
        exchange.close();
    }

    /** The next token lives that long, and is issued once the latch lets it. */
    private void nextToken(long seconds, CountDownLatch issued) {
        tokenServer.enqueueCallback(
                new DefaultOAuth2TokenCallback("ims", "subject", "JWT", List.of("aud"), Map.of(), seconds) {
                    @Override
                    public Map<String, Object> addClaims(TokenRequest tokenRequest) {
                        try {
                            issued.await();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        return super.addClaims(tokenRequest);
                    }
                });
    }

    private ApiClient client(Transport transport) {
        URI tokenUri = tokenServer.tokenEndpointUrl("ims").uri();
        URI base = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        return ApiClient.create(
                ClientConfig.builder(base)
                        .credentials(AdobeIms.serverToServer("my-client", "my-s3cret", "A1@AdobeOrg", "read")
                                .withTokenUri(
                                        URI.create("http://127.0.0.1:" + tokenUri.getPort() + tokenUri.getPath())))
                        .retry(RetryPolicy.none())
                        .transport(transport)
                        .build(),
                AudienceManagerProfile.INSTANCE);
    }

    private Response limited(Request request) throws IOException, InterruptedException {
        connections.acquire();
        try {
            return JdkTransport.shared().send(request);
        } finally {
            connections.release();
        }
    }

    /** The token is issued when all callers wait for it, and a busy machine takes its time to start so many. */
    private static Response patient(Request request) throws IOException, InterruptedException {
        return JdkTransport.shared()
                .send(request.toBuilder().timeout(Duration.ofMinutes(5)).build());
    }

    private static boolean isForService(Request request) {
        return request.uri().getPath().startsWith("/v1/");
    }

    private void callAtOnce(int number, ApiClient client, CountDownLatch started) throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            calls.add(callers.submit(() -> {
                started.countDown();
                client.call("GET", "/users/self").send();
            }));
        }
        for (Future<?> call : calls) {
            call.get();
        }
    }

    /** Each token is another JWT, so what the service saw counts them; the token server's own count says it again. */
    private void assertTokenRequests(int expected) throws InterruptedException {
        for (int i = 0; i < expected; i++) {
            assertThat(tokenServer.takeRequest(10, TimeUnit.SECONDS).getPath()).isEqualTo("/ims/token");
        }
        assertThatThrownBy(() -> tokenServer.takeRequest(1, TimeUnit.MILLISECONDS))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void anExpiredTokenIsReplacedByOneRequest() throws Exception {
        CountDownLatch started = new CountDownLatch(CALLERS);
        nextToken(0, new CountDownLatch(0));
        nextToken(3_600, started);
        ApiClient client = client(request -> isForService(request) ? limited(request) : patient(request));
        client.call("GET", "/users/self").send();
        String expired = latest;

        callAtOnce(CALLERS, client, started);

        assertThat(welcome).hasSize(2);
        assertThat(welcome.get(expired)).hasValue(1);
        assertThat(welcome.get(latest)).hasValue(CALLERS);
        assertThat(refused).isEmpty();
        assertTokenRequests(2);
    }

    @Test
    void aTokenThatEachCallerIsRefusedIsReplacedByOneRequest() throws Exception {
        CountDownLatch sent = new CountDownLatch(REFUSED_CALLERS);
        nextToken(3_600, new CountDownLatch(0));
        nextToken(3_600, new CountDownLatch(0));
        ApiClient client = client(request -> {
            if (!isForService(request)) {
                return patient(request);
            }
            if (request.headers().first("Authorization").orElse("").equals(revoked)) {
                // nobody is told of the refusal before everybody has taken the token
                sent.countDown();
                sent.await();
            }
            return limited(request);
        });
        client.call("GET", "/users/self").send();
        revoked = latest;

        callAtOnce(REFUSED_CALLERS, client, new CountDownLatch(REFUSED_CALLERS));

        assertThat(refused).containsOnlyKeys(revoked);
        assertThat(refused.get(revoked)).hasValue(REFUSED_CALLERS);
        assertThat(welcome).hasSize(2);
        assertThat(welcome.get(latest)).hasValue(REFUSED_CALLERS);
        assertTokenRequests(2);
    }
}
