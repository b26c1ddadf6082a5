package dev.lathe.runtime.sample;

import dev.lathe.runtime.odata.CollectionColumn;
import dev.lathe.runtime.odata.ComplexColumn;
import dev.lathe.runtime.odata.DateColumn;
import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.EnumColumn;
import dev.lathe.runtime.odata.NumberColumn;
import dev.lathe.runtime.odata.ODataEntity;
import dev.lathe.runtime.odata.TextColumn;
import dev.lathe.runtime.odata.ToMany;
import dev.lathe.runtime.odata.ToOne;
import java.util.UUID;

/** An entity set. */
public interface Contacts extends EntitySet<Contact, UUID> {

    TextColumn<Contact> FULLNAME = TextColumn.<Contact>of("fullname");
    DateColumn<Contact> BIRTHDATE = DateColumn.<Contact>of("birthdate");
    ComplexColumn<Contact, GeoPoint> POSITION = ComplexColumn.<Contact, GeoPoint>of("position");
    CollectionColumn<Contact> TRACK = CollectionColumn.<Contact>of("track");
    NumberColumn<GeoPoint, Double> LATITUDE = NumberColumn.<GeoPoint>float64("latitude");
    EnumColumn<Contact, Kind> KIND = EnumColumn.<Contact, Kind>of("kind", "Sample.Kind");
    ToOne<Contact, Account> PARENTCUSTOMERID_ACCOUNT = ToOne.<Contact, Account>of("parentcustomerid_account");
    ToMany<Contact, Task> CONTACT_TASKS = ToMany.<Contact, Task>of("contact_tasks");
    ToOne<Contact, ODataEntity> OWNERID = ToOne.<Contact, ODataEntity>of("ownerid");
}
