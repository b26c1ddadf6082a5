package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Drops the members of a schema that say nothing about values of its type. */
final class StrayMembers {

    private static final List<String> ITEMS = List.of("items", "prefixItems");
    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");
    private static final List<String> OF_OTHERS =
            List.of("items", "prefixItems", "properties", "patternProperties", "additionalProperties");
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
        dropDiscriminator(schema);
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(one -> types.add(one.asText()));
        types.remove("null");
        if (!types.isEmpty() && SCALARS.containsAll(types)) {
            dropOfOthers(schema, types);
            return;
        }
        if (types.equals(Set.of("array"))) {
            dropValuesOfItems(schema);
        }
        boolean list = types.contains("array");
        boolean hasItems = schema.has("items") || schema.has("prefixItems");
        boolean hasProperties = !schema.path("properties").isEmpty();
        if (hasProperties && list && !types.contains("object")) {
            report(schema, "properties", "a list, whose items say what it holds");
            schema.remove("properties");
        } else if (hasItems && !list && (hasProperties || types.contains("object"))) {
            report(schema, "items", "an object");
            schema.remove(ITEMS);
        } else if (hasItems && list) {
            dropParts(schema);
        } else if (hasItems) {
            choose(schema, types.isEmpty());
        }
    }

    /** What tells the type of an object is a text (OpenAPI 3.1, section 4.8.25). */
    private void dropDiscriminator(ObjectNode schema) {
        String tag = schema.path("discriminator").path("propertyName").asText();
        String type = schema.path("properties").path(tag).path("type").asText();
        if (type.equals("array") || type.equals("object")) {
            findings.warnOnce(
                    "stray-member",
                    "discriminator",
                    origins.at(schema),
                    "'discriminator' names '" + tag + "', which is no text; it is ignored.");
            schema.remove("discriminator");
        }
    }

    private void dropOfOthers(ObjectNode schema, Set<String> types) {
        for (String member : OF_OTHERS) {
            if (!schema.path(member).isEmpty()) {
                report(schema, member, "a value of type '" + String.join("' or '", types) + "'");
                schema.remove(member);
            }
        }
    }

    /** Many authors list the values of the items where the list is described. */
    private void dropValuesOfItems(ObjectNode schema) {
        JsonNode values = schema.path("enum");
        boolean lists = false;
        for (JsonNode value : values) {
            lists |= value.isArray();
        }
        if (!values.isEmpty() && !lists) {
            findings.warnOnce(
                    "stray-member",
                    "enum of a list",
                    origins.at(schema),
                    "None of the values of 'enum' is a list, which 'type: array' asks for; 'enum' is ignored.",
                    "values of the items stand in 'items'");
            schema.remove("enum");
        }
    }

    private void dropParts(ObjectNode schema) {
        for (String member : COMBINING) {
            if (!onlyRestrict(schema.path(member))) {
                report(schema, member, "a list, whose items say what it holds");
            }
        }
        schema.remove(COMBINING);
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
