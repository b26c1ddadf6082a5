package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.odata.Singleton;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/**
 * Singleton Owner.
 * <p>Spec: crm.csdl.xml#Crm/Owner
 */
@Generated("dev.lathe.processor.emit.SingletonEmitter")
@NullMarked
public interface Owner extends Singleton<Account> {
    /**
     * Action Merge.
     * <p>Spec: crm.csdl.xml#Merge
     *
     * @param other {@code Other}
     * @throws ApiException if the service refuses or cannot be reached
     */
    default void merge(Account other) {
        merge(other, options -> {});
    }

    /**
     * Action Merge.
     * <p>Spec: crm.csdl.xml#Merge
     *
     * @param other {@code Other}
     * @param options sets the optional parameters
     * @throws ApiException if the service refuses or cannot be reached
     */
    void merge(Account other, Consumer<OwnerMergeOptions> options);
}
