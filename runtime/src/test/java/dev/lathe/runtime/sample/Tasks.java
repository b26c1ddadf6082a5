package dev.lathe.runtime.sample;

import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.NumberColumn;
import dev.lathe.runtime.odata.TextColumn;
import dev.lathe.runtime.odata.ToOne;
import java.util.UUID;

/** An entity set. */
public interface Tasks extends EntitySet<Task, UUID> {

    TextColumn<Task> SUBJECT = TextColumn.<Task>of("subject");
    NumberColumn<Task, Integer> PERCENTCOMPLETE = NumberColumn.<Task>int32("percentcomplete");
    ToOne<Task, Contact> REGARDINGOBJECTID_CONTACT = ToOne.<Task, Contact>of("regardingobjectid_contact");
}
