package dev.lathe.runtime.error;

/** 404 or 410: there is no such thing, or none that the caller may see. */
public class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public NotFoundException(Failure failure) {
        super(failure);
    }
}
