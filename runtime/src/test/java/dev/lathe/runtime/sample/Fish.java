package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;

/** A case of a union. */
public non-sealed class Fish extends JsonObject implements Pet {

    public static final ObjectType<Fish> TYPE = ObjectType.<Fish>of(new Fish(), "Fish", "type", "depth");

    private String type;

    private Integer depth;

    public Fish() {}

    public String getType() {
        return this.type;
    }

    public Fish setType(String type) {
        this.type = type;
        changed(0);
        return this;
    }

    public Integer getDepth() {
        return this.depth;
    }

    public Fish setDepth(Integer depth) {
        this.depth = depth;
        changed(1);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Fish();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.type = in.string();
            case 1 -> this.depth = in.int32();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 0 -> this.type;
            case 1 -> this.depth;
            default -> super.value(member);
        };
    }
}
