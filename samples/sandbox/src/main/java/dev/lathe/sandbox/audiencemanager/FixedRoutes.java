package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What nobody can change: the common taxonomy, regions, algorithms, permissionable object types. */
final class FixedRoutes {

    private static final List<String> TOP_CATEGORIES =
            List.of("Automotive", "Travel", "Retail", "Finance", "Home and garden", "Sports");
    private static final Map<Integer, String> REGIONS =
            Map.of(3, "apse", 4, "sae", 6, "irl1", 7, "use", 8, "apse2", 9, "usw2", 11, "tyo3", 12, "ind1");

    private final Map<Integer, ObjectNode> categories = new LinkedHashMap<>();

    FixedRoutes() {
        int id = 1;
        for (String name : TOP_CATEGORIES) {
            category(id, 0, name);
            category(id + 100, id, name + " enthusiasts");
            category(id + 200, id, name + " buyers");
            id++;
        }
    }

    private void category(int id, int parent, String name) {
        ObjectNode category = Replies.NODES.objectNode();
        category.put("categoryID", id)
                .put("parentCategoryID", parent)
                .put("name", name)
                .put("description", name);
        category.put("crUID", 0).put("upUID", 0);
        categories.put(id, category);
    }

    void addTo(Router router) {
        router.get("taxonomies/0", call -> Replies.ok(Replies.array(childrenOf(0))))
                .get("taxonomies/0/{id}", call -> Replies.ok(category(call)))
                .get("taxonomies/0/{id}/childCategories", this::children)
                .get(
                        "dcs-regions",
                        call -> Replies.ok(Replies.array(REGIONS.keySet().stream()
                                .sorted()
                                .map(FixedRoutes::region)
                                .toList())))
                .get("dcs-regions/{id}", this::region)
                .get("algorithms", call -> Replies.ok(Replies.array(List.of(algorithm()))))
                .get("algorithms/{id}", this::algorithm)
                .get(
                        "datasources/configurations/available-id-types",
                        call -> Replies.ok(Replies.strings("COOKIE", "CROSS_DEVICE", "DEVICE_ADVERTISING_ID")))
                .get(
                        "datasources/configurations/marketing-cloud-visitorid-versions",
                        call -> Replies.ok(Replies.NODES.arrayNode().add(0).add(1)))
                .get(
                        "permissionable-object-types",
                        call -> Replies.ok(
                                Replies.strings("SEGMENT", "TRAIT", "DESTINATION", "DERIVED_SIGNALS", "TAGS")))
                .get("permissionable-object-types/SEGMENT", call -> Replies.ok(segmentPermissions()))
                .get("schemas", call -> Replies.ok(schemas()))
                .get("visitor-profile", this::visitorProfile);
    }

    private List<ObjectNode> childrenOf(int parent) {
        return categories.values().stream()
                .filter(c -> c.path("parentCategoryID").asInt() == parent)
                .toList();
    }

    private ObjectNode category(ApiCall call) {
        ObjectNode category = categories.get(call.id("id"));
        if (category == null) {
            throw ApiError.notFound("No category '" + call.path("id") + "'.");
        }
        return category;
    }

    private Answer children(ApiCall call) {
        return Replies.ok(
                Replies.array(childrenOf(category(call).path("categoryID").asInt())));
    }

    private Answer region(ApiCall call) {
        if (!REGIONS.containsKey(call.id("id"))) {
            throw ApiError.notFound("No region '" + call.path("id") + "'.");
        }
        return Replies.ok(region(call.id("id")));
    }

    private static ObjectNode region(int id) {
        String name = REGIONS.getOrDefault(id, "");
        ObjectNode region = Replies.NODES.objectNode();
        region.put("regionId", id).put("location", name).put("host", name + ".demdex.net");
        region.put("code", name.toUpperCase(Locale.ROOT)).put("status", "ACTIVE");
        return region.put("createTime", 0L)
                .put("updateTime", 0L)
                .put("crUID", 0)
                .put("upUID", 0);
    }

    private Answer algorithm(ApiCall call) {
        if (call.id("id") != 1) {
            throw ApiError.notFound("No algorithm '" + call.path("id") + "'.");
        }
        return Replies.ok(algorithm());
    }

    private static ObjectNode algorithm() {
        return Replies.NODES
                .objectNode()
                .put("algoTypeId", 1)
                .put("name", "Trait Weight")
                .put("description", "Finds users who resemble those of a baseline.");
    }

    /** Nothing but the address of this resource is known; the shape is made up. */
    private static ArrayNode schemas() {
        ArrayNode schemas = Replies.NODES.arrayNode();
        Kind.ALL.forEach(kind -> schemas.addObject().put("name", kind.label()).put("path", kind.path()));
        return schemas;
    }

    private Answer visitorProfile(ApiCall call) {
        String uuid = call.query("uuid")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> ApiError.badRequest("uuid is required."));
        ObjectNode profile = Replies.NODES.objectNode().put("uuid", uuid);
        call.query("region").ifPresent(region -> profile.put("region", region));
        profile.putArray("traits");
        profile.putArray("segments");
        return Replies.ok(profile);
    }

    private static ObjectNode segmentPermissions() {
        ObjectNode body = Replies.NODES.objectNode();
        body.set(
                "wildcard",
                Replies.strings(
                        "VIEW_ALL_SEGMENTS",
                        "EDIT_ALL_SEGMENTS",
                        "CREATE_ALL_SEGMENTS",
                        "DELETE_ALL_SEGMENTS",
                        "MAP_ALL_SEGMENTS_TO_MODELS",
                        "MAP_ALL_TO_DESTINATIONS"));
        body.set(
                "perObject",
                Replies.strings("READ", "WRITE", "CREATE", "DELETE", "MAP_TO_MODELS", "MAP_TO_DESTINATION"));
        return body;
    }
}
