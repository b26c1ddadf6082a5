package dev.lathe.sandbox.audiencemanager;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of the Audience Manager sandbox, for tests that put some in or look at them without HTTP. A kind is
 * named by its path: {@code segments}, {@code traits}, {@code datasources}, {@code folders/traits},
 * {@code folders/segments}, {@code destinations}, {@code mappings}, {@code models}, {@code signals/derived},
 * {@code partner-sites}, {@code customer-trait-types}, {@code users}, {@code groups}. Objects are maps in the shape of
 * their JSON. Safe for use by many threads.
 */
public final class AudienceManagerData {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final Shelves shelves;

    AudienceManagerData(Shelves shelves) {
        this.shelves = shelves;
    }

    /** How many objects of a kind there are; folders include the root, users the calling one. */
    public int count(String kind) {
        return shelf(kind).size();
    }

    /** The object with this id. */
    public Optional<Map<String, Object>> find(String kind, int id) {
        return shelf(kind).find(id).map(AudienceManagerData::map);
    }

    /** All objects of a kind, by id. */
    public List<Map<String, Object>> all(String kind) {
        return shelf(kind).all().stream().map(AudienceManagerData::map).toList();
    }

    /**
     * Creates an object as a POST would, with an id and times of its own.
     *
     * @return its id
     * @throws IllegalArgumentException for an unknown kind, a missing member, or a name that is taken
     */
    public int insert(String kind, Map<String, ?> members) {
        Shelf shelf = shelf(kind);
        try {
            ObjectNode body = JSON.valueToTree(members);
            return shelf.create(body).path(shelf.kind().id()).asInt();
        } catch (ApiError e) {
            throw new IllegalArgumentException(e.text() + " " + String.join(" ", e.childMessages()), e);
        }
    }

    /** Removes an object, whatever refers to it; nothing happens when there is none. */
    public void remove(String kind, int id) {
        Shelf shelf = shelf(kind);
        if (shelf.find(id).isPresent()) {
            shelf.delete(id);
        }
    }

    private Shelf shelf(String kind) {
        return Kind.ALL.stream()
                .filter(k -> k.path().equals(kind))
                .findFirst()
                .map(shelves::of)
                .orElseThrow(() -> new IllegalArgumentException("No kind of object is named '" + kind + "'."));
    }

    private static Map<String, Object> map(ObjectNode object) {
        return JSON.convertValue(object, MAP);
    }
}
