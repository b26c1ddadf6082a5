package dev.lathe.runtime.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array of one type of items. */
final class ListType<T> extends JsonType<List<T>> {

    private final JsonType<T> item;

    ListType(JsonType<T> item) {
        this.item = item;
    }

    @Override
    public @Nullable List<T> read(JsonReader in) {
        return in.list(item);
    }

    @Override
    public void write(JsonWriter out, List<T> value) {
        out.list(value, item);
    }

    @Override
    boolean accepts(JsonValue.Kind kind) {
        return kind == JsonValue.Kind.ARRAY;
    }
}
