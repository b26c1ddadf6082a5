package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;

/** A schema whose discriminator names derived ones. */
public class Animal extends JsonObject {

    public static final ObjectType<Animal> TYPE =
            ObjectType.<Animal>of(new Animal(), "Animal", "kind", "name").discriminatedBy("kind");

    private String kind;

    private String name;

    public Animal() {}

    public String getKind() {
        return this.kind;
    }

    public Animal setKind(String kind) {
        this.kind = kind;
        changed(0);
        return this;
    }

    public String getName() {
        return this.name;
    }

    public Animal setName(String name) {
        this.name = name;
        changed(1);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Animal();
    }

    @Override
    protected JsonObject createDerived(String typeName) {
        return switch (typeName) {
            case "dog" -> new Dog();
            default -> super.createDerived(typeName);
        };
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.kind = in.string();
            case 1 -> this.name = in.string();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 0 -> this.kind;
            case 1 -> this.name;
            default -> super.value(member);
        };
    }
}
