package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.PreconditionFailedException;

/** The row has changed since it was read. */
public class ConcurrencyMismatchException extends PreconditionFailedException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public ConcurrencyMismatchException(Failure failure) {
        super(failure);
    }
}
