package dev.lathe.runtime.odata;

import java.util.List;

/**
 * What has happened to the rows of a table: since a delta link, or all rows the first time. Immutable as far as its rows
 * are.
 *
 * @param rows that are new or changed, with the columns that were selected at first; services do not tell which of the two
 * @param removed keys of rows that are gone, also of such as were never read; {@link EntityKey} for a key of several parts
 * @param deltaLink asks for what happens from now on ({@link EntitySet#changesSince}); to be kept with the data. Services
 *     forget after a while, Dataverse after 7 days by default: all is to be read again then
 * @param <E> the class of the rows
 * @param <K> the class of their keys
 */
public record Changes<E, K>(List<E> rows, List<K> removed, String deltaLink) {

    /** Changes of that kind; the lists are copied. */
    public Changes {
        rows = List.copyOf(rows);
        removed = List.copyOf(removed);
    }
}
