package dev.lathe.runtime.error;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.json.JsonException;
import dev.lathe.runtime.json.JsonType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not work out. There is a subclass for each meaning that a caller may want to tell apart; this class
 * itself stands for the rest.
 *
 * <p>Nothing secret is in any of it: tokens and credentials are taken out of headers, body and message before they get
 * here, and the message names the path's template, never the values of a path or a query.
 */
public class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** An exception for that failure. */
    public ApiException(Failure failure) {
        this(failure, null);
    }

    /** An exception for that failure and what caused it. */
    public ApiException(Failure failure, @Nullable Throwable cause) {
        super(failure.describe(), cause);
        this.failure = failure;
    }

    /** The exception for an answer, by its status. */
    public static ApiException of(Failure failure) {
        return switch (failure.status()) {
            case 400, 422 -> new BadRequestException(failure);
            case 401 -> new UnauthorizedException(failure);
            case 403 -> new ForbiddenException(failure);
            case 404, 410 -> new NotFoundException(failure);
            case 405 -> new MethodNotAllowedException(failure);
            case 409 -> new ConflictException(failure);
            case 412 -> new PreconditionFailedException(failure);
            case 413 -> new PayloadTooLargeException(failure);
            case 415 -> new UnsupportedMediaTypeException(failure);
            case 429 -> new RateLimitException(failure);
            case 503 -> new ServiceUnavailableException(failure);
            default -> failure.status() >= 500 ? new ServerException(failure) : new ApiException(failure);
        };
    }

    /** HTTP status; 0 when no answer came. */
    public int status() {
        return failure.status();
    }

    /** The service's own code for what went wrong; empty when it told none. */
    public String code() {
        return failure.body().code();
    }

    /** What the service says about it, in one line; empty when it says nothing. */
    public String serviceMessage() {
        return failure.body().message();
    }

    /** Several problems at once; empty when the service told none. */
    public List<String> childMessages() {
        return failure.body().childMessages();
    }

    /**
     * All other members of the error body by name. May hold long texts, such as a plug-in's trace: not for a log by
     * default.
     */
    public Map<String, String> details() {
        return failure.body().details();
    }

    /** The body as text, at most 64 K characters; empty when there was none. */
    public String body() {
        return failure.body().text();
    }

    /**
     * The body as a type of the API, such as the schema that the document gives for errors of this status; empty when there
     * was none, or it is not JSON of that type (a gateway's page, for instance, or more than 64 K characters). Decoded when
     * asked for, from the text without secrets.
     */
    public <T> Optional<T> body(JsonType<T> type) {
        String text = body();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(type.parse(text));
        } catch (JsonException otherwise) {
            return Optional.empty();
        }
    }

    /** Headers of the answer, those with secrets in them cleaned. */
    public Headers headers() {
        return failure.headers();
    }

    /** The server's name for this request, for its support; empty when it told none. */
    public String requestId() {
        return failure.requestId();
    }

    /** Upper-case HTTP method. */
    public String method() {
        return failure.method();
    }

    /** The path as the API describes it, {@code /traits/{sid}}. */
    public String uriTemplate() {
        return failure.uriTemplate();
    }

    /** What to do next, where that is known; may be empty. */
    public String hint() {
        return failure.hint();
    }

    /** How long the server asks to wait before the next try, counted from now; empty when it does not. */
    public Optional<Duration> retryAfter() {
        return failure.retryAfter();
    }

    /** What this exception was made of: for a caller who wants to throw another one. */
    public Failure failure() {
        return failure;
    }
}
