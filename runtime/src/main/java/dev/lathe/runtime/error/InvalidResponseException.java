package dev.lathe.runtime.error;

import org.jspecify.annotations.Nullable;

/** The service answered with success, but what it sent is not what the API describes: broken JSON, or no body at all. */
public class InvalidResponseException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** An exception for that failure and what caused it. */
    public InvalidResponseException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }

    /**
     * For a reader that knows the text but not the call it came with.
     *
     * @param message names the position, never the content
     */
    public InvalidResponseException(String message, @Nullable Throwable cause) {
        super(Failure.of("", "").withMessage(message), cause);
    }
}
