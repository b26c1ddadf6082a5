package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.EnumType;
import dev.lathe.runtime.json.OpenEnum;
import org.jspecify.annotations.NullMarked;

/**
 * Values of Tier.
 * <p>Spec: crm.csdl.xml#Tier
 * <p>A value that is not listed here is read, kept and written like the others.
 */
@Generated("dev.lathe.processor.emit.EnumEmitter")
@NullMarked
public final class Tier extends OpenEnum {
    /**
     * {@code Gold}
     */
    public static final Tier GOLD = new Tier("Gold");

    /**
     * {@code Silver}
     */
    public static final Tier SILVER = new Tier("Silver");

    /**
     * How values of this class are read and written.
     */
    public static final EnumType<Tier> TYPE = EnumType.<Tier>odata("Crm.Model.Tier", GOLD, SILVER);

    private Tier(String value) {
        super(value);
    }

    /**
     * The constant of that value on the wire, or a value of its own where there is none.
     */
    public static Tier of(String value) {
        return TYPE.of(value);
    }

    @Override
    protected OpenEnum create(String value) {
        return new Tier(value);
    }
}
