package dev.lathe.runtime.sample;

import dev.lathe.runtime.odata.ODataService;
import dev.lathe.runtime.odata.ODataSet;
import java.util.UUID;

/** The implementation of an entity set. */
public final class AccountsClient extends ODataSet<Account, UUID> implements Accounts {

    public AccountsClient(ODataService service) {
        super(service, "accounts", Account.TYPE);
    }
}
