package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Traits and their types. */
final class TraitRoutes {

    private static final Set<String> TYPES = Set.of("RULE_BASED_TRAIT", "ON_BOARDED_TRAIT", "ALGO_TRAIT");

    private final Shelf traits;
    private final Shelf traitTypes;
    private final Crud crud;

    TraitRoutes(Shelves shelves) {
        traits = shelves.of(Kind.TRAIT);
        traitTypes = shelves.of(Kind.TRAIT_TYPE);
        crud = new Crud(traits, trait -> {});
        builtIn(1, "User Trait");
        builtIn(2, "Site Visitor");
        builtIn(4, "Delivery Event");
    }

    private void builtIn(int id, String name) {
        ObjectNode type = Replies.NODES.objectNode();
        type.put("pixelType", id).put("pid", 0).put("name", name).putNull("description");
        type.put("crUID", 0).put("upUID", 0).put("createTime", 0L).put("updateTime", 0L);
        traitTypes.put(type);
    }

    void addTo(Router router) {
        router.get("traits/limits", call -> Replies.ok(limits()))
                .post("traits/validate", this::validate)
                .post("traits/test", this::test)
                .get("traits/{id}/trait-rule/versions", this::ruleVersions);
        crud.bulkDeletableAt(router);
        router.get("traits/{id}", this::get).post("traits", this::create);
        crud.readableAt(router);
        crud.replaceableAt(router);
        crud.deletableAt(router);
        Crud types = new Crud(traitTypes, type -> {});
        types.readableAt(router);
        types.creatableAt(router);
    }

    /** One trait, or several with their ids joined by commas. */
    private Answer get(ApiCall call) {
        String ids = call.path("id");
        if (ids.startsWith("ic:") || ids.indexOf(',') < 0) {
            return crud.get(call);
        }
        List<ObjectNode> found = Arrays.stream(ids.split(","))
                .map(id -> traits.find(number(id)).orElseThrow(() -> traits.missing(id)))
                .toList();
        return Replies.ok(Replies.array(found));
    }

    private static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private Answer create(ApiCall call) {
        ObjectNode body = call.object();
        String type = body.path("traitType").asString("");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            throw ApiError.badRequest("The trait is not valid.", "traitType cannot be '" + type + "'.");
        }
        return Replies.created(traits.create(body));
    }

    private Answer validate(ApiCall call) {
        String rule = call.object().path("code").asString("");
        long open = rule.chars().filter(c -> c == '(').count();
        long close = rule.chars().filter(c -> c == ')').count();
        if (rule.isBlank() || open != close) {
            throw ApiError.badRequest("The rule is not valid.");
        }
        return Replies.ok(Replies.NODES.objectNode());
    }

    /** The body is not known; taken is a rule, which matches an event of {@code key=value} pairs that it names. */
    private Answer test(ApiCall call) {
        ObjectNode body = call.object();
        String rule = body.path("rule").asString("").replaceAll("[\\s\"']", "").replace("==", "=");
        String event = body.path("event").asString("");
        return Replies.ok(Replies.NODES.objectNode().put("matches", !rule.isEmpty() && event.contains(rule)));
    }

    /** The rule of today is the only version that is kept. */
    private Answer ruleVersions(ApiCall call) {
        ObjectNode trait = crud.find(call);
        ArrayNode versions = Replies.NODES.arrayNode();
        ObjectNode version = versions.addObject();
        version.set("traitRule", trait.path("traitRule"));
        version.put("version", trait.path("traitRuleVersion").asInt(0)).set("updateTime", trait.path("updateTime"));
        return Replies.ok(versions);
    }

    private ObjectNode limits() {
        ObjectNode limits = Replies.NODES.objectNode();
        limits.put("RULE_BASED_TRAIT", 100_000).put("ON_BOARDED_TRAIT", 100_000).put("ALGO_TRAIT", 50);
        return limits;
    }
}
