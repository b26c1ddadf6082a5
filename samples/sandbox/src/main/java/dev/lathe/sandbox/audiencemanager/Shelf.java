package dev.lathe.sandbox.audiencemanager;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All objects of one kind. What is stored is never changed in place: a change stores a new object, so that whoever
 * reads has all of it or nothing. Safe for many threads.
 */
final class Shelf {

    /** The partner that everything belongs to. */
    static final int PARTNER = 1099;

    /** The user behind every token. */
    static final int USER = 694;

    private static final Set<String> SERVER_SET = Set.of("pid", "createTime", "updateTime", "crUID", "upUID");
    private static final JsonMapper JSON = new JsonMapper();

    private record Stored(ObjectNode object, int version) {}

    private final Kind kind;
    private final AtomicInteger ids;
    private final Clock clock;
    private final ConcurrentSkipListMap<Integer, Stored> objects = new ConcurrentSkipListMap<>();

    /** @param ids where new ids come from; kinds that share their ids share this */
    Shelf(Kind kind, AtomicInteger ids, Clock clock) {
        this.kind = kind;
        this.ids = ids;
        this.clock = clock;
    }

    Kind kind() {
        return kind;
    }

    /** The objects by id; not for changing. */
    List<ObjectNode> all() {
        return objects.values().stream().map(Stored::object).toList();
    }

    int size() {
        return objects.size();
    }

    Optional<ObjectNode> find(int id) {
        return Optional.ofNullable(objects.get(id)).map(Stored::object);
    }

    /** @throws ApiError 404 when there is none */
    ObjectNode get(int id) {
        return find(id).orElseThrow(() -> missing(String.valueOf(id)));
    }

    Optional<ObjectNode> findBy(String member, String value) {
        return all().stream()
                .filter(object -> object.path(member).asString("").equals(value))
                .findFirst();
    }

    ApiError missing(String what) {
        return ApiError.notFound("No " + kind.label() + " '" + what + "'.");
    }

    /** Changes with every update. */
    String etag(int id) {
        Stored stored = objects.get(id);
        return stored == null ? "" : "\"" + id + "-" + stored.version() + "\"";
    }

    /** Stores a new object under a new id, with defaults and what the server sets. */
    synchronized ObjectNode create(ObjectNode body) {
        checkRequired(body);
        checkUnique(body, -1);
        return createUnchecked(body, clock.millis());
    }

    /** Stores a new object without looking for another of its name, which a large seed could not afford. */
    synchronized ObjectNode createUnchecked(ObjectNode body, long now) {
        int id = ids.incrementAndGet();
        ObjectNode object = Replies.NODES.objectNode().put(kind.id(), id);
        object.put("pid", PARTNER);
        members(body).forEach(entry -> object.set(entry.getKey(), entry.getValue()));
        kind.defaults().forEach((name, value) -> {
            if (object.path(name).isMissingNode()) {
                object.set(name, JSON.valueToTree(value));
            }
        });
        object.put("createTime", now).put("updateTime", now).put("crUID", USER).put("upUID", USER);
        put(object);
        return object;
    }

    /**
     * Replaces an object; id and what the server sets stay.
     *
     * @param expected the version that the caller read; empty for any
     */
    synchronized ObjectNode replace(int id, ObjectNode body, Optional<String> expected) {
        ObjectNode old = get(id);
        if (expected.filter(tag -> !tag.equals("*") && !tag.equals(etag(id))).isPresent()) {
            throw ApiError.stale();
        }
        checkRequired(body);
        checkUnique(body, id);
        ObjectNode object = Replies.NODES.objectNode().put(kind.id(), id);
        object.put("pid", old.path("pid").asInt(PARTNER));
        members(body).forEach(entry -> object.set(entry.getKey(), entry.getValue()));
        object.set("createTime", old.path("createTime"));
        object.put("updateTime", Math.max(clock.millis(), old.path("updateTime").asLong(0)));
        object.set("crUID", old.path("crUID"));
        object.put("upUID", USER);
        put(object);
        return object;
    }

    /** Changes a stored object by the server's own doing. */
    synchronized void edit(int id, UnaryOperator<ObjectNode> change) {
        put(change.apply(get(id).deepCopy()));
    }

    synchronized void delete(int id) {
        if (objects.remove(id) == null) {
            throw missing(String.valueOf(id));
        }
    }

    /** Stores an object as it is, its id included: for seeds and fixed objects. */
    synchronized void put(ObjectNode object) {
        int id = object.path(kind.id()).asInt();
        Stored old = objects.get(id);
        objects.put(id, new Stored(object, old == null ? 1 : old.version() + 1));
        ids.accumulateAndGet(id, Math::max);
    }

    private List<Map.Entry<String, JsonNode>> members(ObjectNode body) {
        return body.properties().stream()
                .filter(entry ->
                        !SERVER_SET.contains(entry.getKey()) && !entry.getKey().equals(kind.id()))
                .toList();
    }

    private void checkRequired(ObjectNode body) {
        List<String> missing = new ArrayList<>();
        for (String name : kind.required()) {
            JsonNode value = body.path(name);
            if (value.isMissingNode()
                    || value.isNull()
                    || (value.isString() && value.stringValue().isBlank())) {
                missing.add(name + " is required.");
            }
        }
        if (!missing.isEmpty()) {
            throw ApiError.badRequest("The " + kind.label() + " is not valid.", missing);
        }
    }

    private void checkUnique(ObjectNode body, int self) {
        if (kind.unique().isEmpty()) {
            return;
        }
        for (Stored stored : objects.values()) {
            ObjectNode other = stored.object();
            boolean same = other.path(kind.id()).asInt() != self
                    && kind.unique().stream()
                            .allMatch(name -> other.path(name)
                                    .asString("")
                                    .equals(body.path(name).asString("")));
            if (same) {
                throw ApiError.conflict(
                        "DUPLICATE_" + kind.unique().get(0).toUpperCase(Locale.ROOT),
                        "There is a " + kind.label() + " with the same " + String.join(" and ", kind.unique())
                                + " already.");
            }
        }
    }
}
