package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.odata.ODataService;
import dev.lathe.runtime.odata.ODataSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

@Generated("dev.lathe.processor.emit.EntitySetClientEmitter")
@NullMarked
final class AccountsClient extends ODataSet<Account, UUID> implements Accounts {
    AccountsClient(ODataService service) {
        super(service, "accounts", Account.TYPE);
    }

    @Override
    public void merge(UUID key, Account other, Consumer<AccountsMergeOptions> options) {
        AccountsMergeOptions chosen = new AccountsMergeOptions();
        options.accept(chosen);
        service().action("Crm.Model.Merge")
                .boundTo(path(), key)
                .param("Other", other)
                .options(chosen)
                .send();
    }

    @Override
    public List<Account> topOperation(Tier tier) {
        return service().function("Crm.Model.Top")
                .boundTo(path())
                .param("Tier", tier, "Crm.Model.Tier")
                .readList(Account.TYPE);
    }
}
