package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.odata.Query;
import java.util.UUID;

/**
 * Runs queries that are kept in Dataverse, the views of its applications. Columns without a value are left out by the
 * service. (Microsoft Learn: "Retrieve and execute predefined queries".)
 */
public final class SavedQueries {

    private SavedQueries() {}

    /**
     * The rows of a system view.
     *
     * @param table the table of the view
     * @param savedQueryId key of the view's row in {@code savedquery}
     */
    public static <E> Query<E> system(Query<E> table, UUID savedQueryId) {
        return table.option("savedQuery", savedQueryId.toString());
    }

    /**
     * The rows of a view of a user's own.
     *
     * @param table the table of the view
     * @param userQueryId key of the view's row in {@code userquery}
     */
    public static <E> Query<E> user(Query<E> table, UUID userQueryId) {
        return table.option("userQuery", userQueryId.toString());
    }
}
