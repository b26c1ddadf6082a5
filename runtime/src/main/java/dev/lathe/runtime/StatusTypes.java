package dev.lathe.runtime;

import dev.lathe.runtime.json.JsonType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the JSON of an answer is, by its status, for an operation that answers successes of several types. Of the statuses
 * that the document names an exact one ({@code 202}) comes before a range ({@code 2XX}). For generated code; used once.
 *
 * @param <T> the generated interface of all answers
 */
public final class StatusTypes<T> {

    /** Reads one kind of answer. */
    @FunctionalInterface
    private interface Decoder<T> {
        @Nullable
        T decode(Json json);
    }

    /** Reads a whole body as any type. */
    interface Json {
        <V> @Nullable V as(JsonType<V> type);
    }

    private final Map<String, Decoder<T>> decoders = new LinkedHashMap<>(4);
    private final JsonType<T> otherwise;

    private StatusTypes(JsonType<T> otherwise) {
        this.otherwise = otherwise;
    }

    /** No status yet; an answer of one that is not named is told by its look. */
    public static <T> StatusTypes<T> of(JsonType<T> otherwise) {
        return new StatusTypes<>(otherwise);
    }

    /** A status whose answer is a case itself. */
    public StatusTypes<T> on(String status, JsonType<? extends T> type) {
        decoders.put(status, json -> json.as(type));
        return this;
    }

    /** A status whose answer is wrapped into a case. */
    public <V> StatusTypes<T> on(String status, JsonType<V> type, Function<V, ? extends T> wrap) {
        decoders.put(status, json -> {
            V value = json.as(type);
            return value == null ? null : wrap.apply(value);
        });
        return this;
    }

    @Nullable
    T decode(int status, Json json) {
        Decoder<T> decoder = decoders.get(String.valueOf(status));
        if (decoder == null) {
            decoder = decoders.get(status / 100 + "XX");
        }
        return decoder == null ? json.as(otherwise) : decoder.decode(json);
    }
}
