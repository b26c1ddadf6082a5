package dev.lathe.runtime.error;

/** 503: the service is not there at the moment. {@link #retryAfter()} tells how long to wait, where it does. */
public class ServiceUnavailableException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public ServiceUnavailableException(Failure failure) {
        super(failure);
    }
}
