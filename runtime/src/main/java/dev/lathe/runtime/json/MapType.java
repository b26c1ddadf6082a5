package dev.lathe.runtime.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object as a map. */
final class MapType<T> extends JsonType<Map<String, T>> {

    private final JsonType<T> value;

    MapType(JsonType<T> value) {
        this.value = value;
    }

    @Override
    public @Nullable Map<String, T> read(JsonReader in) {
        return in.map(value);
    }

    @Override
    public void write(JsonWriter out, Map<String, T> map) {
        out.map(map, value);
    }

    @Override
    boolean accepts(JsonValue.Kind kind) {
        return kind == JsonValue.Kind.OBJECT;
    }
}
