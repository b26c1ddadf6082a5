package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataEntity;
import java.util.UUID;

/** A base of entity types. */
public class Activity extends ODataEntity {

    public static final ObjectType<Activity> TYPE = ObjectType.<Activity>of(
                    new Activity(),
                    "Microsoft.Dynamics.CRM.activitypointer",
                    "activityid",
                    "subject",
                    "regardingobjectid_account")
            .keys("activityid");

    private UUID activityid;

    private String subject;

    public Activity() {}

    public UUID getActivityid() {
        return this.activityid;
    }

    public Activity setActivityid(UUID activityid) {
        this.activityid = activityid;
        changed(0);
        return this;
    }

    public String getSubject() {
        return this.subject;
    }

    public Activity setSubject(String subject) {
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
    protected JsonObject createDerived(String typeName) {
        return switch (typeName) {
            case "Microsoft.Dynamics.CRM.task" -> new Task();
            default -> super.createDerived(typeName);
        };
    }

    @Override
    protected JsonType<?> navigation(int member) {
        return switch (member) {
            case 2 -> Account.TYPE;
            default -> super.navigation(member);
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
    protected Object value(int member) {
        return switch (member) {
            case 0 -> this.activityid;
            case 1 -> this.subject;
            default -> super.value(member);
        };
    }
}
