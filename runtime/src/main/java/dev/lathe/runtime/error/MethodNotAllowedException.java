package dev.lathe.runtime.error;

/** 405: the thing is there but cannot be treated so. */
public class MethodNotAllowedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public MethodNotAllowedException(Failure failure) {
        super(failure);
    }
}
