package golden.shop;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.Scalars;
import dev.lathe.runtime.json.UnionCase;
import dev.lathe.runtime.json.UnionType;
import org.jspecify.annotations.NullMarked;

/**
 * One of several types.
 * <p>Spec: shop.yaml#/components/schemas/Payment
 */
@Generated("dev.lathe.processor.emit.UnionEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public sealed interface Payment permits Card, Invoice, Payment.OfString, Payment.Unknown {
    /**
     * How values of this type are read and written.
     */
    UnionType<Payment> TYPE = UnionType.<Payment>of(Unknown::new)
            .discriminatedBy("kind")
            .when("card", () -> Card.TYPE)
            .when("Invoice", () -> Invoice.TYPE)
            .object(() -> Card.TYPE)
            .object(() -> Invoice.TYPE)
            .scalar(Scalars.STRING, OfString::new);

    /**
     * A value of this kind.
     *
     * @param value the value
     */
    record OfString(String value) implements Payment, UnionCase {
    }

    /**
     * A value of none of the known cases, kept as it came.
     *
     * @param value the value
     */
    record Unknown(JsonValue value) implements Payment, UnionCase {
    }
}
