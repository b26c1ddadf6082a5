package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.json.Scalars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A schema of OpenAPI with all kinds of members. */
public class Trait extends JsonObject {

    public static final ObjectType<Trait> TYPE = ObjectType.<Trait>of(
                    new Trait(),
                    "Trait",
                    "sid",
                    "name",
                    "kind",
                    "level",
                    "createTime",
                    "price",
                    "tags",
                    "counts",
                    "parent",
                    "children",
                    "picture",
                    "any",
                    "pet")
            .alias("id", "sid");

    private Long sid;

    private String name;

    private Kind kind;

    private Level level;

    private Instant createTime;

    private BigDecimal price;

    private List<String> tags;

    private Map<String, Long> counts;

    private Trait parent;

    private List<Trait> children;

    private byte[] picture;

    private JsonValue any;

    private Pet pet;

    public Trait() {}

    public Long getSid() {
        return this.sid;
    }

    public Trait setSid(Long sid) {
        this.sid = sid;
        changed(0);
        return this;
    }

    public String getName() {
        return this.name;
    }

    public Trait setName(String name) {
        this.name = name;
        changed(1);
        return this;
    }

    public Kind getKind() {
        return this.kind;
    }

    public Trait setKind(Kind kind) {
        this.kind = kind;
        changed(2);
        return this;
    }

    public Level getLevel() {
        return this.level;
    }

    public Trait setLevel(Level level) {
        this.level = level;
        changed(3);
        return this;
    }

    public Instant getCreateTime() {
        return this.createTime;
    }

    public Trait setCreateTime(Instant createTime) {
        this.createTime = createTime;
        changed(4);
        return this;
    }

    public BigDecimal getPrice() {
        return this.price;
    }

    public Trait setPrice(BigDecimal price) {
        this.price = price;
        changed(5);
        return this;
    }

    public List<String> getTags() {
        return this.tags;
    }

    public Trait setTags(List<String> tags) {
        this.tags = tags;
        changed(6);
        return this;
    }

    public Map<String, Long> getCounts() {
        return this.counts;
    }

    public Trait setCounts(Map<String, Long> counts) {
        this.counts = counts;
        changed(7);
        return this;
    }

    public Trait getParent() {
        return this.parent;
    }

    public Trait setParent(Trait parent) {
        this.parent = parent;
        changed(8);
        return this;
    }

    public List<Trait> getChildren() {
        return this.children;
    }

    public Trait setChildren(List<Trait> children) {
        this.children = children;
        changed(9);
        return this;
    }

    public byte[] getPicture() {
        return this.picture;
    }

    public Trait setPicture(byte[] picture) {
        this.picture = picture;
        changed(10);
        return this;
    }

    public JsonValue getAny() {
        return this.any;
    }

    public Trait setAny(JsonValue any) {
        this.any = any;
        changed(11);
        return this;
    }

    public Pet getPet() {
        return this.pet;
    }

    public Trait setPet(Pet pet) {
        this.pet = pet;
        changed(12);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Trait();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.sid = in.int64();
            case 1 -> this.name = in.string();
            case 2 -> this.kind = in.read(Kind.TYPE);
            case 3 -> this.level = in.read(Level.TYPE);
            case 4 -> this.createTime = in.epochMillis();
            case 5 -> this.price = in.stringDecimal();
            case 6 -> this.tags = in.list(Scalars.STRING);
            case 7 -> this.counts = in.map(Scalars.INT64);
            case 8 -> this.parent = in.read(Trait.TYPE);
            case 9 -> this.children = in.list(Trait.TYPE);
            case 10 -> this.picture = in.base64();
            case 11 -> this.any = in.any();
            case 12 -> this.pet = in.read(Pet.TYPE);
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 0 -> this.sid;
            case 1 -> this.name;
            case 2 -> this.kind;
            case 3 -> this.level;
            case 4 -> this.createTime;
            case 5 -> this.price;
            case 6 -> this.tags;
            case 7 -> this.counts;
            case 8 -> this.parent;
            case 9 -> this.children;
            case 10 -> this.picture;
            case 11 -> this.any;
            case 12 -> this.pet;
            default -> super.value(member);
        };
    }

    @Override
    protected void write(int member, JsonWriter out) {
        switch (member) {
            case 4 -> out.write(Scalars.EPOCH_MILLIS, this.createTime);
            case 5 -> out.write(Scalars.STRING_DECIMAL, this.price);
            case 10 -> out.write(Scalars.BASE64, this.picture);
            default -> super.write(member, out);
        }
    }
}
