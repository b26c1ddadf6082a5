package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.odata.ComplexColumn;
import dev.lathe.runtime.odata.DateTimeColumn;
import dev.lathe.runtime.odata.EntityKey;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.EnumColumn;
import dev.lathe.runtime.odata.GuidColumn;
import dev.lathe.runtime.odata.NumberColumn;
import dev.lathe.runtime.odata.TextColumn;
import dev.lathe.runtime.odata.ToMany;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/**
 * Entity set accounts.
 * <p>Spec: crm.csdl.xml#Crm/accounts
 */
@Generated("dev.lathe.processor.emit.EntitySetEmitter")
@NullMarked
public interface Accounts extends EntitySet<Account, UUID> {
    /**
     * {@code accountid}.
     * <p>Spec: crm.csdl.xml#account/accountid
     */
    GuidColumn<Account> ACCOUNTID = GuidColumn.<Account>of("accountid");

    /**
     * {@code name}.
     * <p>Spec: crm.csdl.xml#account/name
     */
    TextColumn<Account> NAME = TextColumn.<Account>of("name");

    /**
     * {@code revenue}.
     * <p>Spec: crm.csdl.xml#account/revenue
     */
    NumberColumn<Account, BigDecimal> REVENUE = NumberColumn.<Account>decimal("revenue");

    /**
     * {@code createdon}.
     * <p>Spec: crm.csdl.xml#account/createdon
     */
    DateTimeColumn<Account> CREATEDON = DateTimeColumn.<Account>of("createdon");

    /**
     * {@code tier}.
     * <p>Spec: crm.csdl.xml#account/tier
     */
    EnumColumn<Account, Tier> TIER = EnumColumn.<Account, Tier>of("tier", "Crm.Model.Tier");

    /**
     * {@code address}.
     * <p>Spec: crm.csdl.xml#account/address
     */
    ComplexColumn<Account, Address> ADDRESS = ComplexColumn.<Account, Address>of("address");

    /**
     * {@code tasks}.
     * <p>Spec: crm.csdl.xml#account/tasks
     */
    ToMany<Account, Task> TASKS = ToMany.<Account, Task>of("tasks");

    /**
     * Points at a row, for lookups.
     */
    static EntityReference<Account> ref(UUID accountid) {
        return EntityReference.of("accounts", accountid);
    }

    /**
     * Points at a row by an alternate key.
     */
    static EntityReference<Account> refByName(String name) {
        return EntityReference.of("accounts", EntityKey.of("name", name));
    }

    /**
     * Points at a row by an alternate key.
     */
    static EntityReference<Account> refByNameAndRevenue(String name, BigDecimal revenue) {
        return EntityReference.of("accounts", EntityKey.of("name", name).and("revenue", revenue));
    }

    /**
     * Action Merge.
     * <p>Spec: crm.csdl.xml#Merge
     *
     * @param key key of the row that it starts from
     * @param other {@code Other}
     * @throws ApiException if the service refuses or cannot be reached
     */
    default void merge(UUID key, Account other) {
        merge(key, other, options -> {});
    }

    /**
     * Action Merge.
     * <p>Spec: crm.csdl.xml#Merge
     *
     * @param key key of the row that it starts from
     * @param other {@code Other}
     * @param options sets the optional parameters
     * @throws ApiException if the service refuses or cannot be reached
     */
    void merge(UUID key, Account other, Consumer<AccountsMergeOptions> options);

    /**
     * Function Top.
     * <p>Spec: crm.csdl.xml#Top
     *
     * @param tier {@code Tier}
     * @throws ApiException if the service refuses or cannot be reached
     */
    List<Account> topOperation(Tier tier);
}
