package dev.lathe.runtime.error;

import org.jspecify.annotations.Nullable;

/** No answer: the connection failed or broke, time went by, or the calling thread was interrupted (its flag is then set again). Whether the service did what was asked is unknown unless the connection never came about. */
public class TransportException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public TransportException(Failure failure) {
        super(failure);
    }

    /** An exception for that failure and what caused it. */
    public TransportException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
