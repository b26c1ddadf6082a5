package dev.lathe.runtime.error;

/** 409: the state of the service is against it, such as a name that is taken. */
public class ConflictException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public ConflictException(Failure failure) {
        super(failure);
    }
}
