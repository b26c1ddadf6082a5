package dev.lathe.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The default transport, on {@link HttpClient}. Thread-safe; shares its connections between all who use it, and frees
 * them when it becomes unreachable.
 */
public final class JdkTransport implements Transport {

    private static final class Shared {
        static final JdkTransport INSTANCE = builder().build();
    }

    private final HttpClient client;
    private final Deadlines deadlines = new Deadlines();
    private final Supplier<HttpClient> forStreams;
    private final AtomicReference<@Nullable HttpClient> uploads = new AtomicReference<>();

    /**
     * @param client for all but what follows
     * @param forStreams makes the client for bodies that are read from a stream, once there is one to send
     */
    private JdkTransport(HttpClient client, Supplier<HttpClient> forStreams) {
        this.client = client;
        this.forStreams = forStreams;
    }

    /** The transport with all defaults, one in a JVM: 10 seconds to connect, the system's proxies and certificates. */
    public static JdkTransport shared() {
        return Shared.INSTANCE;
    }

    /** A transport with settings of its own. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Sends with a client of the application, one that follows no redirects: Lathe follows those that stay with the
     * service, the JDK takes credentials along wherever they lead.
     *
     * @throws IllegalArgumentException when the client follows redirects
     */
    public static JdkTransport of(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The HttpClient follows redirects, and takes credentials along wherever"
                    + " they lead. Build it with followRedirects(HttpClient.Redirect.NEVER), which is the default.");
        }
        return new JdkTransport(client, () -> client);
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        HttpClient sender = needsThreadForBody(request.body()) ? uploads() : client;
        HttpRequest outgoing = outgoing(request);
        if (request.isStreaming()) {
            HttpResponse<InputStream> answer = sender.send(outgoing, BodyHandlers.ofInputStream());
            InputStream body = new WatchedStream(answer.body(), request.timeout(), deadlines);
            return Response.streaming(answer.statusCode(), headers(answer), body);
        }
        long deadline = System.nanoTime() + request.timeout().toNanos();
        HttpResponse<byte[]> answer = sender.send(outgoing, info -> new WholeBody(info, deadline, deadlines));
        return Response.of(answer.statusCode(), headers(answer), answer.body());
    }

    // Two threads may both make one; the loser's is never used and goes with the next garbage collection.
    private HttpClient uploads() {
        HttpClient known = uploads.get();
        if (known != null) {
            return known;
        }
        HttpClient made = forStreams.get();
        return uploads.compareAndSet(null, made) ? made : Objects.requireNonNull(uploads.get());
    }

    private static HttpRequest outgoing(Request request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.uri()).method(request.method(), publisher(request.body()));
        builder.timeout(request.timeout());
        request.headers().forEach(builder::header);
        return builder.build();
    }

    private static BodyPublisher publisher(@Nullable Body body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        byte[] bytes = body.bytes();
        if (bytes != null) {
            return BodyPublishers.ofByteArray(bytes);
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> {
            try {
                return body.open();
            } catch (IOException e) {
                throw new UncheckedIOException("The request's body cannot be opened", e);
            }
        });
        return body.length() > 0 ? BodyPublishers.fromPublisher(stream, body.length()) : stream;
    }

    // Reading an application's stream may block, which must not hold up the thread that serves all connections.
    private static boolean needsThreadForBody(@Nullable Body body) {
        return body != null && body.bytes() == null;
    }

    private static Headers headers(HttpResponse<?> answer) {
        Headers.Builder headers = Headers.builder();
        for (Map.Entry<String, List<String>> field : answer.headers().map().entrySet()) {
            for (String value : field.getValue()) {
                headers.received(field.getKey(), value);
            }
        }
        return headers.build();
    }

    @Override
    public String toString() {
        return "JdkTransport[" + client.version() + "]";
    }

    /** Settings of a transport. Not thread-safe. */
    public static final class Builder {

        private Duration connectTimeout = Duration.ofSeconds(10);
        private HttpClient.Version version = HttpClient.Version.HTTP_1_1;
        private @Nullable ProxySelector proxy;
        private @Nullable SSLContext tls;

        private Builder() {}

        /** Longest time to connect, TLS included; 10 seconds by default. */
        public Builder connectTimeout(Duration connectTimeout) {
            if (connectTimeout.isNegative() || connectTimeout.isZero()) {
                throw new IllegalArgumentException("A time-out is longer than nothing: " + connectTimeout);
            }
            this.connectTimeout = connectTimeout;
            return this;
        }

        /** HTTP/1.1 by default: several connections, which a service may spread over several of its machines. */
        public Builder version(HttpClient.Version version) {
            this.version = version;
            return this;
        }

        /** Proxies; by default the system's. */
        public Builder proxy(ProxySelector proxy) {
            this.proxy = proxy;
            return this;
        }

        /** Certificates and keys; by default the JVM's. */
        public Builder tls(SSLContext tls) {
            this.tls = tls;
            return this;
        }

        /** A transport with connections of its own. */
        public JdkTransport build() {
            // Nothing of ours blocks in the client's tasks, so the thread that serves the connections can run them:
            // a hand-over to a pool less in each call (docs/decisions/0010-transport.md).
            Builder settings = copy();
            return new JdkTransport(client(Runnable::run), () -> settings.client(null));
        }

        private Builder copy() {
            Builder copy = new Builder();
            copy.connectTimeout = connectTimeout;
            copy.version = version;
            copy.proxy = proxy;
            copy.tls = tls;
            return copy;
        }

        private HttpClient client(@Nullable Executor executor) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(connectTimeout)
                    .version(version);
            if (executor != null) {
                builder.executor(executor);
            }
            if (proxy != null) {
                builder.proxy(proxy);
            } else if (ProxySelector.getDefault() != null) {
                builder.proxy(ProxySelector.getDefault());
            }
            if (tls != null) {
                builder.sslContext(tls);
            }
            return builder.build();
        }
    }
}
