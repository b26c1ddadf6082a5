package dev.lathe.runtime;

import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.Scalars;
import org.jspecify.annotations.Nullable;

/**
 * An event of a {@code text/event-stream} (WHATWG HTML, section 9.2). Immutable and thread-safe.
 *
 * @param <T> type of the JSON that the events carry
 */
public final class ServerSentEvent<T> {

    private final String event;
    private final String id;
    private final String text;
    private final JsonType<T> type;

    ServerSentEvent(String event, String id, String text, JsonType<T> type) {
        this.event = event;
        this.id = id;
        this.text = text;
        this.type = type;
    }

    /** Name of the event; {@code message} when the service gives none. */
    public String event() {
        return event;
    }

    /** The last id that the service gave, with this event or before it; empty without one. */
    public String id() {
        return id;
    }

    /** What the event carries, as it came. */
    public String text() {
        return text;
    }

    /**
     * What the event carries; {@code null} for JSON's {@code null}. Decoded with each call.
     *
     * @throws dev.lathe.runtime.json.JsonException when it is not of that type, as the {@code [DONE]} with which some
     *     services end; {@link #text()} has it as it came
     */
    @SuppressWarnings("unchecked") // a type of texts is one of String
    public @Nullable T data() {
        return type == Scalars.STRING ? (T) text : type.parse(text);
    }

    @Override
    public String toString() {
        return "ServerSentEvent[" + event + (id.isEmpty() ? "" : ", " + id) + "]";
    }
}
