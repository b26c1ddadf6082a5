package dev.lathe.runtime;

import dev.lathe.runtime.CallOptions.PartValue;
import dev.lathe.runtime.Parameter.In;
import dev.lathe.runtime.http.Body;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.MediaTypes;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a call collects, and the request that becomes of it. Not thread-safe. */
final class Outgoing {

    /** Headers by which a caller chooses among what the service takes and gives, against the choice of the document. */
    private static final Set<String> CHOICES = Set.of("accept", "content-type");

    private final ApiClient client;
    private final String method;
    private final String template;
    private final @Nullable URI link;

    private final List<Parameter> parameters = new ArrayList<>(4);
    private final Map<String, String> rawPath = new HashMap<>(4);
    private final Headers.Builder headers = Headers.builder();
    private final Preferences preferences = new Preferences();
    private final List<PartValue> parts = new ArrayList<>(0);
    private @Nullable Body body;
    private String multipart = "multipart/form-data";
    private String server = "";
    private @Nullable Duration timeout;

    Outgoing(ApiClient client, String method, String template, @Nullable URI link) {
        this.client = client;
        this.method = method;
        this.template = template;
        this.link = link;
    }

    Outgoing copy() {
        Outgoing copy = new Outgoing(client, method, template, link);
        copy.parameters.addAll(parameters);
        copy.rawPath.putAll(rawPath);
        headers.build().forEach(copy.headers::add);
        copy.preferences.addAll(preferences);
        copy.parts.addAll(parts);
        copy.body = body;
        copy.multipart = multipart;
        copy.server = server;
        copy.timeout = timeout;
        return copy;
    }

    ApiClient client() {
        return client;
    }

    String template() {
        return template;
    }

    /** Whether credentials and settings go along: always, but for a link that leads to somebody else. */
    boolean isTrusted() {
        return link == null || client.profile().isSameService(client.baseUri(), link);
    }

    /** Sets a parameter, or takes it back when its value is null. */
    void put(Parameter parameter) {
        parameters.removeIf(known -> known.in() == parameter.in()
                && (parameter.in() == In.HEADER
                        ? known.name().equalsIgnoreCase(parameter.name())
                        : known.name().equals(parameter.name())));
        if (parameter.value() != null) {
            parameters.add(parameter);
        }
    }

    @Nullable
    Object queryValue(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.in() == In.QUERY && parameter.name().equals(name)) {
                return parameter.value();
            }
        }
        return null;
    }

    void rawPath(String name, String encoded) {
        if (!Percent.isPath(encoded)) {
            throw new IllegalArgumentException(
                    "The path parameter '" + name + "' of " + template + " has a character that must be encoded.");
        }
        rawPath.put(name, UriBuilder.segment(name, template, encoded));
    }

    void prefer(String preference) {
        HeaderRules.check("Prefer", preference);
        preferences.add(preference);
    }

    void accept(String mediaType) {
        headers.set("Accept", mediaType);
    }

    void server(String url) {
        server = url;
    }

    void timeout(Duration longest) {
        timeout = longest;
    }

    void multipart(String mediaType) {
        multipart = mediaType;
    }

    void part(PartValue part) {
        parts.add(part);
    }

    void body(String mediaType, @Nullable Object value) {
        body = content(mediaType, value);
        headers.set(
                "Content-Type", value instanceof Upload upload && !upload.type().isEmpty() ? upload.type() : mediaType);
    }

    private Body content(String mediaType, @Nullable Object value) {
        if (value instanceof Body ready) {
            return ready;
        }
        if (value instanceof byte[] bytes) {
            return Body.of(bytes);
        }
        if (value instanceof Upload upload) {
            return upload.body();
        }
        if (value instanceof InputStream stream) {
            return Body.of(stream);
        }
        if (value instanceof Path file) {
            return Body.of(file);
        }
        if (MediaTypes.isJson(mediaType)) {
            try (JsonWriter out = client.profile().writer().withoutReadOnly()) {
                out.value(value);
                return Body.of(out.bytes());
            }
        }
        if (MediaTypes.isJsonSequence(mediaType) && value instanceof Iterable<?> items) {
            return Body.of(sequence(items, MediaTypes.essence(mediaType)));
        }
        return Body.of(ParameterText.text(value).getBytes(StandardCharsets.UTF_8));
    }

    /** One value a line; in the form of RFC 7464 each begins with a record separator. */
    private byte[] sequence(Iterable<?> items, String mediaType) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Object item : items) {
            if (mediaType.equals("application/json-seq")) {
                lines.write(0x1E);
            }
            try (JsonWriter out = client.profile().writer().withoutReadOnly()) {
                out.value(item);
                lines.writeBytes(out.bytes());
            }
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** All of the request but the credentials. */
    Request.Builder prepare() {
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
        URI uri = link;
        if (uri == null) {
            client.settings()
                    .query()
                    .forEach((name, value) -> query.add(Percent.encodeName(name) + "=" + Percent.encode(value)));
            uri = UriBuilder.uri(client.servers().base(server), template, path, query);
        }
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
        if (isTrusted()) {
            Preferences all = new Preferences().addAll(settings.preferences()).addAll(preferences);
            all.header().ifPresent(value -> request.header("Prefer", value));
            settings.headers().forEach((name, value) -> {
                if (CHOICES.contains(name.toLowerCase(Locale.ROOT))) {
                    request.headers().set(name, value);
                } else {
                    request.headers().setIfAbsent(name, value);
                }
            });
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
            Multipart all = new Multipart(multipart, parts);
            request.body(all.body()).header("Content-Type", all.contentType());
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
