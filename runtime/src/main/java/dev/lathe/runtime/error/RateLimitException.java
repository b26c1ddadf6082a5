package dev.lathe.runtime.error;

/** 429: too many requests. {@link #retryAfter()} tells how long to wait, where the service does. */
public class RateLimitException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public RateLimitException(Failure failure) {
        super(failure);
    }
}
