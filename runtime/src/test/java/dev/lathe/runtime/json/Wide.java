package dev.lathe.runtime.json;

import java.util.stream.IntStream;

/** A class with more members than fit into one word. */
final class Wide extends JsonObject {

    static final ObjectType<Wide> TYPE = ObjectType.of(
            new Wide(), "Wide", IntStream.range(0, 300).mapToObj(i -> "m" + i).toArray(String[]::new));

    private final String[] values = new String[300];

    Wide set(int member, String value) {
        values[member] = value;
        changed(member);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Wide();
    }

    @Override
    protected void read(int member, JsonReader in) {
        values[member] = in.string();
    }

    @Override
    protected Object value(int member) {
        return values[member];
    }
}
