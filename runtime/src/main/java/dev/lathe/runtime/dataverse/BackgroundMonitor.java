package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.Call;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonException;
import dev.lathe.runtime.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an operation in the background tells how it is getting on. Thread-safe. */
final class BackgroundMonitor {

    private static final String TEMPLATE = "/api/backgroundoperation/{id}";

    private final ApiClient client;
    private final String location;
    private final UUID id;

    private BackgroundMonitor(ApiClient client, String location, UUID id) {
        this.client = client.with(DataverseSettings::new, DataverseSettings::respondAtOnce);
        this.location = location;
        this.id = id;
    }

    /**
     * What an answer leads to; empty when it is not that of an operation in the background. The service answers 202 with
     * headers only; an early version answered 200, and the same in a body as well.
     */
    static Optional<BackgroundMonitor> of(ApiClient client, Response response) {
        String id = response.headers().firstOrNull("x-ms-dyn-backgroundoperationid");
        String location = response.headers().firstOrNull("Location");
        if (id == null || location == null) {
            if (response.status() != 202 && response.status() != 200) {
                return Optional.empty();
            }
            Map<String, JsonValue> body = id != null || response.status() == 202 ? members(response) : Map.of();
            id = Objects.requireNonNullElseGet(id, () -> text(body, "backgroundOperationId"));
            location = Objects.requireNonNullElseGet(location, () -> text(body, "location"));
        }
        if (id.isEmpty()) {
            id = location.substring(location.lastIndexOf('/') + 1);
        }
        try {
            return location.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BackgroundMonitor(client, location, UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // 202 of something else
        }
    }

    private static String text(Map<String, JsonValue> members, String name) {
        JsonValue value = members.get(name);
        return value == null || value.kind() != JsonValue.Kind.STRING ? "" : value.asString();
    }

    private static Map<String, JsonValue> members(Response response) {
        try {
            byte[] body = response.isStreaming() ? new byte[0] : response.bytes();
            JsonValue value = body.length == 0 ? null : JsonValue.parse(new String(body, StandardCharsets.UTF_8));
            return value == null || value.kind() != JsonValue.Kind.OBJECT ? Map.of() : value.members();
        } catch (IOException | JsonException e) {
            return Map.of(); // whatever it is, it does not speak of an operation
        }
    }

    UUID id() {
        return id;
    }

    /** What the monitor says now, word for word. */
    Response read() {
        return call("GET").exchange();
    }

    void cancel() {
        call("DELETE").send();
    }

    private Call call(String method) {
        return client.link(method, location, TEMPLATE);
    }

    /** The members of what the monitor said. */
    static Map<String, JsonValue> said(Response response) {
        return members(response);
    }

    static @Nullable Integer number(Map<String, JsonValue> members, String name) {
        JsonValue value = members.get(name);
        return value == null || value.kind() != JsonValue.Kind.NUMBER ? null : (int) value.asLong();
    }

    @Override
    public String toString() {
        return "BackgroundMonitor[" + id + "]";
    }
}
