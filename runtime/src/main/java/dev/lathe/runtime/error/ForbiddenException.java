package dev.lathe.runtime.error;

/** 403: the caller is known but may not do this. */
public class ForbiddenException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public ForbiddenException(Failure failure) {
        super(failure);
    }
}
