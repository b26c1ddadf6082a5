package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataEntity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An entity with complex values and navigations. */
public class Contact extends ODataEntity {

    public static final ObjectType<Contact> TYPE = ObjectType.<Contact>of(
                    new Contact(),
                    "Microsoft.Dynamics.CRM.contact",
                    "contactid",
                    "fullname",
                    "birthdate",
                    "position",
                    "track",
                    "_parentcustomerid_value",
                    "parentcustomerid_account",
                    "contact_tasks",
                    "ownerid")
            .keys("contactid")
            .readOnly("_parentcustomerid_value");

    private UUID contactid;

    private String fullname;

    private LocalDate birthdate;

    private GeoPoint position;

    private List<GeoPoint> track;

    private UUID parentcustomeridValue;

    public Contact() {}

    public UUID getContactid() {
        return this.contactid;
    }

    public Contact setContactid(UUID contactid) {
        this.contactid = contactid;
        changed(0);
        return this;
    }

    public String getFullname() {
        return this.fullname;
    }

    public Contact setFullname(String fullname) {
        this.fullname = fullname;
        changed(1);
        return this;
    }

    public LocalDate getBirthdate() {
        return this.birthdate;
    }

    public Contact setBirthdate(LocalDate birthdate) {
        this.birthdate = birthdate;
        changed(2);
        return this;
    }

    public GeoPoint getPosition() {
        return this.position;
    }

    public Contact setPosition(GeoPoint position) {
        this.position = position;
        changed(3);
        return this;
    }

    public List<GeoPoint> getTrack() {
        return this.track;
    }

    public Contact setTrack(List<GeoPoint> track) {
        this.track = track;
        changed(4);
        return this;
    }

    public UUID getParentcustomeridValue() {
        return this.parentcustomeridValue;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Contact();
    }

    @Override
    protected JsonType<?> navigation(int member) {
        return switch (member) {
            case 6 -> Account.TYPE;
            case 7 -> Task.TYPE;
            default -> super.navigation(member);
        };
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.contactid = in.guid();
            case 1 -> this.fullname = in.string();
            case 2 -> this.birthdate = in.date();
            case 3 -> this.position = in.read(GeoPoint.TYPE);
            case 4 -> this.track = in.list(GeoPoint.TYPE);
            case 5 -> this.parentcustomeridValue = in.guid();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 0 -> this.contactid;
            case 1 -> this.fullname;
            case 2 -> this.birthdate;
            case 3 -> this.position;
            case 4 -> this.track;
            case 5 -> this.parentcustomeridValue;
            default -> super.value(member);
        };
    }
}
