package dev.lathe.runtime;

import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What calls of a client's view have in common: {@code client.with(o -> o.header("X-Trace", id).timeout(…))}. A service
 * with settings of its own has a subclass. Not thread-safe, and of no effect after {@code with} has returned.
 */
public class CallSettings {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> query = new LinkedHashMap<>();
    private final Preferences preferences = new Preferences();
    private final List<BiConsumer<ApiClient, Response>> observers = new ArrayList<>(0);
    private @Nullable Duration timeout;
    private @Nullable Transport transport;

    /** No settings. */
    public CallSettings() {}

    /** Takes over what another one holds. */
    final CallSettings addAll(CallSettings other) {
        headers.putAll(other.headers);
        query.putAll(other.query);
        preferences.addAll(other.preferences);
        observers.addAll(other.observers);
        timeout = other.timeout == null ? timeout : other.timeout;
        return this;
    }

    final Map<String, String> headers() {
        return headers;
    }

    final Map<String, String> query() {
        return query;
    }

    final Preferences preferences() {
        return preferences;
    }

    final @Nullable Duration timeout() {
        return timeout;
    }

    final @Nullable Transport transport() {
        return transport;
    }

    /** Hears of each answer that a call takes; see {@link Answer}. */
    final void onResponse(Consumer<Response> listener) {
        observe((client, response) -> listener.accept(response));
    }

    final void heard(ApiClient client, Response response) {
        observers.forEach(observer -> observer.accept(client, response));
    }

    /**
     * Shows somebody each answer that is no error, before it is read: what the headers say beside the body. Called in the
     * thread of the call; what it throws ends the call. The body is left alone.
     */
    protected final void observe(BiConsumer<ApiClient, Response> observer) {
        observers.add(Objects.requireNonNull(observer, "observer"));
    }

    /** Has somebody else carry the requests, as {@link ApiClient#via} does; not taken over by further views. */
    protected final void via(Transport newTransport) {
        transport = Objects.requireNonNull(newTransport, "newTransport");
    }

    /**
     * A header of each request, instead of one of the same name.
     *
     * @throws IllegalArgumentException for a line break or another character that no header can hold, and for headers
     *     that the transport sets
     */
    public CallSettings header(String name, String value) {
        HeaderRules.check(name, value);
        if (name.equalsIgnoreCase("Prefer")) {
            preferences.add(value);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** Takes a header back that these settings hold. */
    protected final void removeHeader(String name) {
        headers.remove(name);
    }

    /** Takes a preference back that these settings hold, by its lower-case name. */
    protected final void removePreference(String name) {
        preferences.remove(name);
    }

    /** A parameter in the query of each request; encoded here. */
    public CallSettings query(String name, String value) {
        query.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * Preferences (RFC 7240) of each request, such as {@code return=representation}. All end up in one {@code Prefer}
     * header; one that a call sets itself replaces one of the same name.
     */
    public CallSettings prefer(String... newPreferences) {
        for (String preference : newPreferences) {
            HeaderRules.check("Prefer", preference);
            preferences.add(preference);
        }
        return this;
    }

    /** Longest time from sending a request to the last byte of its answer. */
    public CallSettings timeout(Duration newTimeout) {
        if (newTimeout.isNegative() || newTimeout.isZero()) {
            throw new IllegalArgumentException("A time-out is longer than nothing: " + newTimeout);
        }
        timeout = newTimeout;
        return this;
    }

    /** The names of what is set, no values. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + headers.keySet() + query.keySet();
    }
}
