package dev.lathe.runtime;

import dev.lathe.runtime.Exchange.Answered;
import dev.lathe.runtime.Parameter.In;
import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.MediaTypes;
import dev.lathe.runtime.http.ParamStyle;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.json.JsonException;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonSequence;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.Scalars;
import dev.lathe.runtime.paging.Pages;
import dev.lathe.runtime.paging.Paging;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One call, while its request is put together. Not thread-safe; used once.
 *
 * <p>Values of parameters are encoded here. A missing or empty path parameter and a header with a line break are an
 * {@link IllegalArgumentException} before anything is sent. What goes wrong afterwards is an
 * {@link dev.lathe.runtime.error.ApiException}.
 */
public final class Call {

    private final Outgoing outgoing;
    private Predicate<Response> accepted = response -> false;
    private boolean idempotent;

    Call(ApiClient client, String method, String template, @Nullable URI link) {
        this(new Outgoing(client, method, template, link), RetryPolicy.isIdempotent(method));
    }

    private Call(Outgoing outgoing, boolean idempotent) {
        this.outgoing = outgoing;
        this.idempotent = idempotent;
    }

    /** The same call again, to be changed on its own. A body that is read from a stream is shared. */
    Call copy() {
        Call copy = new Call(outgoing.copy(), idempotent);
        copy.accepted = accepted;
        return copy;
    }

    /**
     * A value in the path, lists as {@code a,b}.
     *
     * @throws IllegalArgumentException when it is null or empty
     */
    public Call path(String name, @Nullable Object value) {
        return path(name, value, ParamStyle.SIMPLE, false);
    }

    /** A value in the path; throws like {@link #path(String, Object)}. */
    public Call path(String name, @Nullable Object value, ParamStyle style, boolean explode) {
        return path(name, value, style, explode, false);
    }

