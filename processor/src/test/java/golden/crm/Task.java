package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.ObjectType;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Entity type task.
 * <p>Spec: crm.csdl.xml#task
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
public class Task extends Activity {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<Task> TYPE = ObjectType.<Task>of(new Task(), "Crm.Model.task",
            "activityid",
            "subject",
            "percentcomplete",
            "_account_value",
            "account")
            .keys("activityid");

    private @Nullable Integer percentcomplete;

    private @Nullable UUID accountValue;

    /**
     * Creates an empty value: every member is absent.
     */
    public Task() {
    }

    /**
     * {@code percentcomplete}.
     * <p>Spec: crm.csdl.xml#task/percentcomplete
     */
    public @Nullable Integer getPercentcomplete() {
        return this.percentcomplete;
    }

    /**
     * Sets {@code percentcomplete}; null is sent as null.
     * @see #getPercentcomplete()
     */
    public Task setPercentcomplete(@Nullable Integer percentcomplete) {
        this.percentcomplete = percentcomplete;
        changed(2);
        return this;
    }

    /**
     * {@code _account_value}.
     * <p>Spec: crm.csdl.xml#task/_account_value
     */
    public @Nullable UUID getAccountValue() {
        return this.accountValue;
    }

    /**
     * Sets {@code _account_value}; null is sent as null.
     * @see #getAccountValue()
     */
    public Task setAccountValue(@Nullable UUID accountValue) {
        this.accountValue = accountValue;
        changed(3);
        return this;
    }

    @Override
    public Task setActivityid(@Nullable UUID activityid) {
        super.setActivityid(activityid);
        return this;
    }

    @Override
    public Task setSubject(@Nullable String subject) {
        super.setSubject(subject);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Task();
    }

    @Override
    protected @Nullable JsonType<?> navigation(int member) {
        return switch (member) {
            case 4 -> Account.TYPE;
            default -> super.navigation(member);
        };
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 2 -> this.percentcomplete = in.int32();
            case 3 -> this.accountValue = in.guid();
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 2 -> this.percentcomplete;
            case 3 -> this.accountValue;
            default -> super.value(member);
        };
    }
}
