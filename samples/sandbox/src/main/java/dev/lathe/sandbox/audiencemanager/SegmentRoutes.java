package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Segments: versions, use in destinations, rules over traits. */
final class SegmentRoutes {

    private static final Pattern TRAIT = Pattern.compile("(\\d+)T");
    private static final int MOST_SEGMENTS = 20_000;

    private final Shelf segments;
    private final Shelf traits;
    private final Shelf mappings;
    private final Crud crud;

    SegmentRoutes(Shelves shelves) {
        segments = shelves.of(Kind.SEGMENT);
        traits = shelves.of(Kind.TRAIT);
        mappings = shelves.of(Kind.MAPPING);
        crud = new Crud(segments, this::refuseWhenMapped);
    }

    void addTo(Router router) {
        router.get("segments/limits", call -> Replies.ok(limits()))
                .post("segments/validate", this::validate)
                .post("segments/estimate-size", this::estimate)
                .post("segments/estimate-7-day-size", call -> estimate(call, 7))
                .post("segments/estimate-30-day-size", call -> estimate(call, 30))
                .post("segments/estimate-60-day-size", call -> estimate(call, 60))
                .post("segments/bulk-merge-rule-replace", this::replaceMergeRule)
                .post("segment-test-groups/drafts", call -> Replies.created(call.object()));
        crud.bulkDeletableAt(router);
        router.get("segments", this::list).get("segments/{id}", this::get);
        crud.creatableAt(router);
        router.put("segments/{id}", this::replace);
        crud.deletableAt(router);
        router.get("folders/segments/{folder}/segments", this::inFolder);
    }

    private Answer list(ApiCall call) {
        Stream<ObjectNode> all = segments.all().stream();
        if (call.query("containsTrait").isPresent()) {
            String trait = call.query("containsTrait").get();
            all = all.filter(s -> traitsIn(s).contains(trait));
        }
        if (call.query("updatedSince").isPresent()) {
            String text = call.query("updatedSince").get();
            long since = epochMillis(text);
            all = all.filter(s -> s.path("updateTime").asLong(0) >= since);
        }
        return Listing.of(Kind.SEGMENT, all, call, segment -> view(segment, call));
    }

    private static long epochMillis(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiError.badRequest("updatedSince must be a time in milliseconds, not '" + text + "'.");
        }
    }

    private Answer inFolder(ApiCall call) {
        int folder = call.id("folder");
        Stream<ObjectNode> all =
                segments.all().stream().filter(s -> s.path("folderId").asInt(-1) == folder);
        return Listing.of(Kind.SEGMENT, all, call, segment -> view(segment, call));
    }

    private Answer get(ApiCall call) {
        ObjectNode segment = crud.find(call);
        return Replies.ok(view(segment, call)).with("ETag", segments.etag(crud.idOf(segment)));
    }

    private Answer replace(ApiCall call) {
        int sid = crud.idOf(crud.find(call));
        ObjectNode segment = segments.replace(sid, call.object(), call.header("If-Match"));
        return Replies.ok(segment).with("ETag", segments.etag(sid));
    }

    private ObjectNode view(ObjectNode segment, ApiCall call) {
        ObjectNode view = Views.alone(Kind.SEGMENT, segment, call);
        if (call.flag("includeInUseStatus")) {
            List<Integer> destinations = destinationsOf(segment.path("sid").asInt());
            view.put("inUse", !destinations.isEmpty());
            ArrayNode ids = view.putObject("mappedEntities").putArray("destinations");
            destinations.forEach(ids::add);
        }
        if (call.flag("includeTraitDataSourceIds")) {
            ArrayNode ids = view.putArray("traitDataSourceIds");
            traitsOf(segment)
                    .map(t -> t.path("dataSourceId").asInt())
                    .distinct()
                    .forEach(ids::add);
        }
        if (call.flag("includeExprTree")) {
            view.put("codeViewOnly", false);
            view.putObject("expressionTree");
            view.set("traits", Replies.array(traitsOf(segment).toList()));
        }
        return view;
    }

    private static List<String> traitsIn(ObjectNode segment) {
        return TRAIT.matcher(segment.path("segmentRule").asString(""))
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }

    private Stream<ObjectNode> traitsOf(ObjectNode segment) {
        return traitsIn(segment).stream().flatMap(sid -> traits.find(Integer.parseInt(sid)).stream());
    }

    private List<Integer> destinationsOf(int sid) {
        return mappings.all().stream()
                .filter(m -> m.path("sid").asInt() == sid)
                .map(m -> m.path("destinationId").asInt())
                .distinct()
                .toList();
    }

    private void refuseWhenMapped(ObjectNode segment) {
        List<Integer> destinations = destinationsOf(segment.path("sid").asInt());
        if (!destinations.isEmpty()) {
            throw ApiError.refused(
                    "CANNOT_DELETE_ENTITY_MAPPED",
                    "The segment is mapped to destinations; remove the mappings first.",
                    destinations.stream().map(id -> "Destination " + id).toList());
        }
    }

    private Answer validate(ApiCall call) {
        ObjectNode segment = Replies.NODES.objectNode();
        segment.set("segmentRule", call.object().path("rule"));
        List<String> unknown = traitsIn(segment).stream()
                .filter(sid -> traits.find(Integer.parseInt(sid)).isEmpty())
                .map(sid -> "Trait " + sid + " does not exist.")
                .toList();
        if (traitsIn(segment).isEmpty() || !unknown.isEmpty()) {
            throw ApiError.badRequest("The rule is not valid.", unknown);
        }
        ObjectNode body = Replies.NODES.objectNode().put("codeViewOnly", false);
        body.putObject("expressionTree");
        body.set("traits", Replies.array(traitsOf(segment).toList()));
        return Replies.ok(body);
    }

    private Answer estimate(ApiCall call) {
        ArrayNode sizes = Replies.NODES.arrayNode();
        for (int days : new int[] {7, 30, 60}) {
            sizes.add(size(call, days));
        }
        ObjectNode body = Replies.NODES.objectNode();
        body.set("audienceSizes", sizes);
        return Replies.ok(body);
    }

    private static Answer estimate(ApiCall call, int days) {
        ObjectNode body = Replies.NODES.objectNode();
        body.set("audienceSize", size(call, days));
        return Replies.ok(body);
    }

    private static ObjectNode size(ApiCall call, int days) {
        int weight = call.object().path("rule").asString("").length();
        ObjectNode size =
                Replies.NODES.objectNode().put("timeWindow", "DAYS" + days).put("size", weight * days * 10);
        size.putObject("confidenceInterval").put("low", weight * days * 9).put("high", weight * days * 11);
        return size;
    }

    private Answer replaceMergeRule(ApiCall call) {
        ObjectNode body = call.object();
        int from = body.path("existingMergeRuleDataSourceId").asInt(-1);
        int to = body.path("replaceWithMergeRuleDataSourceId").asInt(-1);
        if (from < 0 || to < 0) {
            throw ApiError.badRequest("Both data source ids are required.");
        }
        segments.all().stream()
                .filter(s -> s.path("mergeRuleDataSourceId").asInt(-1) == from)
                .forEach(s -> segments.edit(s.path("sid").asInt(), copy -> copy.put("mergeRuleDataSourceId", to)));
        return Replies.noContent();
    }

    private ObjectNode limits() {
        return Replies.NODES.objectNode().put("maxCount", MOST_SEGMENTS).put("currentCount", segments.size());
    }
}
