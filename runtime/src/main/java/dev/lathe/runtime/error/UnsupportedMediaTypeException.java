package dev.lathe.runtime.error;

/** 415: the service does not read this kind of body. */
public class UnsupportedMediaTypeException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public UnsupportedMediaTypeException(Failure failure) {
        super(failure);
    }
}
