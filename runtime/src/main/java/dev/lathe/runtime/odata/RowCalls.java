package dev.lathe.runtime.odata;

import dev.lathe.runtime.Call;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The requests that read and write single rows of one type. */
final class RowCalls<E extends ODataEntity> {

    private static final String JSON = "application/json";

    private final ODataService service;
    private final ObjectType<E> type;
    private final RowKeys keys;

    RowCalls(ODataService service, ObjectType<E> type, RowKeys keys) {
        this.service = service;
        this.type = type;
        this.keys = keys;
    }

    E get(Target target, Options options) {
        E row = call("GET", target, options).read(type);
        complete(row, target, options);
        return row;
    }

    /** Empty for an answer without a body: the navigation that was followed leads nowhere. */
    Optional<E> getIfAny(Target target, Options options) {
        E row = call("GET", target, options).readOrNull(type);
        if (row != null) {
            complete(row, target, options);
        }
        return Optional.ofNullable(row);
    }

    Optional<E> getIfChanged(Target target, E row) {
        Response response = call("GET", target, Options.NONE)
                .header("If-None-Match", etag(row))
                .accepting(304)
                .exchange();
        return response.status() == 304
                ? Optional.empty()
                : Optional.ofNullable(Answers.parse(response, type, "GET", target));
    }

    private void complete(E row, Target target, Options options) {
        if (options.hasExpandedLists()) {
            new ExpandedLists(service, target, call -> call, null).complete(List.of(row));
        }
    }

    /** Creates a row; it has its key afterwards. */
    void create(Target set, E row) {
        Response response =
                call("POST", set, Options.NONE).body(JSON, whole(row)).exchange();
        E created = Answers.parse(response, type, "POST", set);
        if (created == null) {
            if (!keys.take(response, row) && keys.find(row) == null) {
                throw Answers.invalid(response, "POST", set, "The answer does not tell the key of the new row.", null);
            }
        } else {
            keys.copy(created, row);
        }
        written(row, response, created);
    }

    /** Creates a row from what it is about; what comes back has at least its key. */
    E create(Target set, MediaContent content) {
        Response response = call("POST", set, Options.NONE)
                .body(content.contentType(), content.body())
                .exchange();
        E created = Answers.parse(response, type, "POST", set);
        if (created == null) {
            created = type.newObject();
            if (!keys.take(response, created)) {
                throw Answers.invalid(response, "POST", set, "The answer does not tell the key of the new row.", null);
            }
        }
        response.headers().first("ETag").ifPresent(created::putEtag);
        return created;
    }

    E createAndReturn(Target set, E row, Options options) {
        Response response =
                representation("POST", set, options).body(JSON, whole(row)).exchange();
        E created = returned(response, "POST", set);
        keys.copy(created, row);
        written(row, response, created);
        return created;
    }

    /** @param addressed columns that the address has values for already, and that the body must not contradict */
    void createIfAbsent(Target target, E row, Set<String> addressed) {
        Response response = call("PATCH", target, Options.NONE)
                .header("If-None-Match", "*")
                .body(JSON, allButKey(row, addressed))
                .exchange();
        written(row, response, Answers.parse(response, type, "PATCH", target));
    }

    /** Puts rows in the place of all to which a navigation leads; the service tells nothing about them. */
    void replace(Target navigation, List<? extends ODataObject> rows) {
        try (JsonWriter out = service.writer()) {
            out.startObject();
            out.name("value");
            out.startArray();
            rows.forEach(row -> out.writable(row, name -> true));
            out.endArray();
            out.endObject();
            navigation
                    .call(service.client(), "PUT", Map.of())
                    .body(JSON, out.bytes())
                    .send();
        }
        rows.forEach(ODataObject::markUnchanged);
    }

    boolean hasChanges(E row) {
        return Objects.requireNonNull(row, "row").changedMembers().stream().anyMatch(name -> !keys.isPart(name));
    }

