package dev.lathe.runtime.odata;

/** What an update or delete does if the row is no longer as it was read. */
public enum Concurrency {
    /** Goes ahead. */
    OVERWRITE,
    /**
     * Refuses with a {@link dev.lathe.runtime.error.PreconditionFailedException}; needs the row's ETag, which comes with
     * each row that is read.
     */
    IF_UNCHANGED
}
