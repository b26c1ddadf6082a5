package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Destinations and the segments that are mapped to them. */
final class DestinationRoutes {

    private static final Set<String> CREATABLE = Set.of("PUSH", "ADS");

    private static final long DAY = 24L * 60 * 60 * 1000;

    private final Shelf destinations;
    private final Shelf mappings;
    private final Shelf segments;
    private final Shelf traits;
    private final Crud crud;

    DestinationRoutes(Shelves shelves) {
        destinations = shelves.of(Kind.DESTINATION);
        mappings = shelves.of(Kind.MAPPING);
        segments = shelves.of(Kind.SEGMENT);
        traits = shelves.of(Kind.TRAIT);
        crud = new Crud(destinations, this::refuseWithMappings);
    }

    void addTo(Router router) {
        router.get("destinations/limits", call -> Replies.ok(limits()))
                .get(
                        "destinations/configurations/available-platforms",
                        call -> Replies.ok(Replies.strings("BROWSER", "ANDROID", "iOS", "ALL")));
        crud.bulkDeletableAt(router);
        router.get("destinations/segment-impressions", this::impressions)
                .get("destinations/{id}/history/outbound", this::history)
                .post("destinations/{id}/traits", this::createMapping); // an old path of the documentation
        router.put("destinations/mappings/{mapping}", this::replaceMapping)
                .get("destinations", this::list)
                .get("destinations/{id}", this::get)
                .post("destinations", this::create);
        crud.replaceableAt(router);
        crud.deletableAt(router);
        router.get("destinations/{id}/mappings", this::listMappings)
                .post("destinations/{id}/mappings", this::createMapping)
                .post("destinations/{id}/bulk-create", this::createMappings)
                .get("destinations/{id}/mappings/{mapping}", call -> Replies.ok(mapping(call)))
                .put("destinations/{id}/mappings/{mapping}", this::replaceMapping)
                .delete("destinations/{id}/mappings/{mapping}", this::deleteMapping)
                .delete("destinations/{id}/segments/{mapping}", this::deleteMapping);
    }

    private Answer list(ApiCall call) {
        Optional<String> sid = call.query("containsSegment");
        Stream<ObjectNode> all = destinations.all().stream();
        if (sid.isPresent()) {
            all = all.filter(d -> mappingsOf(d).stream()
                    .anyMatch(m -> m.path("sid").asString("").equals(sid.get())));
        }
        return Listing.of(Kind.DESTINATION, all, call, destination -> {
            ObjectNode view = Views.inList(Kind.DESTINATION, destination, call);
            if (sid.isPresent()) {
                view.set("mappings", Replies.array(mappingsOf(destination)));
            }
            return view;
        });
    }

    private Answer get(ApiCall call) {
        ObjectNode destination = crud.find(call);
        ObjectNode view = Views.alone(Kind.DESTINATION, destination, call);
        if (call.flag("includeMappings")) {
            view.set("mappings", Replies.array(mappingsOf(destination)));
        } else {
            view.putNull("mappings");
        }
        return Replies.ok(view);
    }

    private Answer create(ApiCall call) {
        ObjectNode body = call.object();
        String type = body.path("destinationType").asString("");
        if (!type.isEmpty() && !CREATABLE.contains(type)) {
            throw ApiError.badRequest("Destinations of the type '" + type + "' cannot be created through the API.");
        }
        return Replies.created(destinations.create(body));
    }

    private void refuseWithMappings(ObjectNode destination) {
        List<ObjectNode> mapped = mappingsOf(destination);
        if (!mapped.isEmpty()) {
            throw ApiError.refused(
                    "CANNOT_DELETE_ENTITY_WITH_MAPPINGS",
                    "The destination has mappings; remove them first.",
                    mapped.stream()
                            .map(m ->
                                    "Mapping " + m.path("destinationMappingId").asInt())
                            .toList());
        }
    }

    private List<ObjectNode> mappingsOf(ObjectNode destination) {
        int id = destination.path("destinationId").asInt();
        return mappings.all().stream()
                .filter(m -> m.path("destinationId").asInt() == id)
                .toList();
    }

    private Answer impressions(ApiCall call) {
        List<ObjectNode> rows = mappings.all().stream()
                .map(mapping -> {
                    ObjectNode row = Replies.NODES.objectNode();
                    row.set("destinationId", mapping.path("destinationId"));
                    row.set("sid", mapping.path("sid"));
                    if (call.flag("includeSegmentName")) {
                        row.set("segmentName", mapping.path("elementName"));
                    }
                    return row.put(
                            "impressions", Views.population(mapping.path("sid").asInt()));
                })
                .toList();
        return Replies.ok(Replies.array(rows));
    }

