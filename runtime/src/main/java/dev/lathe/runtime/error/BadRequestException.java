package dev.lathe.runtime.error;

/** 400 or 422: the request is wrong, or refused by a rule of the service. */
public class BadRequestException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public BadRequestException(Failure failure) {
        super(failure);
    }
}
