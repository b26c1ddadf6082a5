package dev.lathe.runtime.error;

/** 401: the credentials are missing, wrong or expired, and renewing them did not help. */
public class UnauthorizedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public UnauthorizedException(Failure failure) {
        super(failure);
    }
}