    /**
     * A value in the path; throws like {@link #path(String, Object)}.
     *
     * @param allowReserved leaves reserved characters as they are, slashes among them, but for those that would end the
     *     path; and what is encoded already
     */
    public Call path(String name, @Nullable Object value, ParamStyle style, boolean explode, boolean allowReserved) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "The path parameter '" + name + "' of " + outgoing.template() + " is null.");
        }
        return put(new Parameter(In.PATH, name, value, style, explode, allowReserved));
    }

    /**
     * A text in the path that is encoded already, such as the key of an OData row.
     *
     * @throws IllegalArgumentException when it is empty, or holds a character that a path cannot
     */
    public Call rawPath(String name, String encoded) {
        outgoing.rawPath(name, encoded);
        return this;
    }

    /** A parameter in the query, lists as {@code name=a&name=b}; null for one that is left out. */
    public Call query(String name, @Nullable Object value) {
        return query(name, value, ParamStyle.FORM, true, false);
    }

    /**
     * A parameter in the query; null for one that is left out.
     *
     * @param allowReserved leaves reserved characters as they are, but for those that would end the value; and what is
     *     encoded already
     */
    public Call query(String name, @Nullable Object value, ParamStyle style, boolean explode, boolean allowReserved) {
        return put(new Parameter(In.QUERY, name, value, style, explode, allowReserved));
    }

    /** A header, lists as {@code a,b}; null for one that is left out. {@code Prefer} adds to what is there. */
    public Call header(String name, @Nullable Object value) {
        return header(name, value, ParamStyle.SIMPLE, false);
    }

    /** A header; null for one that is left out. */
    public Call header(String name, @Nullable Object value, ParamStyle style, boolean explode) {
        return put(new Parameter(In.HEADER, name, value, style, explode, false));
    }

    /** A cookie, of a list one for each item; null for one that is left out. */
    public Call cookie(String name, @Nullable Object value) {
        return cookie(name, value, ParamStyle.FORM, true);
    }

    /** A cookie; null for one that is left out. */
    public Call cookie(String name, @Nullable Object value, ParamStyle style, boolean explode) {
        return put(new Parameter(In.COOKIE, name, value, style, explode, false));
    }

    /** The optional parameters that a caller has chosen; null for none. */
    public Call options(@Nullable CallOptions options) {
        if (options != null) {
            options.parameters().forEach(this::put);
            options.parts().forEach(outgoing::part);
        }
        return this;
    }

    /** Preferences (RFC 7240); all end up in one header, a later one of the same name counts. */
    public Call prefer(String... newPreferences) {
        for (String preference : newPreferences) {
            outgoing.prefer(preference);
        }
        return this;
    }

    /** A JSON body; null for none. */
    public Call json(@Nullable Object value) {
        return body("application/json", value);
    }

    /**
     * A body; null for none. JSON types take any value that has a JSON form; all others a text (UTF-8), bytes, a stream
     * or a file.
     */
    public Call body(String mediaType, @Nullable Object value) {
        if (value != null) {
            outgoing.body(mediaType, value);
        }
        return this;
    }

    /** A JSON body; null is sent as JSON's {@code null}. */
    public Call bodyOrNull(String mediaType, @Nullable Object value) {
        outgoing.body(mediaType, value);
        return this;
    }

    /**
     * A field of a form, lists as {@code name=a&name=b}, each entry of a map as a field of its own; null for one that is
     * left out.
     */
    public Call form(String name, @Nullable Object value) {
        return form(name, value, ParamStyle.FORM, true);
    }

    /** A field of a form; null for one that is left out. */
    public Call form(String name, @Nullable Object value, ParamStyle style, boolean explode) {
        return put(new Parameter(In.FORM, name, value, style, explode, false));
    }

    /**
     * A part of a multipart body: a file, a stream, bytes, a text, or a value as JSON; of a list each item is a part.
     * Null for one that is left out.
     *
     * @param name empty for a map of which each entry is a part
     * @param contentType empty for the usual one of such a value
     */
    public Call part(String name, @Nullable Object value, String contentType) {
        if (value != null) {
            outgoing.part(new CallOptions.PartValue(name, value, contentType, null, false));
        }
        return this;
    }

    /**
     * A part of a multipart body whose value is spelled like that of a query, but for the encoding: a list in one text,
     * members of an object as parts of their own (OpenAPI 3.1.1, section 4.8.15.1.2). Null for one that is left out.
     *
     * @param contentType empty for a plain text
     */
    public Call part(String name, @Nullable Object value, String contentType, ParamStyle style, boolean explode) {
        if (value != null) {
            outgoing.part(new CallOptions.PartValue(name, value, contentType, style, explode));
        }
        return this;
    }

    /** The kind of multipart body that the parts make, such as {@code multipart/related}; without, it is a form's. */
    public Call multipart(String mediaType) {
        outgoing.multipart(mediaType);
        return this;
    }

    /** What kind of answer is understood. */
    public Call accept(String mediaType) {
        outgoing.accept(mediaType);
        return this;
    }

    /**
     * Another server than the client's, from the document: absolute, or relative to the client's base address. An absolute
     * one counts for clients that are connected to a server of the document, and not to this machine in its stead.
     */
    public Call server(String url) {
        outgoing.server(url);
        return this;
    }

    /** Longest time from sending the request to the last byte of its answer. */
    public Call timeout(Duration newTimeout) {
        outgoing.timeout(newTimeout);
        return this;
    }

    /** Says that the request may arrive twice without harm, so that it is repeated after a broken connection. */
    public Call idempotent() {
        idempotent = true;
        return this;
    }

    /** A status beside 2xx that is no error for this call, such as 304. */
    public Call accepting(int status) {
        return accepting(response -> response.status() == status);
    }

    /** Answers beside 2xx that are no errors for this call; they are looked at before anything is repeated. */
    public Call accepting(Predicate<? super Response> answers) {
        accepted = accepted.or(answers);
        return this;
    }

    private Call put(Parameter parameter) {
        outgoing.put(parameter);
        return this;
    }

    /**
     * Sends the request and reads the answer.
     *
     * @throws InvalidResponseException when there is no body, or it is not of that type; {@code null} is one of any JSON
     */
    public <T> T read(JsonType<T> type) {
        Answered answered = answered(outgoing.prepare());
        return present(answered, decoded(answered, type));
    }

    /** Sends the request and reads the answer; null when there is no body, or it is {@code null}. */
    public <T> @Nullable T readOrNull(JsonType<T> type) {
        return decoded(answered(outgoing.prepare()), type);
    }

    /**
     * Sends the request and reads the answer by its status.
     *
     * @throws InvalidResponseException when there is no body, or it is not of the type for that status
     */
    public <T> T read(StatusTypes<T> types) {
        Answered answered = answered(outgoing.prepare());
        return present(answered, decoded(answered, types));
    }

    /** Sends the request and reads the answer by its status; null when there is no body, or it is {@code null}. */
    public <T> @Nullable T readOrNull(StatusTypes<T> types) {
        return decoded(answered(outgoing.prepare()), types);
    }

    /**
     * Sends the request; the values of the answer as they arrive: JSON values one after the other (lines, RFC 7464), or
     * the items of an array. Closing it gives the connection back.
     */
    public <T> ItemStream<T> items(JsonType<T> item) {
        Answered answered = answered(outgoing.prepare().streaming(true));
        boolean array = MediaTypes.isJson(answered.response().headers().firstOrNull("Content-Type"));
        JsonSequence<T> values = new JsonSequence<>(answered.response().stream(), item, array);
        return new ItemStream<>(
                new ItemStream.Source<T>() {
                    @Override
                    public boolean next(Consumer<? super T> action) {
                        return values.next(action);
                    }

                    @Override
                    public void close() throws IOException {
                        values.close();
                    }
                },
                broken(answered));
    }

    /** Sends the request; the events of the answer ({@code text/event-stream}) as they arrive. Closing it gives the connection back. */
    public <T> ItemStream<ServerSentEvent<T>> events(JsonType<T> data) {
        Answered answered = answered(outgoing.prepare().streaming(true));
        return new ItemStream<>(new EventSequence<>(answered.response().stream(), data), broken(answered));
    }

    private BiFunction<String, Throwable, RuntimeException> broken(Answered answered) {
        return (message, cause) -> invalid(answered, message, cause);
    }

    /** Sends the request; what the service answers beside success is not read. */
    public void send() {
        answered(outgoing.prepare());
    }

    /** Sends the request and hands over the whole answer: a success, or a status that is {@linkplain #accepting taken}. */
    public Response exchange() {
        return answered(outgoing.prepare()).response();
    }

    /** Sends the request; the answer as text, in the charset that it names. */
    public String text() {
        Answered answered = answered(outgoing.prepare());
        return MediaTypes.text(bytes(answered), answered.response().headers().firstOrNull("Content-Type"));
    }

    /**
     * Sends the request and hands over the answer with its headers, and with a body that is still to arrive. Closing the
     * answer, or its stream, gives the connection back.
     */
    public Response open() {
        return answered(outgoing.prepare().streaming(true)).response();
    }

    /** Sends the request; the answer's body as it arrives. Closing it gives the connection back. */
    public InputStream stream() {
        return answered(outgoing.prepare().streaming(true)).response().stream();
    }

    /** Sends the request and hands over the whole answer, its body as it arrives. Closing it gives the connection back. */
    public Response streamed() {
        return answered(outgoing.prepare().streaming(true)).response();
    }

    /**
     * A list that arrives page by page. Nothing is sent before it is read.
     *
     * @throws IllegalArgumentException for a page size below 1 or a negative page
     */
    public <T> Pages<T> pages(Paging paging, JsonType<T> item) {
        PagedCall<T> pages = new PagedCall<>(copy(), paging, item);
        return paging.style() == Paging.Style.CURSOR ? Pages.of(pages) : Pages.numbered(pages);
    }

    /** The value that was given to a parameter of the query; null without one. */
    @Nullable
    Object queryValue(String name) {
        return outgoing.queryValue(name);
    }

    private Answered answered(Request.Builder request) {
        ApiClient client = outgoing.client();
        Answered answered =
                client.exchange().send(new Exchange.Plan(request, outgoing.isTrusted(), idempotent, accepted));
        client.settings().heard(client, answered.response());
        return answered;
    }

    private <T> @Nullable T decoded(Answered answered, JsonType<T> type) {
        byte[] json = bytes(answered);
        return json.length == 0 ? null : decoded(answered, json, type);
    }

    private <T> T present(Answered answered, @Nullable T value) {
        if (value == null) {
            throw invalid(answered, bytes(answered).length == 0 ? "The answer is empty." : "The answer is null.", null);
        }
        return value;
    }

    private <T> @Nullable T decoded(Answered answered, StatusTypes<T> types) {
        byte[] json = bytes(answered);
        return json.length == 0
                ? null
                : types.decode(answered.response().status(), new StatusTypes.Json() {
                    @Override
                    public <V> @Nullable V as(JsonType<V> type) {
                        return decoded(answered, json, type);
                    }
                });
    }

    private <T> @Nullable T decoded(Answered answered, byte[] json, JsonType<T> type) {
        String contentType = answered.response().headers().firstOrNull("Content-Type");
        try {
            T value = MediaTypes.charset(contentType).equals(StandardCharsets.UTF_8)
                    ? type.parse(json)
                    : type.parse(MediaTypes.text(json, contentType));
            String entityTag = answered.response().headers().firstOrNull("ETag");
            if (entityTag != null && value instanceof JsonObject object) {
                object.takeEntityTag(entityTag);
            }
            return value == null ? ofNull(type) : value;
        } catch (JsonException e) {
            String kind = MediaTypes.essence(contentType);
            String hint = kind.isEmpty() || MediaTypes.isJson(kind) ? "" : " The service calls it " + kind + ".";
            throw invalid(answered, "The answer cannot be read. " + e.getMessage() + "." + hint, e);
        }
    }

    /** Any JSON has a value for {@code null}, which tells it from no answer at all. */
    @SuppressWarnings("unchecked")
    private static <T> @Nullable T ofNull(JsonType<T> type) {
        return type == Scalars.ANY ? (T) JsonValue.NULL : null;
    }

    private byte[] bytes(Answered answered) {
        try {
            return answered.response().bytes();
        } catch (IOException e) {
            throw invalid(answered, "The answer broke off.", e);
        }
    }

    private InvalidResponseException invalid(Answered answered, String message, @Nullable Throwable cause) {
        Request request = answered.request();
        Response response = answered.response();
        Headers clean = HeaderRules.redactor(request).apply(response.headers());
        return new InvalidResponseException(
                Failure.of(request.method(), request.template())
                        .withAnswer(response.status(), clean, ErrorBody.empty())
                        .withRequestId(outgoing.client().profile().requestId(clean))
                        .withMessage(message),
                cause);
    }

    /**
     * The request as it would be sent, but for the credentials.
     *
     * @throws IllegalArgumentException when a path parameter is missing, or a value cannot be sent
     */
    public Request request() {
        return outgoing.prepare().build();
    }

    @Override
    public String toString() {
        return outgoing.toString();
    }
}
