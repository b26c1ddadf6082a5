package dev.lathe.runtime;

import dev.lathe.runtime.http.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    private @Nullable Duration timeout;
    private @Nullable Consumer<Response> onResponse;

    /** No settings. */
    public CallSettings() {}

    /** Takes over what another one holds. */
    final CallSettings addAll(CallSettings other) {
        headers.putAll(other.headers);
        query.putAll(other.query);
        preferences.addAll(other.preferences);
        timeout = other.timeout == null ? timeout : other.timeout;
        onResponse = other.onResponse == null ? onResponse : other.onResponse;
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

    /** Hears of each answer that a call takes; see {@link Answer}. */
    final void onResponse(Consumer<Response> listener) {
        onResponse = listener;
    }

    final void heard(Response response) {
        if (onResponse != null) {
            onResponse.accept(response);
        }
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
