package dev.lathe.runtime.error;

/** 412: the thing has changed since it was read, or a condition of the request does not hold. */
public class PreconditionFailedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public PreconditionFailedException(Failure failure) {
        super(failure);
    }
}
