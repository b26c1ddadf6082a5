package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.odata.OperationOptions;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Optional parameters of Merge.
 * <p>Spec: crm.csdl.xml#Merge
 * <p>Not thread-safe; made for one call.
 */
@Generated("dev.lathe.processor.emit.OptionsEmitter")
@NullMarked
public final class AccountsMergeOptions extends OperationOptions {
    /**
     * For generated code.
     */
    AccountsMergeOptions() {
    }

    /**
     * {@code Notify}; null leaves it out.
     * <p>Spec: crm.csdl.xml#Merge/Notify
     */
    public AccountsMergeOptions notify(@Nullable Boolean notify) {
        param("Notify", notify);
        return this;
    }
}
