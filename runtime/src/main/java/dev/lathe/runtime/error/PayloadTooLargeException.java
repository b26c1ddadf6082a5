package dev.lathe.runtime.error;

/** 413: the request is too large. */
public class PayloadTooLargeException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public PayloadTooLargeException(Failure failure) {
        super(failure);
    }
}
