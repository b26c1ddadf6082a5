package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One tree of folders. The root, 0, cannot be changed; a list is the root with everything nested in it. */
final class FolderRoutes {

    private static final int ROOT = 0;
    private static final int MOST_LEVELS = 5;

    private final Shelf folders;
    private final Shelf members;

    /** @param members what is kept in the folders */
    FolderRoutes(Shelf folders, Shelf members) {
        this.folders = folders;
        this.members = members;
        ObjectNode root = Replies.NODES.objectNode();
        String name = folders.kind().equals(Kind.TRAIT_FOLDER) ? "All Traits" : "All Segments";
        root.put("folderId", ROOT)
                .put("parentFolderId", -1)
                .put("pid", Shelf.PARTNER)
                .put("name", name);
        folders.put(root);
    }

    void addTo(Router router) {
        String path = folders.kind().path();
        router.get(path, call -> Replies.ok(Replies.array(List.of(tree(folders.get(ROOT), "")))))
                .get(path + "/{id}", this::get)
                .post(path, this::create)
                .put(path + "/{id}", this::replace)
                .delete(path + "/{id}", this::delete);
    }

    private Answer get(ApiCall call) {
        ObjectNode folder = folders.get(call.id("id"));
        return Replies.ok(call.flag("includeSubFolders") ? tree(folder, pathOf(folder)) : flat(folder, pathOf(folder)));
    }

    private Answer create(ApiCall call) {
        ObjectNode body = call.object();
        checkParent(body, Optional.empty());
        ObjectNode folder = folders.create(body);
        return Replies.created(flat(folder, pathOf(folder)));
    }

    private Answer replace(ApiCall call) {
        int id = changeable(call);
        ObjectNode body = call.object();
        checkParent(body, Optional.of(id));
        ObjectNode folder = folders.replace(id, body, Optional.empty());
        return Replies.ok(flat(folder, pathOf(folder)));
    }

    private Answer delete(ApiCall call) {
        int id = changeable(call);
        folders.get(id);
        boolean used = !children(id).isEmpty()
                || members.all().stream().anyMatch(m -> m.path("folderId").asInt(-1) == id);
        if (used) {
            throw ApiError.conflict("FOLDER_NOT_EMPTY", "The folder is not empty.");
        }
        folders.delete(id);
        return Replies.noContent();
    }

    private int changeable(ApiCall call) {
        int id = call.id("id");
        if (id == ROOT) {
            throw ApiError.badRequest("The root folder cannot be changed.");
        }
        return id;
    }

    private void checkParent(ObjectNode body, Optional<Integer> self) {
        if (!body.path("parentFolderId").isInt()) {
            throw ApiError.badRequest("The folder is not valid.", "parentFolderId is required.");
        }
        int levels = 1;
        int parent = body.path("parentFolderId").intValue();
        while (parent != ROOT) {
            if (self.filter(id -> id.equals(body.path("parentFolderId").intValue()))
                            .isPresent()
                    || self.isPresent() && self.get() == parent) {
                throw ApiError.badRequest("A folder cannot be moved into itself.");
            }
            ObjectNode folder =
                    folders.find(parent).orElseThrow(() -> ApiError.badRequest("The parent folder does not exist."));
            parent = folder.path("parentFolderId").asInt();
            levels++;
        }
        if (levels > MOST_LEVELS) {
            throw ApiError.badRequest("Folders can be nested " + MOST_LEVELS + " levels deep.");
        }
    }

    private List<ObjectNode> children(int id) {
        return folders.all().stream()
                .filter(f -> f.path("parentFolderId").asInt() == id)
                .toList();
    }

    private ObjectNode flat(ObjectNode folder, String path) {
        ObjectNode view = folder.deepCopy();
        view.put("path", path.isEmpty() ? "/" : path);
        view.put("folderCount", children(folder.path("folderId").asInt()).size());
        return view;
    }

    private ObjectNode tree(ObjectNode folder, String path) {
        ObjectNode view = flat(folder, path);
        view.set(
                "subFolders",
                Replies.array(children(folder.path("folderId").asInt()).stream()
                        .map(child ->
                                tree(child, path + "/" + child.path("name").asString("")))
                        .toList()));
        return view;
    }

    private String pathOf(ObjectNode folder) {
        int id = folder.path("folderId").asInt();
        if (id == ROOT) {
            return "";
        }
        String above = folders.find(folder.path("parentFolderId").asInt())
                .map(this::pathOf)
                .orElse("");
        return above + "/" + folder.path("name").asString("");
    }
}
