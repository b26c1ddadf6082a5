package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;

/** A derived schema. */
public class Dog extends Animal {

    public static final ObjectType<Dog> TYPE =
            ObjectType.<Dog>of(new Dog(), "Dog", "kind", "name", "bark").discriminatedBy("kind");

    private String bark;

    public Dog() {}

    public String getBark() {
        return this.bark;
    }

    public Dog setBark(String bark) {
        this.bark = bark;
        changed(2);
        return this;
    }

    @Override
    public Dog setKind(String kind) {
        super.setKind(kind);
        return this;
    }

    @Override
    public Dog setName(String name) {
        super.setName(name);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Dog();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 2 -> this.bark = in.string();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 2 -> this.bark;
            default -> super.value(member);
        };
    }
}
