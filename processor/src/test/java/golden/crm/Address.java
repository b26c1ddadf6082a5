package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataObject;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Complex type Address.
 * <p>Spec: crm.csdl.xml#Address
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
public class Address extends ODataObject {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<Address> TYPE = ObjectType.<Address>of(new Address(), "Crm.Model.Address",
            "City");

    private @Nullable String city;

    /**
     * Creates an empty value: every member is absent.
     */
    public Address() {
    }

    /**
     * {@code City}.
     * <p>Spec: crm.csdl.xml#Address/City
     */
    public @Nullable String getCity() {
        return this.city;
    }

    /**
     * Sets {@code City}; null is sent as null.
     * @see #getCity()
     */
    public Address setCity(@Nullable String city) {
        this.city = city;
        changed(0);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Address();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.city = in.string();
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 0 -> this.city;
            default -> super.value(member);
        };
    }
}
