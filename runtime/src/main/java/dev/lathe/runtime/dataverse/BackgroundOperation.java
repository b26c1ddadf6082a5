package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.JsonWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation that the service carries out in the background (Power Apps, "Background operations", preview), with the
 * result that the call has by itself. For operations that are custom APIs; others are answered at once. Thread-safe.
 *
 * <pre>{@code
 * BackgroundOperation<ExportResponse> export = BackgroundOperation.start(crm::with, c -> c.export(query));
 * ExportResponse exported = export.await(Duration.ofMinutes(1), Duration.ofHours(1));
 * }</pre>
 *
 * @param <T> what the operation returns
 */
public final class BackgroundOperation<T> {

    private static final String OWN = "backgroundOperation";

    /** How an operation is getting on, by the service's status code. */
    public enum State {
        /** It has not begun (0). */
        WAITING(0),
        /** It runs (20). */
        RUNNING(20),
        /** It is being canceled (22). */
        CANCELING(22),
        /** It has a result (30). */
        SUCCEEDED(30),
        /** It has failed (31). */
        FAILED(31),
        /** It was canceled (32). */
        CANCELED(32),
        /** Something else. */
        UNKNOWN(-1);

        private final int code;

        State(int code) {
            this.code = code;
        }

        /** Whether it will not change any more. */
        public boolean isEnded() {
            return this == SUCCEEDED || this == FAILED || this == CANCELED;
        }

        private static State of(@Nullable Integer code) {
            for (State state : values()) {
                if (code != null && state.code == code) {
                    return state;
                }
            }
            return UNKNOWN;
        }
    }

    /** Ends the call that starts an operation; never leaves this class. */
    private static final class Accepted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient BackgroundMonitor monitor;

        Accepted(BackgroundMonitor monitor) {
            super("The operation was accepted", null, false, false);
            this.monitor = monitor;
        }
    }

    /** What is known: how it is getting on, the failure, and what is the same call's result. */
    private record Seen<T>(
            State state,
            @Nullable ApiException failure,
            @Nullable T result) {}

    private final @Nullable BackgroundMonitor monitor;
    private final Function<? super Response, ? extends @Nullable T> reader;
    private volatile Seen<T> seen;

    private BackgroundOperation(
            @Nullable BackgroundMonitor monitor,
            Function<? super Response, ? extends @Nullable T> reader,
            Seen<T> seen) {
        this.monitor = monitor;
        this.reader = reader;
        this.seen = seen;
    }

    /**
     * Starts an operation.
     *
     * @param view makes a view of a client, {@code crm::with}
     * @param call calls one operation with the client that it is given; it is run once more to read the result, so it should
     *     do nothing else
     * @throws ApiException when the service does not accept it
     */
    public static <R, T> BackgroundOperation<T> start(
            Function<Consumer<DataverseSettings>, R> view, Function<? super R, ? extends @Nullable T> call) {
        var accepted = new AtomicBoolean();
        try {
            T result = call.apply(view.apply(settings -> settings.respondAsync().onBackground(monitor -> {
                // once: the monitor's answers pass here as well
                if (accepted.compareAndSet(false, true)) {
                    throw new Accepted(monitor);
                }
            })));
            return new BackgroundOperation<>(null, response -> result, new Seen<>(State.SUCCEEDED, null, result));
        } catch (Accepted e) {
            return new BackgroundOperation<>(
                    e.monitor,
                    response -> call.apply(view.apply(settings -> settings.answeredBy(request -> response))),
                    new Seen<>(State.WAITING, null, null));
        }
    }

    /** Starts an operation that returns nothing; like {@link #start}. */
    public static <R> BackgroundOperation<Void> run(
            Function<Consumer<DataverseSettings>, R> view, Consumer<? super R> call) {
        return start(view, client -> {
            call.accept(client);
            return null;
        });
    }

    /** Key of its row in the table {@code backgroundoperation}; empty when the service answered at once. */
    public Optional<UUID> id() {
        return Optional.ofNullable(monitor).map(BackgroundMonitor::id);
    }

    /** Asks the service how it is getting on, unless it has ended. Microsoft suggests to ask once a minute at most. */
    public State poll() {
        Seen<T> now = seen;
        if (monitor == null || now.state.isEnded()) {
            return now.state;
        }
        Response response = monitor.read();
        Map<String, JsonValue> said = BackgroundMonitor.said(response);
        State state = State.of(BackgroundMonitor.number(said, OWN + "StatusCode"));
        seen = switch (state) {
            case SUCCEEDED -> new Seen<>(state, null, reader.apply(outputs(said)));
            case FAILED -> new Seen<>(state, failure(said), null);
            default -> new Seen<>(state, null, null);
        };
        return state;
    }

    /** What the monitor says beside its own members is what the call returns by itself. */
    private static Response outputs(Map<String, JsonValue> said) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        said.forEach((name, value) -> {
            if (!name.startsWith(OWN) && !name.startsWith("@")) {
                outputs.put(name, value);
            }
        });
        return Response.of(
                200, Headers.builder().set("Content-Type", "application/json").build(), JsonWriter.toBytes(outputs));
    }

    private static ApiException failure(Map<String, JsonValue> said) {
        Integer number = BackgroundMonitor.number(said, OWN + "ErrorCode");
        JsonValue message = said.get(OWN + "ErrorMessage");
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", number == null ? "" : String.format("0x%08x", number));
        error.put("message", message == null || message.isNull() ? "" : message.asString());
        byte[] body = JsonWriter.toBytes(Map.of("error", error));
        return DataverseProfile.INSTANCE.error(Failure.of("POST", "in the background")
                .withAnswer(0, Headers.empty(), ErrorBody.decode(body, Headers.empty(), text -> text)));
    }

    /**
     * The result, as far as is known from the last {@link #poll}; empty for an operation that has not ended, and for one
     * that returns nothing.
     *
     * @throws ApiException when the operation has failed
     * @throws IllegalStateException when it was canceled
     */
    public Optional<T> result() {
        Seen<T> now = seen;
        if (now.failure != null) {
            throw now.failure;
        }
        if (now.state == State.CANCELED) {
            throw new IllegalStateException("The operation was canceled: " + this);
        }
        return Optional.ofNullable(now.result);
    }

    /**
     * Waits until the operation has ended.
     *
     * @param interval between two questions; Microsoft suggests a minute
     * @param atMost longest wait
     * @return the result; null for an operation that returns nothing
     * @throws ApiException when the operation has failed
     * @throws IllegalStateException when it was canceled
     * @throws IllegalArgumentException for an interval of nothing
     * @throws TimeoutException when it has not ended in time; it goes on
     */
    public @Nullable T await(Duration interval, Duration atMost) throws InterruptedException, TimeoutException {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("An interval is longer than nothing: " + interval);
        }
        long end = System.nanoTime() + atMost.toNanos();
        while (!poll().isEnded()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new TimeoutException("The operation has not ended within " + atMost + ": " + this);
            }
            // a part of a millisecond is a whole one, or the service would be asked once more for it
            Thread.sleep(Math.max(1, Math.min(interval.toMillis(), left / 1_000_000 + 1)));
        }
        return result().orElse(null);
    }

    /** Asks the service to give it up; {@link #poll} tells whether that came in time. */
    public void cancel() {
        if (monitor != null && !seen.state.isEnded()) {
            monitor.cancel();
        }
    }

    @Override
    public String toString() {
        return "BackgroundOperation[" + (monitor == null ? "answered at once" : monitor.id()) + ", " + seen.state + "]";
    }
}
