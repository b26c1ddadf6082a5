package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Audience Marketplace: every data source is also a feed, with one plan. Subscribers are those who asked. */
final class MarketplaceRoutes {

    private static final int FIRST_PLAN = 100_000;

    private final Shelf dataSources;
    private final Map<Integer, ObjectNode> requests = new ConcurrentHashMap<>();

    MarketplaceRoutes(Shelves shelves) {
        dataSources = shelves.of(Kind.DATA_SOURCE);
    }

    void addTo(Router router) {
        router.get("data-feeds", call -> Replies.ok(feeds()))
                .get("data-feeds/billing-report", call -> Replies.ok(billing()))
                .get("data-feeds/{id}/plans", this::plans)
                .get("data-feeds/{id}/subscriptions", this::subscriptions)
                .get("available-data-feeds", call -> Replies.ok(feeds()))
                .post("available-data-feeds/{id}/requests", this::request);
    }

    private ArrayNode feeds() {
        return Replies.array(
                dataSources.all().stream().map(MarketplaceRoutes::feed).toList());
    }

    private static ObjectNode feed(ObjectNode source) {
        ObjectNode feed = Replies.NODES.objectNode();
        feed.set("dataSourceId", source.path("dataSourceId"));
        feed.set("name", source.path("name"));
        return feed.put("status", "ACTIVE");
    }

    private Answer plans(ApiCall call) {
        ObjectNode source = dataSources.get(call.id("id"));
        ArrayNode plans = Replies.NODES.arrayNode();
        ObjectNode plan = plans.addObject();
        plan.put("planId", FIRST_PLAN + call.id("id")).set("dataSourceId", source.path("dataSourceId"));
        plan.put("description", "All traits of " + source.path("name").asString(""));
        plan.set("useCase", Replies.strings("SEGMENTS_AND_OVERLAP"));
        plan.put("status", "ACTIVE").put("billingCycle", "MONTHLY_IN_ARREARS").put("billingUnit", "FIXED");
        plan.put("price", 12.5).set("createTime", source.path("createTime"));
        plan.set("updateTime", source.path("updateTime"));
        plan.put("crUID", Shelf.USER).put("upUID", Shelf.USER);
        return Replies.ok(plans);
    }

    private Answer subscriptions(ApiCall call) {
        int id = call.id("id");
        dataSources.get(id);
        ArrayNode subscriptions = Replies.NODES.arrayNode();
        ObjectNode request = requests.get(id);
        if (request != null) {
            subscriptions.add(request);
        }
        return Replies.ok(subscriptions);
    }

    private Answer request(ApiCall call) {
        int id = call.id("id");
        dataSources.get(id);
        ObjectNode request = call.object().deepCopy();
        request.put("dataSourceId", id).put("pid", Shelf.PARTNER).put("status", "REQUESTED");
        requests.put(id, request);
        return Replies.created(request);
    }

    private ObjectNode billing() {
        ObjectNode report = Replies.NODES.objectNode();
        report.put("currency", "USD").put("total", 12.5 * requests.size());
        return report;
    }
}
