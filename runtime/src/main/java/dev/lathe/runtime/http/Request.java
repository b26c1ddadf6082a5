package dev.lathe.runtime.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One HTTP request, complete. Immutable. */
public final class Request {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    private final String method;
    private final URI uri;
    private final String template;
    private final Headers headers;
    private final @Nullable Body body;
    private final Duration timeout;
    private final boolean streaming;
    private final List<String> secrets;

    private Request(Builder builder) {
        this.method = builder.method;
        this.uri = builder.uri;
        this.template = builder.template;
        this.headers = builder.headers.build();
        this.body = builder.body;
        this.timeout = builder.timeout;
        this.streaming = builder.streaming;
        this.secrets = List.copyOf(builder.secrets);
    }

    /**
     * Starts a request.
     *
     * @param method upper-case HTTP method
     * @param uri absolute
     */
    public static Builder builder(String method, URI uri) {
        return new Builder(method, uri);
    }

    /** Upper-case HTTP method. */
    public String method() {
        return method;
    }

    /** Absolute address, with the query. */
    public URI uri() {
        return uri;
    }

    /** The path as the API describes it, {@code /traits/{sid}}: for messages and metrics, without anybody's values. */
    public String template() {
        return template;
    }

    /** All headers but those that the transport adds. */
    public Headers headers() {
        return headers;
    }

    /** What it carries; null for nothing. */
    public @Nullable Body body() {
        return body;
    }

    /**
     * Longest time from sending to the last byte of the answer. While {@link #isStreaming() streaming} it is counted to
     * the answer's headers, and then anew for each read that waits for bytes.
     */
    public Duration timeout() {
        return timeout;
    }

    /** Whether the answer's body is to be handed over as it arrives, instead of being read whole. */
    public boolean isStreaming() {
        return streaming;
    }

    /** Texts in this request that must never show up in a message: tokens, secrets. */
    public List<String> secrets() {
        return secrets;
    }

    /** A builder that starts with what this request has. */
    public Builder toBuilder() {
        Builder builder = new Builder(method, uri);
        builder.template = template;
        builder.headers = headers.toBuilder();
        builder.body = body;
        builder.timeout = timeout;
        builder.streaming = streaming;
        builder.secrets.addAll(secrets);
        return builder;
    }

    /** Method and path template; never a query, a header or a body. */
    @Override
    public String toString() {
        return method + " " + template;
    }

    /** Collects what a request needs. Not thread-safe. */
    public static final class Builder {

        private final String method;
        private URI uri;
        private String template;
        private Headers.Builder headers = Headers.builder();
        private @Nullable Body body;
        private Duration timeout = DEFAULT_TIMEOUT;
        private boolean streaming;
        private final List<String> secrets = new ArrayList<>(2);

        private Builder(String method, URI uri) {
            this.method = Objects.requireNonNull(method, "method");
            this.uri = Objects.requireNonNull(uri, "uri");
            this.template = Objects.requireNonNullElse(uri.getPath(), "");
        }

        /** Upper-case HTTP method. */
        public String method() {
            return method;
        }

        /** Where the request goes. */
        public URI uri() {
            return uri;
        }

        /** Sends it elsewhere; absolute. */
        public Builder uri(URI uri) {
            this.uri = Objects.requireNonNull(uri, "uri");
            return this;
        }

        /** The path as the API describes it; by default the address's path. */
        public Builder template(String template) {
            this.template = Objects.requireNonNull(template, "template");
            return this;
        }

        /** Replaces the header of that name; throws like {@link Headers.Builder#set}. */
        public Builder header(String name, String value) {
            headers.set(name, value);
            return this;
        }

        /** Sets a header whose value is a secret: like {@link #header}, and the value never shows up in a message. */
        public Builder secretHeader(String name, String value) {
            headers.set(name, value);
            return secret(value);
        }

        /** The headers so far, to be changed in place. */
        public Headers.Builder headers() {
            return headers;
        }

        /** What it carries; null for nothing. */
        public Builder body(@Nullable Body body) {
            this.body = body;
            return this;
        }

        /** Whether it carries anything. */
        public boolean hasBody() {
            return body != null;
        }

        /** See {@link Request#timeout()}; 2 minutes by default. */
        public Builder timeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("A time-out is longer than nothing: " + timeout);
            }
            this.timeout = timeout;
            return this;
        }

        /** See {@link Request#isStreaming()}. */
        public Builder streaming(boolean streaming) {
            this.streaming = streaming;
            return this;
        }

        /** Marks a text of this request that must never show up in a message. */
        public Builder secret(String secret) {
            if (!secret.isEmpty()) {
                secrets.add(secret);
            }
            return this;
        }

        /** The request. */
        public Request build() {
            return new Request(this);
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }
}
