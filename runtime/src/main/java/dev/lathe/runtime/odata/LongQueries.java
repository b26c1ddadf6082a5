package dev.lathe.runtime.odata;

import dev.lathe.runtime.http.Body;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Sends a query whose URL is too long in a batch of its own, which nobody above notices. For the profiles of services
 * that have such a limit. Thread-safe.
 */
public final class LongQueries implements Transport {

    private static final List<String> INNER_ONLY = List.of("Prefer", "If-None-Match", "Content-Type");

    private final URI baseUri;
    private final Transport transport;
    private final int longest;
    private final int longestInBatch;

    /**
     * A transport that has room for long queries.
     *
     * @param baseUri ends with a slash; the batch's address stands below it
     * @param longest characters of a URL
     * @param longestInBatch characters of a URL within a batch; a query that is longer than this is an
     *     {@link IllegalArgumentException}
     */
    public LongQueries(URI baseUri, Transport transport, int longest, int longestInBatch) {
        this.baseUri = Objects.requireNonNull(baseUri, "baseUri");
        this.transport = Objects.requireNonNull(transport, "transport");
        this.longest = longest;
        this.longestInBatch = longestInBatch;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        if (!request.method().equals("GET") || request.uri().toString().length() <= longest) {
            return transport.send(request);
        }
        BatchWriter writer = new BatchWriter(baseUri, longestInBatch);
        writer.single(request);
        Request.Builder batch = Request.builder("POST", baseUri.resolve("$batch"))
                .template(request.template())
                .timeout(request.timeout());
        request.headers().forEach(batch.headers()::add);
        INNER_ONLY.forEach(batch.headers()::remove);
        request.secrets().forEach(batch::secret);
        batch.header("Accept", "multipart/mixed, application/json")
                .header("Content-Type", writer.contentType())
                .body(Body.of(writer.end()));
        batch.headers().remove("Accept-Encoding");
        Response outer = transport.send(batch.build());
        return BatchAnswer.isBatch(outer) ? only(outer.headers(), outer.bytes()) : outer;
    }

    private static Response only(Headers headers, byte[] body) throws IOException {
        try {
            List<List<Response>> answers = BatchAnswer.parse(headers, body).answers();
            if (answers.size() == 1 && answers.get(0).size() == 1) {
                return answers.get(0).get(0);
            }
            throw new IOException("The answer to a batch of one has " + answers.size() + " parts");
        } catch (BatchAnswer.MalformedException e) {
            throw new IOException("The answer to a batch of one cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "LongQueries[" + longest + ", " + transport + "]";
    }
}
