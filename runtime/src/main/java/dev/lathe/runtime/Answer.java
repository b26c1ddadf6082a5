package dev.lathe.runtime;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.MediaTypes;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a call returned, together with status, headers and body of the answer that it came in:
 *
 * <pre>{@code
 * Answer<Pet> answer = api.withResponse(a -> a.pets().get(1));
 * Integer left = Pets.X_RATE_LIMIT.from(answer.headers());
 * }</pre>
 *
 * <p>A call that sends several requests, such as a list that is fetched page by page, tells of the last answer so far.
 * Thread-safe as far as the value is.
 *
 * @param <T> what the call returns
 */
public final class Answer<T extends @Nullable Object> {

    /** The last answer that came; takes it from whichever thread the value is read on. */
    private static final class Last {
        volatile @Nullable Response response;
    }

    private final T value;
    private final Last last;

    private Answer(T value, Last last) {
        this.value = value;
        this.last = last;
    }

    /** Runs a call with a view of the client that remembers its answers. For generated code. */
    public static <C, T extends @Nullable Object> Answer<T> of(
            ApiClient client, Function<ApiClient, C> root, Function<? super C, ? extends T> call) {
        Last last = new Last();
        C view = root.apply(client.with(settings -> settings.onResponse(response -> last.response = response)));
        return new Answer<>(call.apply(view), last);
    }

    /** What the call returned. */
    public T value() {
        return value;
    }

    /**
     * HTTP status.
     *
     * @throws IllegalStateException when no answer came yet, as with a list of which no page was read
     */
    public int status() {
        return response().status();
    }

    /**
     * All headers of the answer; those that the document describes have a constant with their type.
     *
     * @throws IllegalStateException when no answer came yet
     */
    public Headers headers() {
        return response().headers();
    }

    /**
     * The body as it came, for what the document does not describe; nothing of it is lost when the call returns nothing. The
     * array is not copied.
     *
     * @throws IllegalStateException when no answer came yet, or when it is a stream that the call itself hands out
     */
    public byte[] bytes() {
        Response response = response();
        if (response.isStreaming()) {
            throw new IllegalStateException("The answer is a stream, which the call itself hands out.");
        }
        try {
            return response.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The body as JSON, for what the document does not describe; JSON's null when it is empty.
     *
     * @throws IllegalStateException when no answer came yet, or when it is a stream that the call itself hands out
     * @throws dev.lathe.runtime.json.JsonException if it is not JSON
     */
    public JsonValue json() {
        String text = MediaTypes.text(bytes(), headers().firstOrNull("Content-Type"));
        return text.isBlank() ? JsonValue.NULL : JsonValue.parse(text);
    }

    private Response response() {
        Response response = last.response;
        if (response == null) {
            throw new IllegalStateException("No answer came yet: the call sends its first request when it is read.");
        }
        return response;
    }

    @Override
    public String toString() {
        return "Answer[" + value + "]";
    }
}
