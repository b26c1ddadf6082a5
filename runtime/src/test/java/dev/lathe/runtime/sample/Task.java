package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.ObjectType;
import java.util.UUID;

/** A derived entity type. */
public class Task extends Activity {

    public static final ObjectType<Task> TYPE = ObjectType.<Task>of(
                    new Task(),
                    "Microsoft.Dynamics.CRM.task",
                    "activityid",
                    "subject",
                    "regardingobjectid_account",
                    "percentcomplete",
                    "regardingobjectid_contact")
            .keys("activityid");

    private Integer percentcomplete;

    public Task() {}

    public Integer getPercentcomplete() {
        return this.percentcomplete;
    }

    public Task setPercentcomplete(Integer percentcomplete) {
        this.percentcomplete = percentcomplete;
        changed(3);
        return this;
    }

    @Override
    public Task setActivityid(UUID activityid) {
        super.setActivityid(activityid);
        return this;
    }

    @Override
    public Task setSubject(String subject) {
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
    protected JsonType<?> navigation(int member) {
        return switch (member) {
            case 4 -> Contact.TYPE;
            default -> super.navigation(member);
        };
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 3 -> this.percentcomplete = in.int32();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 3 -> this.percentcomplete;
            default -> super.value(member);
        };
    }
}
