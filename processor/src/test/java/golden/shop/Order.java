package golden.shop;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.json.Scalars;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One purchase.
 * <p>Spec: shop.yaml#/components/schemas/Order
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public class Order extends JsonObject {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<Order> TYPE = ObjectType.<Order>of(new Order(), "Order",
            "id",
            "customer",
            "status",
            "placed",
            "lines",
            "labels",
            "payment")
            .readOnly("id");

    private @Nullable Long id;

    private @Nullable String customer;

    private @Nullable Status status;

    private @Nullable Instant placed;

    private @Nullable List<Line> lines;

    private @Nullable Map<String, String> labels;

    private @Nullable Payment payment;

    /**
     * Creates an empty value: every member is absent.
     */
    public Order() {
    }

    /**
     * {@code id}; set by the server.
     * <p>Spec: shop.yaml#/components/schemas/Order/properties/id
     */
    public @Nullable Long getId() {
        return this.id;
    }

    /**
     * {@code customer}.
     * <p>Spec: shop.yaml#/components/schemas/Order/properties/customer
     */
    public @Nullable String getCustomer() {
        return this.customer;
    }

    /**
     * Sets {@code customer}; null is sent as null.
     * @see #getCustomer()
     */
    public Order setCustomer(@Nullable String customer) {
        this.customer = customer;
        changed(1);
        return this;
    }

    /**
     * {@code status}.
     * <p>Spec: shop.yaml#/components/schemas/Order/properties/status
     */
    public @Nullable Status getStatus() {
        return this.status;
    }

    /**
     * Sets {@code status}; null is sent as null.
     * @see #getStatus()
     */
    public Order setStatus(@Nullable Status status) {
        this.status = status;
        changed(2);
        return this;
    }

    /**
     * {@code placed}.
     * <p>Spec: shop.yaml#/components/schemas/Order/properties/placed
     */
    public @Nullable Instant getPlaced() {
        return this.placed;
    }

    /**
     * Sets {@code placed}; null is sent as null.
     * @see #getPlaced()
     */
    public Order setPlaced(@Nullable Instant placed) {
        this.placed = placed;
        changed(3);
        return this;
    }

    /**
     * {@code lines}.
     * <p>Spec: shop.yaml#/components/schemas/Order/properties/lines
     */
    public @Nullable List<Line> getLines() {
        return this.lines;
    }

    /**
     * Sets {@code lines}; null is sent as null.
     * @see #getLines()
     */
    public Order setLines(@Nullable List<Line> lines) {
        this.lines = lines;
        changed(4);
        return this;
    }

    /**
     * {@code labels}.
     * <p>Spec: shop.yaml#/components/schemas/Order/properties/labels
     */
    public @Nullable Map<String, String> getLabels() {
        return this.labels;
    }

    /**
     * Sets {@code labels}; null is sent as null.
     * @see #getLabels()
     */
    public Order setLabels(@Nullable Map<String, String> labels) {
        this.labels = labels;
        changed(5);
        return this;
    }

    /**
     * {@code payment}.
     * <p>Spec: shop.yaml#/components/schemas/Order/properties/payment
     */
    public @Nullable Payment getPayment() {
        return this.payment;
    }

    /**
     * Sets {@code payment}; null is sent as null.
     * @see #getPayment()
     */
    public Order setPayment(@Nullable Payment payment) {
        this.payment = payment;
        changed(6);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Order();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.id = in.int64();
            case 1 -> this.customer = in.string();
            case 2 -> this.status = in.read(Status.TYPE);
            case 3 -> this.placed = in.epochMillis();
            case 4 -> this.lines = in.list(Line.TYPE);
            case 5 -> this.labels = in.map(Scalars.STRING);
            case 6 -> this.payment = in.read(Payment.TYPE);
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 0 -> this.id;
            case 1 -> this.customer;
            case 2 -> this.status;
            case 3 -> this.placed;
            case 4 -> this.lines;
            case 5 -> this.labels;
            case 6 -> this.payment;
            default -> super.value(member);
        };
    }

    @Override
    protected void write(int member, JsonWriter out) {
        switch (member) {
            case 3 -> out.write(Scalars.EPOCH_MILLIS, this.placed);
            default -> super.write(member, out);
        }
    }
}
