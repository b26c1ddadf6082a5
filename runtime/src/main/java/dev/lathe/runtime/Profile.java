package dev.lathe.runtime;

import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Transport;
import dev.lathe.runtime.json.JsonWriter;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is special to one service. Stateless and thread-safe. */
public interface Profile {

    /** Nothing is special. */
    Profile NONE = new Profile() {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public String toString() {
            return "Profile[none]";
        }
    };

    /** The profile's name, as the annotations' attribute {@code profile} writes it. */
    String id();

    /**
     * The address under which the service's paths stand, from the one that an application configures.
     *
     * @param configured absolute http(s) address, without a query
     */
    default URI baseUri(URI configured) {
        return configured;
    }

    /**
     * Where the service is for whoever logs in this way, of a service whose address follows from the login.
     *
     * @throws IllegalArgumentException when it does not follow
     */
    default URI home(Credentials credentials) {
        throw new IllegalArgumentException("The address of the service does not follow from " + credentials + ".");
    }

    /** The service's name for itself in tokens: its origin, where nothing else is known. */
    default URI audience(URI baseUri) {
        return Origins.of(baseUri);
    }

    /**
     * Whether credentials may travel to an address that the service named, such as a link to the next page.
     *
     * @param baseUri the configured address
     */
    default boolean isSameService(URI baseUri, URI target) {
        return Origins.of(baseUri).equals(Origins.of(target));
    }

    /**
     * Carries requests of which the service wants another form than the calls give them, such as queries that are too long
     * for a URL.
     *
     * @param baseUri the configured address
     * @param transport what carries them in the end
     */
    default Transport transport(URI baseUri, Transport transport) {
        return transport;
    }

    /** Adds the headers that the service wants with each request, unless the call has set them itself. */
    default void prepare(Request.Builder request) {
        request.headers().setIfAbsent("Accept", "application/json");
    }

    /** What writes JSON in the form that the service reads; a new one each time. */
    default JsonWriter writer() {
        return new JsonWriter();
    }

    /** The server's name for a request, from its answer; null when it told none. */
    default @Nullable String requestId(Headers answer) {
        for (String name : List.of("X-Request-Id", "Request-Id", "X-Correlation-Id")) {
            String id = answer.firstOrNull(name);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /** The exception for an answer that is no success. */
    default ApiException error(Failure failure) {
        return ApiException.of(failure);
    }
}
