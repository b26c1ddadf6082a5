package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Users, the calling user, groups and what groups may do. */
final class UserRoutes {

    /** Address of the calling user. */
    static final String EMAIL = "user@sandbox.example";

    private final Shelf users;
    private final Shelf groups;
    private final Map<Integer, JsonNode> permissions = new ConcurrentHashMap<>();

    UserRoutes(Shelves shelves) {
        users = shelves.of(Kind.USER);
        groups = shelves.of(Kind.GROUP);
        ObjectNode self = Replies.NODES.objectNode();
        self.put("userId", Shelf.USER).put("pid", Shelf.PARTNER).put("username", "sandbox-user");
        self.put("status", "ACTIVE").put("firstName", "Sandbox").put("lastName", "User");
        self.put("email", EMAIL).putNull("title").putNull("phoneNumber").put("isAdmin", true);
        self.putArray("groups");
        self.put("companyName", "Sandbox").put("createTime", 0L).put("updateTime", 0L);
        users.put(self);
    }

    void addTo(Router router) {
        router.get("users/self", call -> Replies.ok(users.get(Shelf.USER)))
                .put("users/self/update", this::updateSelf)
                .post("users/self/update-password", this::updatePassword)
                .post("users/self/reset-password", call -> Replies.ok(Replies.NODES.objectNode()))
                .post("users/update-groups", this::updateGroups);
        Crud userCrud = new Crud(users, this::refuseSelf);
        userCrud.bulkDeletableAt(router);
        userCrud.readableAt(router);
        userCrud.creatableAt(router);
        userCrud.replaceableAt(router);
        userCrud.deletableAt(router);
        router.post("users/{id}/reset-password", call -> resetPassword(call, userCrud));
        Crud groupCrud = new Crud(groups, group -> {});
        groupCrud.bulkDeletableAt(router);
        router.delete("groups/bulk-delete", groupCrud::bulkDelete); // what the documentation prints
        groupCrud.readableAt(router);
        groupCrud.creatableAt(router);
        groupCrud.replaceableAt(router);
        groupCrud.deletableAt(router);
        router.get("groups/{id}/permissions", this::permissions).put("groups/{id}/permissions", this::setPermissions);
    }

    private Answer updateSelf(ApiCall call) {
        ObjectNode profile = users.get(Shelf.USER).deepCopy();
        ObjectNode body = call.object();
        for (String name : new String[] {"status", "firstName", "lastName", "email", "title", "phoneNumber"}) {
            if (!body.path(name).isMissingNode()) {
                profile.set(name, body.path(name));
            }
        }
        return Replies.ok(users.replace(Shelf.USER, profile, Optional.empty()));
    }

    private Answer updatePassword(ApiCall call) {
        ObjectNode body = call.object();
        if (body.path("oldPassword").asString("").isEmpty()
                || body.path("newPassword").asString("").isEmpty()) {
            throw ApiError.badRequest("Both passwords are required.");
        }
        return Replies.ok(Replies.NODES.objectNode());
    }

    private static Answer resetPassword(ApiCall call, Crud crud) {
        crud.find(call);
        return Replies.ok(Replies.NODES.objectNode());
    }

    /** The body is not known; taken is a user id with the groups that the user is in from now on. */
    private Answer updateGroups(ApiCall call) {
        ObjectNode body = call.object();
        int id = body.path("userId").asInt(-1);
        if (!body.path("groups").isArray()) {
            throw ApiError.badRequest("groups must be an array of ids.");
        }
        users.edit(id, user -> {
            user.set("groups", body.path("groups"));
            return user;
        });
        return Replies.ok(users.get(id));
    }

    private void refuseSelf(ObjectNode user) {
        if (user.path("userId").asInt() == Shelf.USER) {
            throw ApiError.conflict("CANNOT_DELETE_SELF", "The calling user cannot be deleted.");
        }
    }

    private Answer permissions(ApiCall call) {
        groups.get(call.id("id"));
        return Replies.ok(permissions.getOrDefault(call.id("id"), Replies.NODES.arrayNode()));
    }

    private Answer setPermissions(ApiCall call) {
        groups.get(call.id("id"));
        permissions.put(call.id("id"), call.array());
        return Replies.ok(call.array());
    }
}
