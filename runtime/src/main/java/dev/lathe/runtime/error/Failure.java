package dev.lathe.runtime.error;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.RetryAfter;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a call that failed, with secrets already taken out: what an {@link ApiException} is made of.
 * Immutable and thread-safe.
 */
public final class Failure implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final String uriTemplate;
    private final int status;
    private final Headers headers;
    private final ErrorBody body;
    private final String requestId;
    private final String message;
    private final String hint;

    private Failure(
            String method,
            String uriTemplate,
            int status,
            Headers headers,
            ErrorBody body,
            String requestId,
            String message,
            String hint) {
        this.method = method;
        this.uriTemplate = uriTemplate;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.requestId = requestId;
        this.message = message;
        this.hint = hint;
    }

    /** A call that brought no answer, or none yet. */
    public static Failure of(String method, String uriTemplate) {
        return new Failure(method, uriTemplate, 0, Headers.empty(), ErrorBody.empty(), "", "", "");
    }

    /** The same with an answer. */
    public Failure withAnswer(int newStatus, Headers newHeaders, ErrorBody newBody) {
        return new Failure(method, uriTemplate, newStatus, newHeaders, newBody, requestId, message, hint);
    }

    /** The same with the server's name for this request. */
    public Failure withRequestId(@Nullable String id) {
        return new Failure(
                method, uriTemplate, status, headers, body, Objects.requireNonNullElse(id, ""), message, hint);
    }

    /** The same with a description of our own, instead of the one in the body. */
    public Failure withMessage(String newMessage) {
        return new Failure(method, uriTemplate, status, headers, body, requestId, newMessage, hint);
    }

    /** The same with advice on what to do next. */
    public Failure withHint(String newHint) {
        return new Failure(method, uriTemplate, status, headers, body, requestId, message, newHint);
    }

    /** Upper-case HTTP method. */
    public String method() {
        return method;
    }

    /** The path as the API describes it. */
    public String uriTemplate() {
        return uriTemplate;
    }

    /** HTTP status; 0 without an answer. */
    public int status() {
        return status;
    }

    /** Headers of the answer; none without one. */
    public Headers headers() {
        return headers;
    }

    /** What could be made of the answer's body. */
    public ErrorBody body() {
        return body;
    }

    /** The server's name for this request; empty when it told none. */
    public String requestId() {
        return requestId;
    }

    /** What went wrong in one line: our own words, else the body's; may be empty. */
    public String message() {
        return message.isEmpty() ? body.message() : message;
    }

    /** What to do next; may be empty. */
    public String hint() {
        return hint;
    }

    /** How long the server asks to wait, counted from now. */
    public Optional<Duration> retryAfter() {
        return RetryAfter.of(headers, Instant.now());
    }

    /** The text of the exception: {@code GET /traits/{sid}: 404 Not Found. NO_SUCH_TRAIT: … (request id …). Hint}. */
    String describe() {
        StringBuilder text = new StringBuilder(160);
        if (!method.isEmpty()) {
            text.append(method).append(' ').append(uriTemplate).append(": ");
        }
        if (status != 0) {
            text.append(StatusText.of(status)).append(". ");
        }
        if (!body.code().isEmpty()) {
            text.append(body.code()).append(": ");
        }
        text.append(message());
        body.childMessages().forEach(child -> text.append(" | ").append(child));
        while (text.length() > 0 && " :.".indexOf(text.charAt(text.length() - 1)) >= 0) {
            text.setLength(text.length() - 1);
        }
        if (!requestId.isEmpty()) {
            text.append(" (request ").append(requestId).append(')');
        }
        if (!hint.isEmpty()) {
            text.append(". ").append(hint);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return describe();
    }
}
