package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.odata.TextColumn;
import org.jspecify.annotations.NullMarked;

/**
 * Columns of Address for queries.
 * <p>Spec: crm.csdl.xml#Address
 */
@Generated("dev.lathe.processor.emit.ColumnsEmitter")
@NullMarked
public interface AddressColumns {
    /**
     * {@code City}.
     * <p>Spec: crm.csdl.xml#Address/City
     */
    TextColumn<Address> CITY = TextColumn.<Address>of("City");
}
