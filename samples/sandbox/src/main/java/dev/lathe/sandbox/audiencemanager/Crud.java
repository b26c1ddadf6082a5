package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations that kinds have in common: list, get, create, replace, delete, bulk delete. */
final class Crud {

    private static final String BY_CODE = "ic:";

    private final Shelf shelf;
    private final Kind kind;
    private final Consumer<ObjectNode> beforeDelete;

    /** @param beforeDelete refuses, with an {@link ApiError}, what must stay */
    Crud(Shelf shelf, Consumer<ObjectNode> beforeDelete) {
        this.shelf = shelf;
        this.kind = shelf.kind();
        this.beforeDelete = beforeDelete;
    }

    void readableAt(Router router) {
        router.get(kind.path(), this::list).get(kind.path() + "/{id}", this::get);
    }

    void creatableAt(Router router) {
        router.post(kind.path(), this::create);
    }

    void replaceableAt(Router router) {
        router.put(kind.path() + "/{id}", this::replace);
    }

    void deletableAt(Router router) {
        router.delete(kind.path() + "/{id}", this::delete);
    }

    void bulkDeletableAt(Router router) {
        router.post(kind.path() + "/bulk-delete", this::bulkDelete);
    }

    private Answer list(ApiCall call) {
        return Listing.of(kind, shelf.all().stream(), call, object -> Views.inList(kind, object, call));
    }

    Answer get(ApiCall call) {
        return Replies.ok(Views.alone(kind, find(call), call));
    }

    Answer create(ApiCall call) {
        return Replies.created(shelf.create(call.object()));
    }

    Answer replace(ApiCall call) {
        int id = idOf(find(call));
        return Replies.ok(shelf.replace(id, call.object(), Optional.empty()));
    }

    Answer delete(ApiCall call) {
        ObjectNode object = find(call);
        beforeDelete.accept(object);
        shelf.delete(idOf(object));
        return Replies.noContent();
    }

    /** All or nothing. */
    Answer bulkDelete(ApiCall call) {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode id : call.array()) {
            if (!id.isInt()) {
                throw ApiError.badRequest("The body must be an array of ids.");
            }
            ids.add(id.intValue());
        }
        ids.forEach(id -> beforeDelete.accept(shelf.get(id)));
        ids.forEach(shelf::delete);
        return Replies.noContent();
    }

    /** The object that the path names: by id, or by {@code ic:} and its integration code. */
    ObjectNode find(ApiCall call) {
        String id = call.path("id");
        if (id.startsWith(BY_CODE)) {
            String code = id.substring(BY_CODE.length());
            return shelf.findBy("integrationCode", code).orElseThrow(() -> shelf.missing(id));
        }
        return shelf.get(call.id("id"));
    }

    int idOf(ObjectNode object) {
        return object.path(kind.id()).asInt();
    }
}
