package dev.lathe.runtime.odata;

import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.Failure;

/** The call was not executed, since another one before it in the same batch failed. */
public class BatchSkippedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public BatchSkippedException(Failure failure) {
        super(failure);
    }
}
