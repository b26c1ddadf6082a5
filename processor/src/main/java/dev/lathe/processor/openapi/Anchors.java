package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that JSON Schema lets schemas of a document give themselves: {@code $anchor} and {@code $id}. */
final class Anchors {

    private final Map<String, JsonNode> anchors = new HashMap<>();
    private final Map<String, JsonNode> ids = new HashMap<>();

    Anchors(JsonNode root) {
        collect(root);
    }

    private void collect(JsonNode node) {
        add(node.path("$anchor"), node, anchors);
        add(node.path("$dynamicAnchor"), node, anchors);
        add(node.path("$id"), node, ids);
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                collect(child);
            }
        }
    }

    private static void add(JsonNode name, JsonNode node, Map<String, JsonNode> names) {
        if (name.isTextual()) {
            names.putIfAbsent(name.textValue(), node);
        }
    }

    /** What {@code #name} means. */
    Optional<JsonNode> anchor(String name) {
        return Optional.ofNullable(anchors.get(name));
    }

    /** The schema that calls itself by this address. */
    Optional<JsonNode> id(String address) {
        return Optional.ofNullable(ids.get(address));
    }
}
