package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops the members of a schema that say nothing about values of its type. */
final class StrayMembers {

    private static final List<String> ITEMS = List.of("items", "prefixItems");
    private static final List<String> COMBINING = List.of("allOf", "oneOf", "anyOf");

    private final Origins origins;
    private final Findings findings;

    StrayMembers(Origins origins, Findings findings) {
        this.origins = origins;
        this.findings = findings;
    }

    /**
     * Swagger Parser takes what has items for a list, and drops {@code properties}, {@code allOf} and their like beside them.
     * Where the type does not tell, properties do.
     */
    void drop(ObjectNode schema) {
        Set<String> types = new HashSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(one -> types.add(one.asText()));
        boolean list = types.contains("array");
        boolean hasItems = schema.has("items") || schema.has("prefixItems");
        boolean hasProperties = !schema.path("properties").isEmpty();
        if (hasProperties && list && !types.contains("object")) {
            report(schema, "properties", "a list, whose items say what it holds");
            schema.remove("properties");
        } else if (hasItems && !list && (hasProperties || types.contains("object"))) {
            report(schema, "items", "an object");
            schema.remove(ITEMS);
        } else if (hasItems && !list) {
            choose(schema, types.isEmpty());
        }
    }

    /** Parts that only restrict values leave it to the items what these are; else the parts say more than the items. */
    private void choose(ObjectNode schema, boolean untyped) {
        List<String> combining = COMBINING.stream().filter(schema::has).toList();
        if (combining.isEmpty()) {
            return;
        }
        if (untyped && combining.stream().map(schema::path).allMatch(StrayMembers::onlyRestrict)) {
            schema.remove(combining);
            return;
        }
        findings.warnOnce(
                "stray-member",
                "items beside parts",
                origins.at(schema),
                "'items' counts beside 'type: array' only, if there are 'allOf', 'oneOf' or 'anyOf'; it is ignored.",
                "say 'type: array' where the items stand");
        schema.remove(ITEMS);
    }

    private static boolean onlyRestrict(JsonNode parts) {
        for (JsonNode part : parts) {
            if (part.has("$ref") || SchemaAt.hasStructure(part) || part.has("nullable") || part.has("x-nullable")) {
                return false;
            }
        }
        return true;
    }

    private void report(ObjectNode schema, String member, String what) {
        findings.warnOnce(
                "stray-member",
                member,
                origins.at(schema),
                "'" + member + "' says nothing about " + what + "; it is ignored.");
    }
}
