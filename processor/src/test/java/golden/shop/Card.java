package golden.shop;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Schema Card.
 * <p>Spec: shop.yaml#/components/schemas/Card
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public non-sealed class Card extends JsonObject implements Payment {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<Card> TYPE = ObjectType.<Card>of(new Card(), "Card",
            "kind",
            "number")
            .marked("kind", "card");

    private @Nullable String kind;

    private @Nullable String number;

    /**
     * Creates an empty value: every member is absent.
     */
    public Card() {
    }

    /**
     * {@code kind}.
     * <p>Spec: shop.yaml#/components/schemas/Card/properties/kind
     */
    public @Nullable String getKind() {
        return this.kind;
    }

    /**
     * Sets {@code kind}; null is sent as null.
     * @see #getKind()
     */
    public Card setKind(@Nullable String kind) {
        this.kind = kind;
        changed(0);
        return this;
    }

    /**
     * {@code number}.
     * <p>Spec: shop.yaml#/components/schemas/Card/properties/number
     */
    public @Nullable String getNumber() {
        return this.number;
    }

    /**
     * Sets {@code number}; null is sent as null.
     * @see #getNumber()
     */
    public Card setNumber(@Nullable String number) {
        this.number = number;
        changed(1);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Card();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.kind = in.string();
            case 1 -> this.number = in.string();
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 0 -> this.kind;
            case 1 -> this.number;
            default -> super.value(member);
        };
    }
}
