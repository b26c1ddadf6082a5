package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.odata.EntityKey;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.NumberColumn;
import dev.lathe.runtime.odata.TextColumn;
import org.jspecify.annotations.NullMarked;

/**
 * Entity set lines.
 * <p>Spec: crm.csdl.xml#Crm/lines
 */
@Generated("dev.lathe.processor.emit.EntitySetEmitter")
@NullMarked
public interface Lines extends EntitySet<Line, EntityKey> {
    /**
     * {@code order}.
     * <p>Spec: crm.csdl.xml#line/order
     */
    NumberColumn<Line, Integer> ORDER = NumberColumn.<Line>int32("order");

    /**
     * {@code product}.
     * <p>Spec: crm.csdl.xml#line/product
     */
    TextColumn<Line> PRODUCT = TextColumn.<Line>of("product");

    /**
     * The key of a row.
     */
    static EntityKey key(int order, String product) {
        return EntityKey.of("order", order).and("product", product);
    }

    /**
     * Points at a row, for lookups.
     */
    static EntityReference<Line> ref(int order, String product) {
        return EntityReference.of("lines", key(order, product));
    }
}
