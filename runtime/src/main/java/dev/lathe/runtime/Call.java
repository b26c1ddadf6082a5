package dev.lathe.runtime;

import dev.lathe.runtime.Exchange.Answered;
import dev.lathe.runtime.Parameter.In;
import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.http.Body;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.MediaTypes;
import dev.lathe.runtime.http.ParamStyle;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.json.JsonException;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.paging.Pages;
import dev.lathe.runtime.paging.Paging;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One call, while its request is put together. Not thread-safe; used once.
 *
 * <p>Values of parameters are encoded here. A missing or empty path parameter and a header with a line break are an
 * {@link IllegalArgumentException} before anything is sent. What goes wrong afterwards is an
 * {@link dev.lathe.runtime.error.ApiException}.
 */
public final class Call {

    private final ApiClient client;
    private final String method;
    private final String template;
    private final @Nullable URI link;

    private final List<Parameter> parameters = new ArrayList<>(4);
    private final Map<String, String> rawPath = new HashMap<>(4);
    private final Headers.Builder headers = Headers.builder();
    private final Preferences preferences = new Preferences();
    private final List<CallOptions.PartValue> parts = new ArrayList<>(0);
    private final Set<Integer> accepted = new HashSet<>(2);
    private @Nullable Body body;
    private String server = "";
    private @Nullable Duration timeout;
    private boolean idempotent;

    Call(ApiClient client, String method, String template, @Nullable URI link) {
        this.client = client;
        this.method = method;
        this.template = template;
        this.link = link;
        this.idempotent = RetryPolicy.isIdempotent(method);
    }

    /** The same call again, to be changed on its own. A body that is read from a stream is shared. */
    Call copy() {
        Call copy = new Call(client, method, template, link);
        copy.parameters.addAll(parameters);
        copy.rawPath.putAll(rawPath);
        headers.build().forEach(copy.headers::add);
        copy.preferences.addAll(preferences);
        copy.parts.addAll(parts);
        copy.accepted.addAll(accepted);
        copy.body = body;
        copy.server = server;
        copy.timeout = timeout;
        copy.idempotent = idempotent;
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
        if (value == null) {
            throw new IllegalArgumentException("The path parameter '" + name + "' of " + template + " is null.");
        }
        return put(new Parameter(In.PATH, name, value, style, explode, false));
    }

    /**
     * A text in the path that is encoded already, such as the key of an OData row.
     *
     * @throws IllegalArgumentException when it is empty, or holds a character that a path cannot
     */
    public Call rawPath(String name, String encoded) {
        if (!encoded.equals(Percent.repair(encoded)) || encoded.indexOf('?') >= 0 || encoded.indexOf('#') >= 0) {
            throw new IllegalArgumentException(
                    "The path parameter '" + name + "' of " + template + " has a character that must be encoded.");
        }
        rawPath.put(name, UriBuilder.segment(name, template, encoded));
        return this;
    }

    /** A parameter in the query, lists as {@code name=a&name=b}; null for one that is left out. */
    public Call query(String name, @Nullable Object value) {
        return query(name, value, ParamStyle.FORM, true, false);
    }

    /**
     * A parameter in the query; null for one that is left out.
     *
     * @param allowReserved leaves reserved characters as they are, but for those that would end the value
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

    /** A cookie; null for one that is left out. */
    public Call cookie(String name, @Nullable Object value) {
        return cookie(name, value, ParamStyle.FORM, false);
    }

    /** A cookie; null for one that is left out. */
    public Call cookie(String name, @Nullable Object value, ParamStyle style, boolean explode) {
        return put(new Parameter(In.COOKIE, name, value, style, explode, false));
    }

    /** The optional parameters that a caller has chosen; null for none. */
    public Call options(@Nullable CallOptions options) {
        if (options != null) {
            options.parameters().forEach(this::put);
            parts.addAll(options.parts());
        }
        return this;
    }

