package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataEntity;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Entity type activity.
 * <p>Spec: crm.csdl.xml#activity
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
public class Activity extends ODataEntity {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<Activity> TYPE = ObjectType.<Activity>of(new Activity(), "Crm.Model.activity",
            "activityid",
            "subject")
            .keys("activityid");

    private @Nullable UUID activityid;

    private @Nullable String subject;

    /**
     * Creates an empty value: every member is absent.
     */
    public Activity() {
    }

    /**
     * {@code activityid}.
     * <p>Spec: crm.csdl.xml#activity/activityid
     */
    public @Nullable UUID getActivityid() {
        return this.activityid;
    }

    /**
     * Sets {@code activityid}; null is sent as null.
     * @see #getActivityid()
     */
    public Activity setActivityid(@Nullable UUID activityid) {
        this.activityid = activityid;
        changed(0);
        return this;
    }

    /**
     * {@code subject}.
     * <p>What it is about.
     * <p>Spec: crm.csdl.xml#activity/subject
     */
    public @Nullable String getSubject() {
        return this.subject;
    }

    /**
     * Sets {@code subject}; null is sent as null.
     * @see #getSubject()
     */
    public Activity setSubject(@Nullable String subject) {
        this.subject = subject;
        changed(1);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Activity();
    }

    @Override
    protected @Nullable JsonObject createDerived(String typeName) {
        return switch (typeName) {
            case "Crm.Model.task" -> new Task();
            default -> super.createDerived(typeName);
        };
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.activityid = in.guid();
            case 1 -> this.subject = in.string();
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 0 -> this.activityid;
            case 1 -> this.subject;
            default -> super.value(member);
        };
    }
}
