package dev.lathe.sandbox.audiencemanager;

import java.util.List;

/** A refusal: the status and the members of Audience Manager's error body. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<String> childMessages;

    private ApiError(int status, String code, String message, List<String> childMessages) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.childMessages = childMessages;
    }

    static ApiError badRequest(String message, String... childMessages) {
        return new ApiError(400, "INVALID_REQUEST", message, List.of(childMessages));
    }

    static ApiError badRequest(String message, List<String> childMessages) {
        return new ApiError(400, "INVALID_REQUEST", message, childMessages);
    }

    /** A rule of the business stands in the way. */
    static ApiError refused(String code, String message, List<String> childMessages) {
        return new ApiError(400, code, message, childMessages);
    }

    static ApiError forbidden(String message) {
        return new ApiError(403, "FORBIDDEN", message, List.of());
    }

    static ApiError notFound(String message) {
        return new ApiError(404, "RESOURCE_NOT_FOUND", message, List.of());
    }

    static ApiError conflict(String code, String message) {
        return new ApiError(409, code, message, List.of());
    }

    static ApiError stale() {
        return new ApiError(412, "PRECONDITION_FAILED", "The object was changed since it was read.", List.of());
    }

    static ApiError notJson() {
        return new ApiError(415, "UNSUPPORTED_MEDIA_TYPE", "The body must be sent as application/json.", List.of());
    }

    static ApiError methodNotAllowed(String method) {
        return new ApiError(405, "METHOD_NOT_ALLOWED", "The method " + method + " is not allowed here.", List.of());
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    List<String> childMessages() {
        return childMessages;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
