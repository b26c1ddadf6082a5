package golden.shop;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.EnumType;
import dev.lathe.runtime.json.OpenEnum;
import org.jspecify.annotations.NullMarked;

/**
 * Values of Status.
 * <p>Spec: shop.yaml#/components/schemas/Status
 * <p>A value that is not listed here is read, kept and written like the others.
 */
@Generated("dev.lathe.processor.emit.EnumEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public final class Status extends OpenEnum {
    /**
     * {@code OPEN}
     */
    public static final Status OPEN = new Status("OPEN");

    /**
     * {@code SHIPPED}
     */
    public static final Status SHIPPED = new Status("SHIPPED");

    /**
     * {@code on hold}
     */
    public static final Status ON_HOLD = new Status("on hold");

    /**
     * How values of this class are read and written.
     */
    public static final EnumType<Status> TYPE = EnumType.<Status>strings(OPEN, SHIPPED, ON_HOLD);

    private Status(String value) {
        super(value);
    }

    /**
     * The constant of that value on the wire, or a value of its own where there is none.
     */
    public static Status of(String value) {
        return TYPE.of(value);
    }

    @Override
    protected OpenEnum create(String value) {
        return new Status(value);
    }
}
