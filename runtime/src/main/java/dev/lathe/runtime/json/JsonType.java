package dev.lathe.runtime.json;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * How the values of one type are read from JSON and written to it. Immutable and safe for use by several threads.
 *
 * @param <T> the Java type of a value
 */
public abstract class JsonType<T> {

    // Racy on purpose: two threads may each build an equal, immutable type.
    private @Nullable JsonType<List<T>> list;
    private @Nullable JsonType<Map<String, T>> map;

    /** For types of a kind that this package does not have. */
    protected JsonType() {}

    /**
     * Reads the value on which the reader stands.
     *
     * @return {@code null} for JSON's {@code null}
     * @throws JsonException if the value is of another kind or out of range
     */
    public abstract @Nullable T read(JsonReader in);

    /** Writes a value. */
    public abstract void write(JsonWriter out, T value);

    /** Whether a value of that kind can be one of this type without any conversion. */
    boolean accepts(JsonValue.Kind kind) {
        return true;
    }

    /** Whether a value is one that the document names; true for types that have no list of values. */
    boolean isKnown(JsonValue value) {
        return true;
    }

    /** How many of the members of an object the type declares. */
    int covers(Set<String> members) {
        return 0;
    }

    /** A JSON array of values of this type. An array that was read can be changed; see {@link JsonObject}. */
    public final JsonType<List<T>> list() {
        JsonType<List<T>> type = list;
        if (type == null) {
            type = new ListType<>(this);
            list = type;
        }
        return type;
    }

    /** A JSON object whose members are all of this type, in their order. */
    public final JsonType<Map<String, T>> map() {
        JsonType<Map<String, T>> type = map;
        if (type == null) {
            type = new MapType<>(this);
            map = type;
        }
        return type;
    }

    /**
     * Reads a whole JSON text.
     *
     * @param json UTF-8
     * @return {@code null} for the text {@code null}
     * @throws JsonException if the text is empty, not well-formed, followed by something else, or not of this type
     */
    public final @Nullable T parse(byte[] json) {
        return parse(JsonReader.over(json));
    }

    /** Reads a whole JSON text, as {@link #parse(byte[])} does. */
    public final @Nullable T parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a whole JSON text while it arrives; does not close the stream.
     *
     * @throws java.io.UncheckedIOException if the stream fails
     */
    public final @Nullable T parse(InputStream json) {
        return parse(JsonReader.over(json));
    }

    private @Nullable T parse(JsonReader in) {
        try (in) {
            in.start();
            T value = read(in);
            in.end();
            return value;
        } catch (JacksonException e) {
            throw JsonException.of(e, in.parser);
        }
    }

    /** Writes a value as UTF-8. */
    public final byte[] toBytes(T value) {
        try (JsonWriter out = new JsonWriter()) {
            write(out, value);
            return out.bytes();
        }
    }

    /** A value in the form that it has in JSON, where its Java type does not tell that: an instant as a number, for instance. */
    public final JsonValue toValue(T value) {
        return JsonValue.parse(toJson(value));
    }

    /** Writes a value as text. */
    public final String toJson(T value) {
        return new String(toBytes(value), StandardCharsets.UTF_8);
    }
}
