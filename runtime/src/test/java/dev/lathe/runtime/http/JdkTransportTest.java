package dev.lathe.runtime.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JdkTransportTest {

    private final JdkTransport transport = JdkTransport.builder().build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer echo;

    /** Answers with what it was sent: method, headers X-*, body. */
    @BeforeEach
    void start() throws IOException {
        // Room for all connections of a test that opens hundreds at once: the usual 50 are refused on a busy machine.
        echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        echo.setExecutor(threads);
        echo.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-Method", exchange.getRequestMethod());
            exchange.getResponseHeaders().add("X-Uri", exchange.getRequestURI().toString());
            exchange.getResponseHeaders()
                    .add(
                            "X-Headers",
                            String.valueOf(exchange.getRequestHeaders().keySet()));
            exchange.getResponseHeaders().add("Set-Cookie", "ARRAffinity=server7; Path=/");
            exchange.getResponseHeaders().add("X-Many", "1");
            exchange.getResponseHeaders().add("X-Many", "2");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        echo.start();
    }

    @AfterEach
    void stop() {
        echo.stop(0);
        threads.shutdownNow();
    }

    private Request.Builder request(String method) {
        return Request.builder(
                method, URI.create("http://127.0.0.1:" + echo.getAddress().getPort() + "/a%2Fb?c=%20d"));
    }

    @Test
    void anyMethodAndTheExactAddressAreSent() throws Exception {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            Response response = transport.send(request(method).build());

            assertThat(response.headers().first("X-Method")).hasValue(method);
            assertThat(response.headers().first("x-uri")).hasValue("/a%2Fb?c=%20d");
            assertThat(response.headers().all("X-Many")).containsExactlyInAnyOrder("1", "2");
            assertThat(response.bytes()).isEmpty();
        }
    }

    @Test
    void aClientThatFollowsRedirectsIsRefused() throws Exception {
        for (HttpClient.Redirect policy : List.of(HttpClient.Redirect.ALWAYS, HttpClient.Redirect.NORMAL)) {
            HttpClient client = HttpClient.newBuilder().followRedirects(policy).build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JdkTransport.of(client))
                    .withMessageContaining("followRedirects");
        }
        assertThat(JdkTransport.of(HttpClient.newHttpClient())
                        .send(request("GET").build())
                        .isSuccess())
                .isTrue();
    }

    @Test
    void nothingAsksForAnotherProtocol() throws Exception {
        assertThat(transport.send(request("GET").build()).headers().first("X-Headers"))
                .hasValueSatisfying(names -> assertThat(names.toLowerCase(Locale.ROOT))
                        .doesNotContain("upgrade")
                        .doesNotContain("http2-settings"));
    }

    /** A cookie would bind all requests to one server of many, and its limits. */
    @Test
    void cookiesAreNotKept() throws Exception {
        for (int i = 0; i < 2; i++) {
            Headers headers = transport.send(request("GET").build()).headers();

            assertThat(headers.first("Set-Cookie")).isPresent();
            assertThat(headers.first("X-Headers"))
                    .hasValueSatisfying(
                            names -> assertThat(names.toLowerCase(Locale.ROOT)).doesNotContain("cookie"));
        }
    }

    @Test
    void bodiesOfAllSizesComeBackWhole() throws Exception {
        for (int size : new int[] {1, 4_096, 4_097, 100_000, 12_345_678}) {
            byte[] body = new byte[size];
            new Random(size).nextBytes(body);

            assertThat(transport
                            .send(request("POST").body(Body.of(body)).build())
                            .bytes())
                    .isEqualTo(body);
            try (InputStream stream =
                    transport
                            .send(request("POST")
                                    .body(Body.of(body))
                                    .streaming(true)
                                    .build())
                            .stream()) {
                assertThat(stream.readAllBytes()).isEqualTo(body);
            }
        }
    }

    @Test
    void filesAndStreamsAreSent(@TempDir Path folder) throws Exception {
        byte[] body = new byte[3_000_000];
        new Random(1).nextBytes(body);
        Path file = Files.write(folder.resolve("a"), body);

        assertThat(transport.send(request("POST").body(Body.of(file)).build()).bytes())
                .isEqualTo(body);
        assertThat(transport
                        .send(request("POST")
                                .body(Body.of(new ByteArrayInputStream(body)))
                                .build())
                        .bytes())
                .isEqualTo(body);
    }

    @Test
    void manyThreadsShareOneTransport() throws Exception {
        List<Future<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            byte[] body = ("body " + i).repeat(i + 1).getBytes(US_ASCII);
            answers.add(threads.submit(() ->
                    transport.send(request("POST").body(Body.of(body)).build()).bytes()));
        }
        for (int i = 0; i < 400; i++) {
            assertThat(answers.get(i).get())
                    .isEqualTo(("body " + i).repeat(i + 1).getBytes(US_ASCII));
        }
    }

    // ---- what goes wrong

    /** Answers each connection with these bytes; then closes it, or leaves it open. */
    private URI raw(String answer, boolean close) throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.submit(() -> {
            while (true) {
                Socket socket = server.accept();
                threads.submit(() -> {
                    byte[] request = new byte[10_000];
                    int ignored = socket.getInputStream().read(request);
                    OutputStream out = socket.getOutputStream();
                    out.write(answer.getBytes(US_ASCII));
                    out.flush();
                    if (close) {
                        socket.close();
                    }
                    return ignored;
                });
            }
        });
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    private static Request get(URI uri, Duration timeout) {
        return Request.builder("GET", uri).timeout(timeout).build();
    }

    @Test
    void aRefusedConnectionIsSaidSo() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port + "/");

        assertThatThrownBy(() -> transport.send(get(nobody, Duration.ofSeconds(5))))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void anAnswerThatEndsTooEarlyIsAFailure() throws Exception {
        URI uri = raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this", true);

        assertThatThrownBy(() -> transport.send(get(uri, Duration.ofSeconds(5))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAbsurdContentLengthCostsNoMemory() throws Exception {
        URI uri = raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nonly this", true);

        assertThatThrownBy(() -> transport.send(get(uri, Duration.ofSeconds(5))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatNeverComesEndsWithTheTimeOut() throws Exception {
        URI uri = raw("", false);

        assertThatThrownBy(() -> transport.send(get(uri, Duration.ofMillis(300))))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void anAnswerThatStallsHalfwayEndsWithTheTimeOut() throws Exception {
        URI uri = raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this", false);
        long start = System.nanoTime();

        assertThatThrownBy(() -> transport.send(get(uri, Duration.ofMillis(300))))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(250), Duration.ofSeconds(10));
    }

    @Test
    void aStreamThatStallsEndsWithTheTimeOut() throws Exception {
        URI uri = raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this", false);
        try (Response response = transport.send(Request.builder("GET", uri)
                .timeout(Duration.ofMillis(300))
                .streaming(true)
                .build())) {
            InputStream stream = response.stream();

            assertThat(new String(stream.readNBytes(9), US_ASCII)).isEqualTo("only this");
            assertThatThrownBy(stream::read).isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aStreamThatIsReadSlowlyDoesNotTimeOut() throws Exception {
        byte[] body = new byte[2_000_000];
        try (Response response = transport.send(request("POST")
                .body(Body.of(body))
                .timeout(Duration.ofMillis(500))
                .streaming(true)
                .build())) {
            int total = 0;
            for (int i = 0; i < 3; i++) {
                total += response.stream().read(new byte[1_000]);
                Thread.sleep(600);
            }
            total += response.stream().readAllBytes().length;
            assertThat(total).isEqualTo(2_000_000);
        }
    }

    @Test
    void aServerThatSpeaksNoHttpIsAFailure() throws Exception {
        URI uri = raw("SSH-2.0-OpenSSH_9.2\r\n", true);

        assertThatThrownBy(() -> transport.send(get(uri, Duration.ofSeconds(5))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anInterruptedThreadGivesTheExchangeUp() throws Exception {
        URI uri = raw("", false);
        CountDownLatch sending = new CountDownLatch(1);
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(() -> {
            try {
                sending.countDown();
                transport.send(get(uri, Duration.ofMinutes(1)));
            } catch (IOException | InterruptedException e) {
                thrown[0] = e;
            }
        });
        thread.start();
        sending.await();
        Thread.sleep(200);

        thread.interrupt();
        thread.join(10_000);

        assertThat(thrown[0]).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        URI uri = raw("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", true);

        assertThat(transport.send(get(uri, Duration.ofSeconds(5))).status()).isEqualTo(302);
    }

    @Test
    void aStreamThatIsNotReadToItsEndCanBeClosed() throws Exception {
        byte[] body = new byte[5_000_000];
        Arrays.fill(body, (byte) 'x');
        try (Response response = transport.send(
                request("POST").body(Body.of(body)).streaming(true).build())) {
            assertThat(response.stream().read()).isEqualTo('x');
        }

        assertThat(transport.send(request("GET").build()).status()).isEqualTo(200);
    }
}
