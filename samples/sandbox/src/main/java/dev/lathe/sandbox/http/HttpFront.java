package dev.lathe.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** Jetty on the loopback interface, asking the services in turn and writing every exchange down. */
public final class HttpFront implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(HttpFront.class.getName());
    private static final String LOOPBACK = "127.0.0.1";

    private final Server server = new Server();
    private final ServerConnector connector;

    private final boolean secure;

    private HttpFront(int port, @Nullable SSLContext tls, List<Service> services, Recorder recorder) {
        secure = tls != null;
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // Integration codes and alternate keys may hold an encoded slash or percent sign: the services decide.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        // A Dataverse URL may have 32 KB; the headers come on top.
        configuration.setRequestHeaderSize(128 * 1024);
        configuration.setResponseHeaderSize(128 * 1024);
        connector = new ServerConnector(server, protocols(tls, configuration));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Dispatch(services, recorder));
    }

    private static ConnectionFactory[] protocols(@Nullable SSLContext tls, HttpConfiguration configuration) {
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        if (tls == null) {
            return new ConnectionFactory[] {http};
        }
        // names in requests are not compared with the certificate: that is the caller's business
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setSslContext(tls);
        return new ConnectionFactory[] {new SslConnectionFactory(context, http.getProtocol()), http};
    }

    /**
     * Starts to listen.
     *
     * @param port 0 picks a free one
     * @param tls key and certificate; null for plain http
     * @throws IOException when the port is taken
     */
    public static HttpFront start(int port, @Nullable SSLContext tls, List<Service> services, Recorder recorder)
            throws IOException {
        HttpFront front = new HttpFront(port, tls, services, recorder);
        try {
            front.server.start();
            return front;
        } catch (IOException e) {
            front.close();
            throw e;
        } catch (Exception e) {
            front.close();
            throw new IOException("The server did not start: " + e.getMessage(), e);
        }
    }

    /** {@code http://127.0.0.1:PORT}, or the same with https. */
    public String origin() {
        return (secure ? "https://" : "http://") + LOOPBACK + ":" + connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop: " + e.getMessage(), e);
        }
    }

    /** Is told of every exchange before the answer leaves, so that whoever has the answer finds it recorded. */
    @FunctionalInterface
    public interface Recorder {
        void exchanged(Call call, Answer answer);
    }

    private static final class Dispatch extends Handler.Abstract {

        private final List<Service> services;
        private final Recorder recorder;

        Dispatch(List<Service> services, Recorder recorder) {
            this.services = services;
            this.recorder = recorder;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Call call = read(request);
            Answer answer = answerOrFailure(call);
            recorder.exchanged(call, answer);
            response.setStatus(answer.status());
            answer.headers().forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
            boolean head = call.method().equals("HEAD");
            response.write(true, ByteBuffer.wrap(head ? new byte[0] : answer.body()), callback);
            return true;
        }

        /** A bug of the sandbox is told to whoever asked, and logged with its trace. */
        private Answer answerOrFailure(Call call) {
            try {
                return answer(call);
            } catch (RuntimeException e) {
                LOGGER.log(System.Logger.Level.ERROR, "The sandbox failed at " + call.method() + " " + call.path(), e);
                return Answer.of(500, "text/plain; charset=utf-8", "The sandbox failed: " + e + "\n");
            }
        }

        private Answer answer(Call call) {
            for (Service service : services) {
                Optional<Answer> answer = service.answer(call);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return Answer.of(404, "text/plain; charset=utf-8", "Nothing is served at " + call.path() + "\n");
        }

        private static Call read(Request request) throws IOException {
            HttpURI uri = request.getHttpURI();
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                        .add(field.getValue());
            }
            byte[] body;
            try (InputStream in = Content.Source.asInputStream(request)) {
                body = in.readAllBytes();
            }
            return new Call(
                    request.getMethod(),
                    uri.getScheme() + "://" + uri.getAuthority(),
                    uri.getPath(),
                    uri.getQuery() == null ? "" : uri.getQuery(),
                    Headers.of(headers),
                    body);
        }
    }
}
