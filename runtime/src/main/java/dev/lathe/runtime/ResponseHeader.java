package dev.lathe.runtime;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.json.JsonException;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A header that the document says an answer has, with its type: {@code Pets.X_RATE_LIMIT.from(answer.headers())}. Also for
 * the headers of an {@link dev.lathe.runtime.error.ApiException}. Immutable and thread-safe.
 *
 * @param <T> the Java type of its value
 */
public final class ResponseHeader<T> {

    private final String name;
    private final Function<List<String>, @Nullable T> decoder;

    private ResponseHeader(String name, Function<List<String>, @Nullable T> decoder) {
        this.name = name;
        this.decoder = decoder;
    }

    /** A header with one value. For generated code. */
    public static <T> ResponseHeader<T> of(String name, JsonType<T> type) {
        return new ResponseHeader<>(name, lines -> single(String.join(",", lines), type));
    }

    /** A header with a list of values, {@code a,b} (OpenAPI's style {@code simple}). For generated code. */
    public static <T> ResponseHeader<List<T>> ofList(String name, JsonType<T> item) {
        return new ResponseHeader<>(name, lines -> {
            List<T> values = new ArrayList<>();
            for (String line : lines) {
                for (String text : line.split(",", -1)) {
                    T value = text.isBlank() ? null : single(text, item);
                    if (value != null) {
                        values.add(value);
                    }
                }
            }
            return List.copyOf(values);
        });
    }

    /** A header with an object of single values, {@code a,1,b,2} (OpenAPI's style {@code simple}). For generated code. */
    public static <T> ResponseHeader<T> ofObject(String name, JsonType<T> type) {
        return new ResponseHeader<>(name, lines -> {
            String[] words = String.join(",", lines).split(",", -1);
            Map<String, String> members = new LinkedHashMap<>();
            for (int i = 0; i + 1 < words.length; i += 2) {
                members.put(words[i].strip(), words[i + 1].strip());
            }
            return type.parse(JsonWriter.toJson(members));
        });
    }

    /** The same exploded: {@code a=1,b=2}. For generated code. */
    public static <T> ResponseHeader<T> ofExploded(String name, JsonType<T> type) {
        return new ResponseHeader<>(name, lines -> {
            Map<String, String> members = new LinkedHashMap<>();
            for (String pair : String.join(",", lines).split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    members.put(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
            return type.parse(JsonWriter.toJson(members));
        });
    }

    /** A header that holds JSON. For generated code. */
    public static <T> ResponseHeader<T> ofJson(String name, JsonType<T> type) {
        return new ResponseHeader<>(name, lines -> type.parse(String.join(",", lines)));
    }

    // Numbers and flags are read out of JSON strings too.
    private static <T> @Nullable T single(String line, JsonType<T> type) {
        return type.parse(JsonWriter.toJson(line.strip()));
    }

    /** Name of the header. */
    public String name() {
        return name;
    }

    /**
     * Its value in an answer; {@code null} when the answer does not have it.
     *
     * @throws JsonException when the value is not of the type that the document says; {@link Headers} has the text
     */
    public @Nullable T from(Headers headers) {
        List<String> lines = headers.all(name);
        return lines.isEmpty() ? null : decoder.apply(lines);
    }

    @Override
    public String toString() {
        return name;
    }
}
