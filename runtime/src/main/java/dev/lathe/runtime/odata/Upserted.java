package dev.lathe.runtime.odata;

/**
 * A row that was updated or created.
 *
 * @param row as it is now
 * @param what which of both it was
 * @param <E> the class of the row
 */
public record Upserted<E>(E row, Upsert what) {}
