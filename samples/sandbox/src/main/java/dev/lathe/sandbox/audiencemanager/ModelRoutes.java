package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Algorithmic models and the results of their last run. */
final class ModelRoutes {

    private final Shelf models;
    private final Shelf traits;
    private final Crud crud;

    ModelRoutes(Shelves shelves) {
        models = shelves.of(Kind.MODEL);
        traits = shelves.of(Kind.TRAIT);
        crud = new Crud(models, this::refuseWhenUsed);
    }

    void addTo(Router router) {
        router.get(
                "models/limits",
                call -> Replies.ok(
                        Replies.NODES.objectNode().put("maxCount", 20).put("currentCount", models.size())));
        crud.bulkDeletableAt(router);
        crud.readableAt(router);
        crud.creatableAt(router);
        crud.replaceableAt(router);
        crud.deletableAt(router);
        router.get("models/{id}/runs/latest/traits", this::influentialTraits)
                .get("models/{id}/runs/latest/stats", this::stats)
                .get("models/{id}/processing-history", this::history);
    }

    private void refuseWhenUsed(ObjectNode model) {
        int id = crud.idOf(model);
        List<String> used = traits.all().stream()
                .filter(t -> t.path("algoModelId").asInt(-1) == id)
                .map(t -> t.path("sid").asString(""))
                .toList();
        if (!used.isEmpty()) {
            throw ApiError.refused(
                    "CANNOT_DELETE_ENTITY_WITH_MAPPINGS", "The model is used by traits; delete them first.", used);
        }
    }

    private Answer influentialTraits(ApiCall call) {
        crud.find(call);
        List<ObjectNode> all = traits.all();
        List<ObjectNode> ranked = all.subList(0, Math.min(25, all.size())).stream()
                .map(ObjectNode::deepCopy)
                .toList();
        for (int i = 0; i < ranked.size(); i++) {
            ranked.get(i).put("rank", i + 1).put("weight", 100 - 4 * i);
        }
        return Listing.of(Kind.TRAIT, ranked.stream(), call, trait -> Views.inList(Kind.TRAIT, trait, call));
    }

    private Answer stats(ApiCall call) {
        crud.find(call);
        ArrayNode stats = Replies.NODES.arrayNode();
        for (int i = 1; i <= 10; i++) {
            stats.addObject().put("AccuracyValue", 1.0 - i / 10.0).put("ReachValue", i * 2_500);
        }
        return Replies.ok(stats);
    }

    private Answer history(ApiCall call) {
        long created = crud.find(call).path("createTime").asLong(0) / 1000;
        return Replies.ok(Replies.NODES.arrayNode().add(created + 3_600));
    }
}