    /** Preferences (RFC 7240); all end up in one header, a later one of the same name counts. */
    public Call prefer(String... newPreferences) {
        for (String preference : newPreferences) {
            HeaderRules.check("Prefer", preference);
            preferences.add(preference);
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
        if (value == null) {
            return this;
        }
        body = content(mediaType, value);
        headers.set("Content-Type", mediaType);
        return this;
    }

    private static Body content(String mediaType, Object value) {
        if (value instanceof Body ready) {
            return ready;
        }
        if (value instanceof byte[] bytes) {
            return Body.of(bytes);
        }
        if (value instanceof InputStream stream) {
            return Body.of(stream);
        }
        if (value instanceof Path file) {
            return Body.of(file);
        }
        if (MediaTypes.isJson(mediaType)) {
            return Body.of(JsonWriter.toBytes(value));
        }
        return Body.of(ParameterText.text(value).getBytes(StandardCharsets.UTF_8));
    }

    /** A field of a form, lists as {@code name=a&name=b}; null for one that is left out. */
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
     * @param contentType empty for the usual one of such a value
     */
    public Call part(String name, @Nullable Object value, String contentType) {
        if (value != null) {
            parts.add(new CallOptions.PartValue(name, value, contentType));
        }
        return this;
    }

    /** What kind of answer is understood. */
    public Call accept(String mediaType) {
        headers.set("Accept", mediaType);
        return this;
    }

    /** Another server than the client's, from the document: absolute, or relative to the client's base address. */
    public Call server(String url) {
        server = url;
        return this;
    }

    /** Longest time from sending the request to the last byte of its answer. */
    public Call timeout(Duration newTimeout) {
        timeout = newTimeout;
        return this;
    }

    /** Says that the request may arrive twice without harm, so that it is repeated after a broken connection. */
    public Call idempotent() {
        idempotent = true;
        return this;
    }

    /** A status beside 2xx that is no error for this call, such as 304. */
    public Call accepting(int status) {
        accepted.add(status);
        return this;
    }

    private Call put(Parameter parameter) {
        parameters.removeIf(known -> known.in() == parameter.in()
                && (parameter.in() == In.HEADER
                        ? known.name().equalsIgnoreCase(parameter.name())
                        : known.name().equals(parameter.name())));
        if (parameter.value() != null) {
            parameters.add(parameter);
        }
        return this;
    }

    /**
     * Sends the request and reads the answer.
     *
     * @throws InvalidResponseException when there is no body, or it is not of that type
     */
    public <T> T read(JsonType<T> type) {
        Answered answered = answered(prepared());
        T value = decoded(answered, type);
        if (value == null) {
            throw invalid(answered, "The answer is empty.", null);
        }
        return value;
    }

    /** Sends the request and reads the answer; null when there is no body. */
    public <T> @Nullable T readOrNull(JsonType<T> type) {
        return decoded(answered(prepared()), type);
    }

    /** Sends the request; what the service answers beside success is not read. */
    public void send() {
        answered(prepared());
    }

    /** Sends the request and hands over the whole answer: a success, or a status that is {@linkplain #accepting taken}. */
    public Response exchange() {
        return answered(prepared()).response();
    }

    /** Sends the request; the answer as text, in the charset that it names. */
    public String text() {
        Answered answered = answered(prepared());
        return MediaTypes.text(bytes(answered), answered.response().headers().firstOrNull("Content-Type"));
    }

    /** Sends the request; the answer's body as it arrives. Closing it gives the connection back. */
    public InputStream stream() {
        return answered(prepared().streaming(true)).response().stream();
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
        for (Parameter parameter : parameters) {
            if (parameter.in() == In.QUERY && parameter.name().equals(name)) {
                return parameter.value();
            }
        }
        return null;
    }

    private Answered answered(Request.Builder request) {
        boolean trusted = link == null || client.profile().isSameService(client.baseUri(), request.uri());
        return client.exchange().send(new Exchange.Plan(request, trusted, idempotent, Set.copyOf(accepted)));
    }

    private <T> @Nullable T decoded(Answered answered, JsonType<T> type) {
        byte[] json = bytes(answered);
        if (json.length == 0) {
            return null;
        }
        String contentType = answered.response().headers().firstOrNull("Content-Type");
        try {
            return MediaTypes.charset(contentType).equals(StandardCharsets.UTF_8)
                    ? type.parse(json)
                    : type.parse(MediaTypes.text(json, contentType));
        } catch (JsonException e) {
            String kind = MediaTypes.essence(contentType);
            String hint = kind.isEmpty() || MediaTypes.isJson(kind) ? "" : " The service calls it " + kind + ".";
            throw invalid(answered, "The answer cannot be read. " + e.getMessage() + "." + hint, e);
        }
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
                        .withRequestId(client.profile().requestId(clean))
                        .withMessage(message),
                cause);
    }

