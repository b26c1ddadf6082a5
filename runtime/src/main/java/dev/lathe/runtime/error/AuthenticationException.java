package dev.lathe.runtime.error;

import org.jspecify.annotations.Nullable;

/** The token that a call needs could not be had: the token endpoint refused, failed or answered something else. */
public class AuthenticationException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure. */
    public AuthenticationException(Failure failure) {
        super(failure);
    }

    /** An exception for that failure and what caused it. */
    public AuthenticationException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
