package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataEntity;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Entity type account.
 * <p>Spec: crm.csdl.xml#account
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
public class Account extends ODataEntity {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<Account> TYPE = ObjectType.<Account>of(new Account(), "Crm.Model.account",
            "accountid",
            "name",
            "revenue",
            "createdon",
            "tier",
            "address",
            "tasks")
            .keys("accountid")
            .readOnly("createdon");

    private @Nullable UUID accountid;

    private @Nullable String name;

    private @Nullable BigDecimal revenue;

    private @Nullable OffsetDateTime createdon;

    private @Nullable Tier tier;

    private @Nullable Address address;

    /**
     * Creates an empty value: every member is absent.
     */
    public Account() {
    }

    /**
     * {@code accountid}.
     * <p>Spec: crm.csdl.xml#account/accountid
     */
    public @Nullable UUID getAccountid() {
        return this.accountid;
    }

    /**
     * Sets {@code accountid}; null is sent as null.
     * @see #getAccountid()
     */
    public Account setAccountid(@Nullable UUID accountid) {
        this.accountid = accountid;
        changed(0);
        return this;
    }

    /**
     * {@code name}.
     * <p>Spec: crm.csdl.xml#account/name
     */
    public @Nullable String getName() {
        return this.name;
    }

    /**
     * Sets {@code name}; null is sent as null.
     * @see #getName()
     */
    public Account setName(@Nullable String name) {
        this.name = name;
        changed(1);
        return this;
    }

    /**
     * {@code revenue}.
     * <p>Spec: crm.csdl.xml#account/revenue
     */
    public @Nullable BigDecimal getRevenue() {
        return this.revenue;
    }

    /**
     * Sets {@code revenue}; null is sent as null.
     * @see #getRevenue()
     */
    public Account setRevenue(@Nullable BigDecimal revenue) {
        this.revenue = revenue;
        changed(2);
        return this;
    }

    /**
     * {@code createdon}; set by the server.
     * <p>Spec: crm.csdl.xml#account/createdon
     */
    public @Nullable OffsetDateTime getCreatedon() {
        return this.createdon;
    }

    /**
     * {@code tier}.
     * <p>Spec: crm.csdl.xml#account/tier
     */
    public @Nullable Tier getTier() {
        return this.tier;
    }

    /**
     * Sets {@code tier}; null is sent as null.
     * @see #getTier()
     */
    public Account setTier(@Nullable Tier tier) {
        this.tier = tier;
        changed(4);
        return this;
    }

    /**
     * {@code address}.
     * <p>Spec: crm.csdl.xml#account/address
     */
    public @Nullable Address getAddress() {
        return this.address;
    }

    /**
     * Sets {@code address}; null is sent as null.
     * @see #getAddress()
     */
    public Account setAddress(@Nullable Address address) {
        this.address = address;
        changed(5);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Account();
    }

    @Override
    protected @Nullable JsonType<?> navigation(int member) {
        return switch (member) {
            case 6 -> Task.TYPE;
            default -> super.navigation(member);
        };
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.accountid = in.guid();
            case 1 -> this.name = in.string();
            case 2 -> this.revenue = in.decimal();
            case 3 -> this.createdon = in.dateTime();
            case 4 -> this.tier = in.read(Tier.TYPE);
            case 5 -> this.address = in.read(Address.TYPE);
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 0 -> this.accountid;
            case 1 -> this.name;
            case 2 -> this.revenue;
            case 3 -> this.createdon;
            case 4 -> this.tier;
            case 5 -> this.address;
            default -> super.value(member);
        };
    }
}
