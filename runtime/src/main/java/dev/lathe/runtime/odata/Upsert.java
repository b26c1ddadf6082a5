package dev.lathe.runtime.odata;

/** What an update-or-create did. */
public enum Upsert {
    /** There was no such row: it was created. */
    CREATED,
    /** There was such a row: it was updated. */
    UPDATED,
    /** One of both; the service does not tell. */
    CREATED_OR_UPDATED
}