    /** One transfer a day, for as many days as the span has; both ends are needed. */
    private Answer history(ApiCall call) {
        int id = crud.idOf(crud.find(call));
        long start = time(call, "startDate");
        long end = time(call, "endDate");
        ArrayNode jobs = Replies.NODES.arrayNode();
        for (long at = start; at <= end && jobs.size() < 100; at += DAY) {
            ObjectNode job = jobs.addObject();
            job.put("pushID", jobs.size()).put("orderID", id).put("dataProviderID", 0);
            job.put("syncType", 1).put("fullPublish", false).put("receivedRecords", 1_000);
            job.put("attemptedRecords", 1_000).put("successRecords", 998).put("startTime", at);
            job.put("endTime", at + 60_000).put("dataFileName", "S2S_" + id + "_" + at + ".sync");
            job.put("success", true);
        }
        return Replies.ok(jobs);
    }

    private static long time(ApiCall call, String name) {
        try {
            return Long.parseLong(call.query(name).orElse(""));
        } catch (NumberFormatException e) {
            throw ApiError.badRequest(name + " must be a time in milliseconds.");
        }
    }

    // ---- mappings

    private Answer listMappings(ApiCall call) {
        return Listing.of(
                Kind.MAPPING, mappingsOf(crud.find(call)).stream(), call, m -> Views.inList(Kind.MAPPING, m, call));
    }

    private Answer createMapping(ApiCall call) {
        return Replies.created(mappings.create(complete(call.object(), crud.find(call))));
    }

    /** All or nothing: the bodies are looked at before the first one is stored. */
    private Answer createMappings(ApiCall call) {
        ObjectNode destination = crud.find(call);
        List<ObjectNode> complete = new ArrayList<>();
        for (JsonNode item : call.array()) {
            if (!(item instanceof ObjectNode body)) {
                throw ApiError.badRequest("The body must be an array of mappings.");
            }
            complete.add(complete(body, destination));
        }
        ArrayNode created = Replies.NODES.arrayNode();
        complete.forEach(body -> created.add(mappings.create(body)));
        return Replies.created(created);
    }

    private ObjectNode complete(ObjectNode body, ObjectNode destination) {
        int sid = body.path("sid").asInt(-1);
        ObjectNode element = segments.find(sid)
                .or(() -> traits.find(sid))
                .orElseThrow(() -> ApiError.badRequest("No segment or trait has the sid " + sid + "."));
        checkAliases(body, destination);
        ObjectNode mapping = body.deepCopy();
        mapping.put("destinationId", destination.path("destinationId").asInt());
        mapping.set("elementName", element.path("name"));
        if (!element.path("description").isMissingNode()) {
            mapping.set("elementDescription", element.path("description"));
        }
        return mapping;
    }

    /** Which values a mapping needs depends on how the destination passes them on. */
    private static void checkAliases(ObjectNode body, ObjectNode destination) {
        List<String> needed = new ArrayList<>(List.of("traitType", "startDate"));
        boolean serialized = destination.path("serializationEnabled").asBoolean(false);
        switch (destination.path("destinationType").asString("")) {
            case "PUSH" -> needed.add(serialized ? "traitAlias" : "url");
            case "S2S" -> needed.add("traitAlias");
            case "ADS" -> {
                needed.add("valueAlias");
                if (destination.path("formatType").asString("").equalsIgnoreCase("key_value")) {
                    needed.add("traitAlias");
                }
            }
            default -> {} // a pull destination takes the segment alone
        }
        List<String> missing = needed.stream()
                .filter(name ->
                        body.path(name).isMissingNode() || body.path(name).isNull())
                .map(name -> name + " is required.")
                .toList();
        if (!missing.isEmpty()) {
            throw ApiError.badRequest("The mapping is not valid.", missing);
        }
    }

    private ObjectNode mapping(ApiCall call) {
        int destination = call.id("id");
        destinations.get(destination);
        ObjectNode mapping = mappings.get(call.id("mapping"));
        if (mapping.path("destinationId").asInt() != destination) {
            throw mappings.missing(call.path("mapping"));
        }
        return mapping;
    }

    /** At both of its paths; the documented one does not name the destination. */
    private Answer replaceMapping(ApiCall call) {
        ObjectNode old = mappings.get(call.id("mapping"));
        ObjectNode destination = destinations.get(old.path("destinationId").asInt());
        ObjectNode body = complete(call.object(), destination);
        return Replies.ok(mappings.replace(call.id("mapping"), body, Optional.empty()));
    }

    private Answer deleteMapping(ApiCall call) {
        mappings.delete(mapping(call).path("destinationMappingId").asInt());
        return Replies.noContent();
    }

    private ObjectNode limits() {
        return Replies.NODES.objectNode().put("maxCount", 1_000).put("currentCount", destinations.size());
    }
}
