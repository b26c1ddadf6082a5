package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.json.Scalars;
import dev.lathe.runtime.odata.EntityKey;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.ODataEntity;
import dev.lathe.runtime.odata.OperationCall;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes many rows of one table in one request, which counts as one towards the service's limits: 100 to 1,000 rows at once
 * are what Microsoft recommends.
 *
 * <pre>{@code
 * List<UUID> ids = Bulk.of(crm.accounts()).create(accounts);
 * }</pre>
 *
 * <p>On standard tables all rows are written or none; an elastic table may take some and refuse others. Not all tables
 * support it; those that do not answer with an error. Each method throws {@link dev.lathe.runtime.error.ApiException}; a
 * call without rows sends nothing. Rows that were written have no changes any more. Immutable and thread-safe. (Microsoft
 * Learn: "Use bulk operation messages".)
 *
 * @param <E> the class of the rows
 */
public final class Bulk<E extends ODataEntity> {

    private static final String TARGETS = "Targets";

    private final EntitySet<E, ?> table;

    private Bulk(EntitySet<E, ?> table) {
        this.table = Objects.requireNonNull(table);
    }

    /** Rows of that table. */
    public static <E extends ODataEntity> Bulk<E> of(EntitySet<E, ?> table) {
        return new Bulk<>(table);
    }

    private OperationCall call(String action) {
        return table.service().action("Microsoft.Dynamics.CRM." + action).boundTo(table.path());
    }

    /**
     * Creates rows ({@code CreateMultiple}). Each row gets its key.
     *
     * @return the keys in the order of the rows
     */
    public List<UUID> create(List<? extends E> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = call("CreateMultiple").newRows(TARGETS, rows).readKeys("Ids", Scalars.UUID, rows);
        written(rows);
        return ids;
    }

    /**
     * Sends the changed columns of rows ({@code UpdateMultiple}); rows without changes are left out. Of two rows with the same
     * key the service takes the first alone.
     *
     * @throws IllegalArgumentException if a row has no primary key; alternate keys are not for this message
     */
    public void update(List<? extends E> rows) {
        List<? extends E> changed =
                rows.stream().filter(ODataEntity::hasChanges).toList();
        if (!changed.isEmpty()) {
            call("UpdateMultiple").rows(TARGETS, changed, true).send();
            written(changed);
        }
    }

    /**
     * Creates or updates rows by the keys that they have ({@code UpsertMultiple}). The service does not tell what it did, and
     * refuses two rows with the same key.
     *
     * @throws IllegalArgumentException if a row has no primary key
     */
    public void upsert(List<? extends E> rows) {
        if (!rows.isEmpty()) {
            call("UpsertMultiple").rows(TARGETS, rows, false).send();
            written(rows);
        }
    }

    /**
     * Creates or updates rows by an alternate key ({@code UpsertMultiple}).
     *
     * @param key of a row, such as {@code row -> EntityKey.of("accountnumber", row.getAccountnumber())}
     */
    public void upsert(List<? extends E> rows, Function<? super E, EntityKey> key) {
        if (!rows.isEmpty()) {
            call("UpsertMultiple")
                    .<E>rows(TARGETS, rows, row -> EntityReference.of(table.path(), key.apply(row)))
                    .send();
            written(rows);
        }
    }

    /**
     * Deletes rows ({@code DeleteMultiple}), which the service does for elastic tables alone.
     *
     * @param rows with their keys, and with their {@code partitionid} where they have one
     * @throws IllegalArgumentException if a row has no primary key
     */
    public void delete(List<? extends E> rows) {
        if (!rows.isEmpty()) {
            call("DeleteMultiple").rows(TARGETS, rows, false).send();
        }
    }

    /** The rows are now as the service has them, in versions that it does not tell. */
    private static void written(List<? extends ODataEntity> rows) {
        rows.forEach(row -> {
            row.markUnchanged();
            row.unset("@odata.etag");
        });
    }

    @Override
    public String toString() {
        return "Bulk[" + table.path() + "]";
    }
}
