package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataEntity;

/** An entity with a key of two parts. */
public class OrderLine extends ODataEntity {

    public static final ObjectType<OrderLine> TYPE = ObjectType.<OrderLine>of(
                    new OrderLine(), "Sample.OrderLine", "OrderID", "Product", "Quantity")
            .keys("OrderID", "Product");

    private Integer orderID;
    private String product;
    private Integer quantity;

    public OrderLine() {}

    public OrderLine setOrderID(Integer orderID) {
        this.orderID = orderID;
        changed(0);
        return this;
    }

    public OrderLine setProduct(String product) {
        this.product = product;
        changed(1);
        return this;
    }

    public OrderLine setQuantity(Integer quantity) {
        this.quantity = quantity;
        changed(2);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new OrderLine();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.orderID = in.int32();
            case 1 -> this.product = in.string();
            case 2 -> this.quantity = in.int32();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 0 -> this.orderID;
            case 1 -> this.product;
            case 2 -> this.quantity;
            default -> super.value(member);
        };
    }
}