    /**
     * The request as it would be sent, but for the credentials.
     *
     * @throws IllegalArgumentException when a path parameter is missing, or a value cannot be sent
     */
    public Request request() {
        return prepared().build();
    }

    private Request.Builder prepared() {
        Map<String, String> path = new HashMap<>(rawPath);
        List<String> query = new ArrayList<>();
        StringJoiner cookies = new StringJoiner("; ");
        StringJoiner form = new StringJoiner("&");
        for (Parameter parameter : parameters) {
            switch (parameter.in()) {
                case PATH ->
                    path.put(
                            parameter.name(),
                            UriBuilder.segment(parameter.name(), template, ParameterText.path(parameter)));
                case QUERY -> query.addAll(ParameterText.pairs(parameter));
                case COOKIE -> ParameterText.pairs(parameter).forEach(cookies::add);
                case FORM -> ParameterText.pairs(parameter).forEach(form::add);
                case HEADER -> header(parameter.name(), ParameterText.header(parameter));
            }
        }
        if (link == null) {
            client.settings()
                    .query()
                    .forEach((name, value) -> query.add(Percent.encodeReserved(name) + "=" + Percent.encode(value)));
        }
        URI uri = link != null ? link : UriBuilder.uri(base(), template, path, query);
        return assemble(uri, cookies.toString(), form.toString());
    }

    private void header(String name, String value) {
        HeaderRules.check(name, value);
        if (name.equalsIgnoreCase("Prefer")) {
            preferences.add(value);
        } else {
            headers.set(name, value);
        }
    }

    private String base() {
        String base = client.baseUri().toString();
        if (server.isEmpty()) {
            return base;
        }
        String own = client.baseUri().resolve(server).toString();
        return own.endsWith("/") ? own : own + "/";
    }

    private Request.Builder assemble(URI uri, String cookies, String form) {
        CallSettings settings = client.settings();
        Duration longest = timeout != null ? timeout : settings.timeout();
        Request.Builder request = Request.builder(method, uri)
                .template(template)
                .timeout(longest != null ? longest : client.config().requestTimeout());
        headers.build().forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (link == null || client.profile().isSameService(client.baseUri(), link)) {
            Preferences all = new Preferences().addAll(settings.preferences()).addAll(preferences);
            all.header().ifPresent(value -> request.header("Prefer", value));
            settings.headers().forEach(request.headers()::setIfAbsent);
            client.config().headers().forEach(request.headers()::setIfAbsent);
        }
        addBody(request, form);
        client.profile().prepare(request);
        request.headers().setIfAbsent("Accept-Encoding", Contents.ACCEPTED);
        return request;
    }

    private void addBody(Request.Builder request, String form) {
        if (body != null) {
            request.body(body);
        } else if (!parts.isEmpty()) {
            Multipart multipart = new Multipart(parts);
            request.body(multipart.body()).header("Content-Type", multipart.contentType());
        } else if (!form.isEmpty()) {
            request.body(Body.of(form.getBytes(StandardCharsets.US_ASCII)))
                    .header("Content-Type", "application/x-www-form-urlencoded");
        }
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
