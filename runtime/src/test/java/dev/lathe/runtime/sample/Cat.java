package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;

/** A case of a union. */
public non-sealed class Cat extends JsonObject implements Pet {

    public static final ObjectType<Cat> TYPE = ObjectType.<Cat>of(new Cat(), "Cat", "type", "lives");

    private String type;

    private Integer lives;

    public Cat() {}

    public String getType() {
        return this.type;
    }

    public Cat setType(String type) {
        this.type = type;
        changed(0);
        return this;
    }

    public Integer getLives() {
        return this.lives;
    }

    public Cat setLives(Integer lives) {
        this.lives = lives;
        changed(1);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Cat();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.type = in.string();
            case 1 -> this.lives = in.int32();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 0 -> this.type;
            case 1 -> this.lives;
            default -> super.value(member);
        };
    }
}
