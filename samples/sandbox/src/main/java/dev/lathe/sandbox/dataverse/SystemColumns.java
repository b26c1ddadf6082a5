package dev.lathe.sandbox.dataverse;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmProperty;

/** Columns that the service fills by itself, on the tables that have them. */
final class SystemColumns {

    /** What a caller sends for these is dropped without a word. */
    private static final Set<String> OF_THE_SERVICE = Set.of("createdon", "modifiedon", "versionnumber");

    private final Clock clock;
    private final Map<String, UUID> owner;

    /** @param user the only user there is */
    SystemColumns(Clock clock, UUID user, UUID businessUnit) {
        this.clock = clock;
        this.owner = Map.of(
                "_createdby_value", user,
                "_modifiedby_value", user,
                "_ownerid_value", user,
                "_owninguser_value", user,
                "_owningbusinessunit_value", businessUnit);
    }

    static boolean isReadOnly(EdmProperty property) {
        String type = property.isPrimitive() ? property.getType().getName() : "";
        return OF_THE_SERVICE.contains(property.getName())
                && List.of("DateTimeOffset", "Int64").contains(type);
    }

    void created(EdmEntityType type, Row.Draft draft, long version) {
        set(type, draft, "createdon", "DateTimeOffset", now());
        setIfAbsent(type, draft, "statecode", "Int32", 0);
        setIfAbsent(type, draft, "statuscode", "Int32", 1);
        owner.forEach((column, id) -> setIfAbsent(type, draft, column, "Guid", id));
        changed(type, draft, version);
    }

    void modified(EdmEntityType type, Row.Draft draft, long version) {
        UUID user = owner.get("_modifiedby_value");
        if (user != null) {
            set(type, draft, "_modifiedby_value", "Guid", user);
        }
        changed(type, draft, version);
    }

    private void changed(EdmEntityType type, Row.Draft draft, long version) {
        set(type, draft, "modifiedon", "DateTimeOffset", now());
        set(type, draft, "versionnumber", "Int64", version);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static void setIfAbsent(EdmEntityType type, Row.Draft draft, String column, String edm, Object value) {
        if (!draft.columns().containsKey(column)) {
            set(type, draft, column, edm, value);
        }
    }

    private static void set(EdmEntityType type, Row.Draft draft, String column, String edm, Object value) {
        EdmProperty property = type.getStructuralProperty(column);
        if (property != null
                && property.isPrimitive()
                && property.getType().getName().equals(edm)) {
            draft.set(column, value);
        }
    }
}
