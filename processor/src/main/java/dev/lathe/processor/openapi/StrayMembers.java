package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops the members of a schema that say nothing about values of its type. */
final class StrayMembers {

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
            schema.remove(List.of("items", "prefixItems"));
        }
        boolean composed = schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf");
        if (composed && !list) {
            schema.remove(List.of("items", "prefixItems"));
        }
    }

    private void report(ObjectNode schema, String member, String what) {
        findings.warnOnce(
                "stray-member",
                member,
                origins.at(schema),
                "'" + member + "' says nothing about " + what + "; it is ignored.");
    }
}
