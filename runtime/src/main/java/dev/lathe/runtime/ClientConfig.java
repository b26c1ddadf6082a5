package dev.lathe.runtime;

import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.JdkTransport;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.http.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a client reaches its service. Immutable and thread-safe; {@code toString} shows no secret.
 *
 * <pre>{@code
 * ClientConfig.builder(URI.create("https://contoso.crm4.dynamics.com"))
 *         .credentials(EntraId.clientSecret(tenant, clientId, secret))
 *         .requestTimeout(Duration.ofSeconds(30))
 *         .build()
 * }</pre>
 */
public final class ClientConfig {

    private static final String USER_AGENT = "lathe (Java " + Runtime.version().feature() + ")";

    private final URI baseUri;
    private final boolean plainHttp;
    private final Credentials credentials;
    private final Transport transport;
    private final Duration requestTimeout;
    private final Headers headers;
    private final RetryPolicy retry;
    private final List<CallListener> listeners;

    private ClientConfig(Builder builder) {
        this.baseUri = builder.baseUri;
        this.credentials = builder.credentials;
        this.transport = builder.transport();
        this.requestTimeout = builder.requestTimeout;
        this.headers = builder.headers.build();
        this.retry = builder.retry;
        this.listeners = List.copyOf(builder.listeners);
        this.plainHttp = builder.plainHttp;
    }

    /**
     * A configuration for the service at that address.
     *
     * @param baseUri absolute https address without user, query and fragment
     * @throws IllegalArgumentException when it is something else
     */
    public static Builder builder(URI baseUri) {
        return new Builder(checked(baseUri));
    }

    private static URI checked(URI uri) {
        Objects.requireNonNull(uri, "baseUri");
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        // of a host that is none java.net.URI knows no user, only the whole
        if (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0) {
            throw new IllegalArgumentException(
                    "The base address holds a user name or a password; those belong into the credentials.");
        }
        if (scheme.isEmpty() || (uri.isOpaque() && !scheme.startsWith("http"))) {
            throw new IllegalArgumentException("The base address '" + uri
                    + "' has no scheme. It starts with https://, such as https://example.com.");
        }
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException(
                    "The base address '" + uri + "' starts with " + scheme + "://, not with https://.");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("The base address '" + uri
                    + "' names no host. It looks like https://example.com, with letters, digits, dots and hyphens.");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The base address of " + uri.getHost() + " has a query or a fragment; it ends with its path.");
        }
        return uri;
    }

    /**
     * Makes sure that nobody on the way reads credentials.
     *
     * @param what begins the message: whose address it is
     * @throws IllegalArgumentException when they would travel in the open
     */
    void checkSecrecy(String what, URI uri) {
        if (!plainHttp
                && credentials != Credentials.none()
                && "http".equalsIgnoreCase(uri.getScheme())
                && !Origins.isLoopback(uri)) {
            throw new IllegalArgumentException(what + " '" + uri
                    + "' is plain http: credentials would travel in the open. Use https, or allowPlainHttp().");
        }
    }

    /** As it was configured. */
    public URI baseUri() {
        return baseUri;
    }

    /** Who calls. */
    public Credentials credentials() {
        return credentials;
    }

    /** What carries the requests. */
    public Transport transport() {
        return transport;
    }

    /** Longest time from sending a request to the last byte of its answer. */
    public Duration requestTimeout() {
        return requestTimeout;
    }

    /** Headers of each request. */
    public Headers headers() {
        return headers;
    }

    /** When requests are sent again. */
    public RetryPolicy retry() {
        return retry;
    }

    /** Who hears of each request, in the order in which they are told. */
    public List<CallListener> listeners() {
        return listeners;
    }

    @Override
    public String toString() {
        return "ClientConfig[" + baseUri + ", " + credentials + ", " + retry + "]";
    }

    /** Collects a configuration. Not thread-safe. */
    public static final class Builder {

        private final URI baseUri;
        private Credentials credentials = Credentials.none();
        private @Nullable Transport transport;
        private @Nullable Duration connectTimeout;
        private Duration requestTimeout = Duration.ofMinutes(2);
        private final Headers.Builder headers = Headers.builder().set("User-Agent", USER_AGENT);
        private RetryPolicy retry = RetryPolicy.standard();
        private final List<CallListener> listeners = new ArrayList<>();
        private boolean plainHttp;

        private Builder(URI baseUri) {
            this.baseUri = baseUri;
        }

        /** Who calls; nobody by default. */
        public Builder credentials(Credentials newCredentials) {
            credentials = Objects.requireNonNull(newCredentials, "credentials");
            return this;
        }

        /** Another transport than {@link JdkTransport#shared()}. */
        public Builder transport(Transport newTransport) {
            transport = Objects.requireNonNull(newTransport, "transport");
            return this;
        }

        /** Longest time to connect; 10 seconds by default. A transport of one's own has settings of its own. */
        public Builder connectTimeout(Duration newTimeout) {
            connectTimeout = positive("time-out", newTimeout);
            return this;
        }

        /** Longest time from sending a request to the last byte of its answer; 2 minutes by default. */
        public Builder requestTimeout(Duration newTimeout) {
            requestTimeout = positive("time-out", newTimeout);
            return this;
        }

        /** A header of each request; throws like {@link CallSettings#header}. */
        public Builder header(String name, String value) {
            HeaderRules.check(name, value);
            headers.set(name, value);
            return this;
        }

        /** Who the application is, for the service's logs. */
        public Builder userAgent(String userAgent) {
            return header("User-Agent", userAgent);
        }

        /** When requests are sent again; {@link RetryPolicy#standard()} by default. */
        public Builder retry(RetryPolicy newRetry) {
            retry = Objects.requireNonNull(newRetry, "retry");
            return this;
        }

        /** Somebody who hears of each request, beside those added before. */
        public Builder listener(CallListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Lets credentials travel over plain http to another machine, where everybody on the way can read them. Without
         * it only https is allowed, and http to this very machine.
         */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /**
         * The configuration.
         *
         * @throws IllegalArgumentException when credentials would travel in the open
         */
        public ClientConfig build() {
            var config = new ClientConfig(this);
            config.checkSecrecy("The base address", baseUri);
            return config;
        }

        private Transport transport() {
            if (transport != null) {
                return transport;
            }
            return connectTimeout == null
                    ? JdkTransport.shared()
                    : JdkTransport.builder().connectTimeout(connectTimeout).build();
        }

        private static Duration positive(String what, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("A " + what + " is longer than nothing: " + value);
            }
            return value;
        }
    }
}
