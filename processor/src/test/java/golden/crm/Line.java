package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataEntity;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Entity type line.
 * <p>Spec: crm.csdl.xml#line
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
public class Line extends ODataEntity {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<Line> TYPE = ObjectType.<Line>of(new Line(), "Crm.Model.line",
            "order",
            "product")
            .keys("order", "product");

    private @Nullable Integer order;

    private @Nullable String product;

    /**
     * Creates an empty value: every member is absent.
     */
    public Line() {
    }

    /**
     * {@code order}.
     * <p>Spec: crm.csdl.xml#line/order
     */
    public @Nullable Integer getOrder() {
        return this.order;
    }

    /**
     * Sets {@code order}; null is sent as null.
     * @see #getOrder()
     */
    public Line setOrder(@Nullable Integer order) {
        this.order = order;
        changed(0);
        return this;
    }

    /**
     * {@code product}.
     * <p>Spec: crm.csdl.xml#line/product
     */
    public @Nullable String getProduct() {
        return this.product;
    }

    /**
     * Sets {@code product}; null is sent as null.
     * @see #getProduct()
     */
    public Line setProduct(@Nullable String product) {
        this.product = product;
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
            case 0 -> this.order = in.int32();
            case 1 -> this.product = in.string();
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 0 -> this.order;
            case 1 -> this.product;
            default -> super.value(member);
        };
    }
}
