package golden.shop;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;
import java.math.BigDecimal;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Schema Line.
 * <p>Spec: shop.yaml#/components/schemas/Line
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public class Line extends JsonObject {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<Line> TYPE = ObjectType.<Line>of(new Line(), "Line",
            "class",
            "price");

    private @Nullable String class_;

    private @Nullable BigDecimal price;

    /**
     * Creates an empty value: every member is absent.
     */
    public Line() {
    }

    /**
     * {@code class}.
     * <p>Spec: shop.yaml#/components/schemas/Line/properties/class
     */
    public @Nullable String getClassMember() {
        return this.class_;
    }

    /**
     * Sets {@code class}; null is sent as null.
     * @see #getClassMember()
     */
    public Line setClassMember(@Nullable String class_) {
        this.class_ = class_;
        changed(0);
        return this;
    }

    /**
     * {@code price}.
     * <p>Spec: shop.yaml#/components/schemas/Line/properties/price
     */
    public @Nullable BigDecimal getPrice() {
        return this.price;
    }

    /**
     * Sets {@code price}; null is sent as null.
     * @see #getPrice()
     */
    public Line setPrice(@Nullable BigDecimal price) {
        this.price = price;
        changed(1);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Line();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.class_ = in.string();
            case 1 -> this.price = in.decimal();
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 0 -> this.class_;
            case 1 -> this.price;
            default -> super.value(member);
        };
    }
}
