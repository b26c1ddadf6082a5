package dev.lathe.runtime;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers in the order that a test writes down, and keeps what was sent. */
public final class ScriptedTransport implements Transport {

    /** One answer, or a failure. */
    public interface Step {
        Response answer(Request request) throws IOException, InterruptedException;
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    private final List<Request> sent = new ArrayList<>();
    private Step otherwise = request -> {
        throw new AssertionError("no answer is left for " + request);
    };

    /** Status, body, and headers as name, value, name, value. */
    public ScriptedTransport answer(int status, String body, String... headers) {
        steps.add(request -> response(status, body, headers));
        return this;
    }

    public ScriptedTransport step(Step step) {
        steps.add(step);
        return this;
    }

    public ScriptedTransport fail(IOException failure) {
        return step(request -> {
            throw failure;
        });
    }

    /** What comes when the written steps are used up. */
    public ScriptedTransport otherwise(Step step) {
        otherwise = step;
        return this;
    }

    public static Response response(int status, String body, String... headers) {
        Headers.Builder all = Headers.builder();
        for (int i = 0; i < headers.length; i += 2) {
            all.received(headers[i], headers[i + 1]);
        }
        return Response.of(status, all.build(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized Response send(Request request) throws IOException, InterruptedException {
        sent.add(request);
        Step step = steps.poll();
        return (step == null ? otherwise : step).answer(request);
    }

    public synchronized List<Request> sent() {
        return List.copyOf(sent);
    }

    public Request only() {
        if (sent().size() != 1) {
            throw new AssertionError("one request was expected, not " + sent());
        }
        return sent().get(0);
    }
}
