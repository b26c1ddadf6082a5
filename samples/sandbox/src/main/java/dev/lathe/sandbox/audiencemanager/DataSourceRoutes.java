package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Data sources, the files that they took in, and who hears of them. */
final class DataSourceRoutes {

    private final Shelf dataSources;

    DataSourceRoutes(Shelves shelves) {
        dataSources = shelves.of(Kind.DATA_SOURCE);
    }

    void addTo(Router router) {
        Crud crud = new Crud(dataSources, object -> {});
        crud.bulkDeletableAt(router);
        crud.readableAt(router);
        crud.creatableAt(router);
        crud.replaceableAt(router);
        crud.deletableAt(router);
        router.get("datasources/{id}/history/inbound", this::history)
                .get("datasources/{id}/inbound-mailing-list", this::mailingList)
                .get("datasources/{id}/inbound-mailing-list/{email}", this::mailingListEntry);
    }

    /** One file was taken in when the data source was created. */
    private Answer history(ApiCall call) {
        ObjectNode source = dataSources.get(call.id("id"));
        ArrayNode jobs = Replies.NODES.arrayNode();
        String file = "ftp_dpm_" + call.id("id") + "_1700000000.sync";
        if (call.query("dataFileName").orElse(file).equals(file)) {
            ObjectNode job = jobs.addObject().put("dataFileName", file).put("receivedRecords", 1_000);
            job.put("successRecords", 990).set("startTime", source.path("createTime"));
            if (call.flag("includeSamplingDetails")) {
                job.putArray("samplingDetails");
            }
        }
        return Replies.ok(jobs);
    }

    private Answer mailingList(ApiCall call) {
        return Replies.ok(Replies.strings(subscribers(call).toArray(String[]::new)));
    }

    private Answer mailingListEntry(ApiCall call) {
        String email = call.path("email");
        if (!subscribers(call).contains(email)) {
            throw ApiError.notFound("'" + email + "' is not on the list.");
        }
        return Replies.ok(Replies.NODES.objectNode().put("email", email));
    }

    /** The calling user alone: how the service adds others is not known. */
    private List<String> subscribers(ApiCall call) {
        dataSources.get(call.id("id"));
        return List.of(UserRoutes.EMAIL);
    }
}