    void update(Target target, E row, Concurrency concurrency) {
        Response response = call("PATCH", target, Options.NONE)
                .header("If-Match", concurrency == Concurrency.OVERWRITE ? "*" : etag(row))
                .body(JSON, changes(row))
                .exchange();
        written(row, response, Answers.parse(response, type, "PATCH", target));
    }

    E updateAndReturn(Target target, E row, Options options) {
        Response response = representation("PATCH", target, options)
                .header("If-Match", "*")
                .body(JSON, changes(row))
                .exchange();
        E updated = returned(response, "PATCH", target);
        written(row, response, updated);
        return updated;
    }

    /** @param addressed columns that the address has values for already, and that the body must not contradict */
    Upsert upsert(Target target, E row, Set<String> addressed) {
        Response response = call("PATCH", target, Options.NONE)
                .body(JSON, allButKey(row, addressed))
                .exchange();
        E body = Answers.parse(response, type, "PATCH", target);
        keys.take(response, row);
        if (body != null) {
            keys.copy(body, row);
        }
        written(row, response, body);
        return what(response);
    }

    /** @param addressed columns that the address has values for already, and that the body must not contradict */
    Upserted<E> upsertAndReturn(Target target, E row, Options options, Set<String> addressed) {
        Response response = representation("PATCH", target, options)
                .body(JSON, allButKey(row, addressed))
                .exchange();
        E body = returned(response, "PATCH", target);
        keys.copy(body, row);
        written(row, response, body);
        return new Upserted<>(body, what(response));
    }

    private static Upsert what(Response response) {
        return switch (response.status()) {
            case 201 -> Upsert.CREATED;
            case 200 -> Upsert.UPDATED;
            default -> Upsert.CREATED_OR_UPDATED;
        };
    }

    void delete(Target target) {
        call("DELETE", target, Options.NONE).send();
    }

    void deleteIfUnchanged(Target target, E row) {
        call("DELETE", target, Options.NONE).header("If-Match", etag(row)).send();
    }

    private Call call(String method, Target target, Options options) {
        return target.call(service.client(), method, options.values());
    }

    private Call representation(String method, Target target, Options options) {
        return call(method, target, options).prefer("return=representation");
    }

    private E returned(Response response, String method, Target target) {
        E row = Answers.parse(response, type, method, target);
        if (row == null) {
            throw Answers.invalid(response, method, target, "The service did not return the row.", null);
        }
        return row;
    }

    private byte[] whole(ODataEntity row) {
        try (JsonWriter out = service.writer()) {
            out.writable(row, isDerived(row), name -> true);
            return out.bytes();
        }
    }

    private byte[] allButKey(ODataEntity row, Set<String> addressed) {
        try (JsonWriter out = service.writer()) {
            out.writable(row, isDerived(row), name -> !keys.isPart(name) && !addressed.contains(name));
            return out.bytes();
        }
    }

    private byte[] changes(ODataEntity row) {
        try (JsonWriter out = service.writer()) {
            out.changes(row, isDerived(row), name -> !keys.isPart(name));
            return out.bytes();
        }
    }

    // OData JSON Format 4.01, section 4.6.3: the type must be said where the place does not tell it.
    private boolean isDerived(ODataEntity row) {
        return Objects.requireNonNull(row, "row").getClass() != type.newObject().getClass();
    }

    /** The row is now as the service has it, in a version that the service may tell. */
    private void written(E row, Response response, @Nullable E body) {
        row.markUnchanged();
        Optional<String> etag = response.headers().first("ETag");
        if (etag.isEmpty() && body != null) {
            etag = body.etag();
        }
        // Without a new ETag the old one would be taken for somebody else's change.
        etag.ifPresentOrElse(row::putEtag, row::removeEtag);
    }

    private static String etag(ODataEntity row) {
        return row.etag()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The row has no ETag to compare with: read it again, in full or with its ETag"));
    }
}
