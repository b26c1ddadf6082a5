package dev.lathe.runtime.error;

/** 5xx: the service failed. Whether it did what was asked is unknown. */
public class ServerException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public ServerException(Failure failure) {
        super(failure);
    }
}
