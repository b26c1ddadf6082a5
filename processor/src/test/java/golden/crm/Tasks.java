package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.GuidColumn;
import dev.lathe.runtime.odata.NumberColumn;
import dev.lathe.runtime.odata.TextColumn;
import dev.lathe.runtime.odata.ToOne;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/**
 * Entity set tasks.
 * <p>Spec: crm.csdl.xml#Crm/tasks
 */
@Generated("dev.lathe.processor.emit.EntitySetEmitter")
@NullMarked
public interface Tasks extends EntitySet<Task, UUID> {
    /**
     * {@code activityid}.
     * <p>Spec: crm.csdl.xml#activity/activityid
     */
    GuidColumn<Task> ACTIVITYID = GuidColumn.<Task>of("activityid");

    /**
     * {@code subject}.
     * <p>What it is about.
     * <p>Spec: crm.csdl.xml#activity/subject
     */
    TextColumn<Task> SUBJECT = TextColumn.<Task>of("subject");

    /**
     * {@code percentcomplete}.
     * <p>Spec: crm.csdl.xml#task/percentcomplete
     */
    NumberColumn<Task, Integer> PERCENTCOMPLETE = NumberColumn.<Task>int32("percentcomplete");

    /**
     * {@code _account_value}.
     * <p>Spec: crm.csdl.xml#task/_account_value
     */
    GuidColumn<Task> ACCOUNT_VALUE = GuidColumn.<Task>of("_account_value");

    /**
     * {@code account}.
     * <p>Spec: crm.csdl.xml#task/account
     */
    ToOne<Task, Account> ACCOUNT = ToOne.<Task, Account>of("account");

    /**
     * Points at a row, for lookups.
     */
    static EntityReference<Task> ref(UUID activityid) {
        return EntityReference.of("tasks", activityid);
    }
}
