package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.PreconditionFailedException;

/** A row like it exists, and duplicate detection was asked for; 412, by older documents 500. */
public class DuplicateRecordException extends PreconditionFailedException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public DuplicateRecordException(Failure failure) {
        super(failure);
    }
}
