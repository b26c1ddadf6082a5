package dev.lathe.sandbox;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire, and the status it got. Immutable.
 *
 * <p>{@link #toString()} gives method, target and status: never a header, so that no token ends up in a log.
 */
public final class RecordedRequest {

    private final Call call;
    private final int status;

    RecordedRequest(Call call, Answer answer) {
        this.call = call;
        this.status = answer.status();
    }

    /** The HTTP method in upper case. */
    public String method() {
        return call.method();
    }

    /** The path as it was sent, still percent-encoded. */
    public String path() {
        return call.path();
    }

    /** Path and query as they were sent, still percent-encoded. */
    public String target() {
        return call.target();
    }

    /** The query's parameters, decoded. */
    public Map<String, List<String>> queryParameters() {
        return call.queryParameters();
    }

    /** All header fields; look-up by name ignores case. */
    public Map<String, List<String>> headers() {
        return call.headers().asMap();
    }

    /** The first value of a header field. */
    public Optional<String> header(String name) {
        return call.headers().first(name);
    }

    /** The body's bytes: a copy, empty when there was no body. */
    public byte[] body() {
        return call.body().clone();
    }

    /** The body as UTF-8 text. */
    public String bodyText() {
        return new String(call.body(), StandardCharsets.UTF_8);
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    @Override
    public String toString() {
        return method() + " " + target() + " -> " + status;
    }
}
