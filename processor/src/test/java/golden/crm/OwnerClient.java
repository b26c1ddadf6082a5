package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.odata.ODataService;
import dev.lathe.runtime.odata.ODataSingleton;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

@Generated("dev.lathe.processor.emit.SingletonEmitter")
@NullMarked
final class OwnerClient extends ODataSingleton<Account> implements Owner {
    OwnerClient(ODataService service) {
        super(service, "Owner", Account.TYPE);
    }

    @Override
    public void merge(Account other, Consumer<OwnerMergeOptions> options) {
        OwnerMergeOptions chosen = new OwnerMergeOptions();
        options.accept(chosen);
        service().action("Crm.Model.Merge")
                .boundTo(path())
                .param("Other", other)
                .options(chosen)
                .send();
    }
}
