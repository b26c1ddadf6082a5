package dev.lathe.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mutations of an OpenAPI document, on its tree. */
final class JsonMutator implements Mutator {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A tree has each name once: this mark comes off when it is text. */
    private static final String TWICE = "-stands-twice";

    private static final List<String> KEYWORDS = List.of(
            "$ref",
            "type",
            "allOf",
            "oneOf",
            "anyOf",
            "items",
            "properties",
            "enum",
            "const",
            "required",
            "discriminator",
            "additionalProperties",
            "nullable",
            "format",
            "in",
            "name",
            "schema",
            "content",
            "parameters",
            "style",
            "servers",
            "tags",
            "default",
            "responses",
            "requestBody",
            "x-lathe-paging",
            "x-lathe-type",
            "prefixItems",
            "$anchor");

    private final JsonNode document;

    private JsonMutator(JsonNode document) {
        this.document = document;
    }

    static JsonMutator of(Document document) throws IOException {
        return new JsonMutator(document.tree());
    }

    @Override
    public String mutate(Random random) {
        JsonNode copy = document.deepCopy();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            mutate(copy, random);
        }
        return copy.toString().replace(TWICE, "");
    }

    private static void mutate(JsonNode document, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(document, containers);
        JsonNode container = any(containers, random);
        JsonNode graft = any(containers, random);
        // The document within itself would double it each time.
        JsonNode small = graft == document ? NODES.objectNode() : graft.deepCopy();
        if (container instanceof ArrayNode array) {
            array.add(random.nextBoolean() ? odd(random) : small);
        } else if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            change(object, any(names, random), any(names, random), small, random);
        }
    }

    private static void change(ObjectNode object, String name, String other, JsonNode graft, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, odd(random));
            case 2 -> object.set(name, graft);
            case 3 -> object.set(name, object.get(other));
            case 4 -> object.set(any(KEYWORDS, random), random.nextBoolean() ? odd(random) : graft);
            case 5 -> object.set(name + TWICE, object.get(other));
            case 6 -> {
                if (object.path("$ref").isTextual()) {
                    object.put("$ref", object.get("$ref").asText() + "x");
                }
            }
            default -> object.set(name + "x", object.remove(name));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static JsonNode odd(Random random) {
        List<JsonNode> values = List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(-1),
                NODES.numberNode(new BigDecimal("1e3000")),
                NODES.textNode(""),
                NODES.textNode("object"),
                NODES.textNode("#/components/schemas/Cat"),
                NODES.textNode("\u0000*/\uD83D\uDE00"),
                NODES.arrayNode(),
                NODES.arrayNode().addNull().add("null"),
                NODES.arrayNode().add(NODES.arrayNode().add(1)),
                NODES.objectNode(),
                NODES.objectNode().put("$ref", "#"),
                NODES.objectNode().put("$ref", 5));
        return any(values, random).deepCopy();
    }
}
