package golden.shop;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Schema Invoice.
 * <p>Spec: shop.yaml#/components/schemas/Invoice
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public non-sealed class Invoice extends JsonObject implements Payment {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<Invoice> TYPE = ObjectType.<Invoice>of(new Invoice(), "Invoice",
            "kind",
            "dueOn")
            .marked("kind", "Invoice");

    private @Nullable String kind;

    private @Nullable LocalDate dueOn;

    /**
     * Creates an empty value: every member is absent.
     */
    public Invoice() {
    }

    /**
     * {@code kind}.
     * <p>Spec: shop.yaml#/components/schemas/Invoice/properties/kind
     */
    public @Nullable String getKind() {
        return this.kind;
    }

    /**
     * Sets {@code kind}; null is sent as null.
     * @see #getKind()
     */
    public Invoice setKind(@Nullable String kind) {
        this.kind = kind;
        changed(0);
        return this;
    }

    /**
     * {@code dueOn}.
     * <p>Spec: shop.yaml#/components/schemas/Invoice/properties/dueOn
     */
    public @Nullable LocalDate getDueOn() {
        return this.dueOn;
    }

    /**
     * Sets {@code dueOn}; null is sent as null.
     * @see #getDueOn()
     */
    public Invoice setDueOn(@Nullable LocalDate dueOn) {
        this.dueOn = dueOn;
        changed(1);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Invoice();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.kind = in.string();
            case 1 -> this.dueOn = in.date();
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 0 -> this.kind;
            case 1 -> this.dueOn;
            default -> super.value(member);
        };
    }
}
