package dev.lathe.runtime.sample;

import dev.lathe.runtime.odata.ODataService;
import dev.lathe.runtime.odata.ODataSet;
import java.util.UUID;

/** The implementation of an entity set. */
public final class ContactsClient extends ODataSet<Contact, UUID> implements Contacts {

    public ContactsClient(ODataService service) {
        super(service, "contacts", Contact.TYPE);
    }
}
