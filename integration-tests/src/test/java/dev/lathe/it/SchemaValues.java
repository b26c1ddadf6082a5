package dev.lathe.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Random values that the schemas of an OpenAPI document allow, made from the document alone. Where its words leave open what
 * a value is, or lead out of the document, there is none.
 */
final class SchemaValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int DEEPEST = 6;

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("date", "2024-02-29"),
            Map.entry("date-time", "2024-02-29T12:34:56Z"),
            Map.entry("time", "12:34:56"),
            Map.entry("duration", "PT1H30M"),
            Map.entry("uuid", "123e4567-e89b-12d3-a456-426614174000"),
            Map.entry("byte", "aGVsbG8="),
            Map.entry("uri", "https://example.com/a?b=c"),
            Map.entry("int64", "12"),
            Map.entry("int32", "12"),
            Map.entry("integer", "12"),
            Map.entry("uint64", "12"),
            Map.entry("decimal", "1.5"),
            Map.entry("number", "1.5"),
            Map.entry("double", "1.5"),
            Map.entry("float", "1.5"));

    private final JsonNode document;
    private final Random random;

    SchemaValues(JsonNode document, long seed) {
        this.document = document;
        this.random = new Random(seed);
    }

    /** A value of the schema at that JSON pointer; empty where there is none to be made. */
    Optional<JsonNode> value(String pointer) {
        try {
            return Optional.of(value(document.at(pointer), pointer, 0));
        } catch (Unclear e) {
            return Optional.empty();
        }
    }

    /** No valid value follows from the schema. */
    private static final class Unclear extends Exception {}

    private JsonNode value(JsonNode schema, String pointer, int depth) throws Unclear {
        if (schema.path("$ref").isTextual()) {
            String reference = schema.path("$ref").textValue();
            if (!reference.startsWith("#/") || schema.size() > 1) {
                throw new Unclear();
            }
            return value(document.at(reference.substring(1)), reference.substring(1), depth);
        }
        if (depth > DEEPEST
                || !schema.isObject()
                || schema.has("not")
                || schema.has("if")
                || schema.has("x-lathe-type")) {
            throw new Unclear();
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.path("enum").size() > 0) {
            return listed(oneOf(schema.path("enum")), schema.path("type"));
        }
        if (schema.path("nullable").asBoolean() && depth > 0 && random.nextInt(6) == 0) {
            return NODES.nullNode();
        }
        for (String cases : List.of("oneOf", "anyOf")) {
            if (schema.path(cases).size() > 0) {
                return ofCase(schema, schema.path(cases), depth);
            }
        }
        if (isObject(schema)) {
            return object(schema, pointer, depth);
        }
        if (schema.path("allOf").size() == 1) {
            return value(schema.path("allOf").get(0), pointer, depth);
        }
        JsonNode type = schema.path("type");
        return scalarOrList(schema, (type.isArray() ? oneOf(type) : type).asText(), depth);
    }

    private static JsonNode listed(JsonNode value, JsonNode type) throws Unclear {
        // Some authors mean the items of a list, or the members of an object.
        if (type.isTextual() && List.of("array", "object").contains(type.asText()) && !value.isContainerNode()) {
            throw new Unclear();
        }
        return value;
    }

    private JsonNode scalarOrList(JsonNode schema, String type, int depth) throws Unclear {
        return switch (type) {
            case "string" ->
                NODES.textNode(text(
                        schema.has("contentEncoding")
                                ? "byte"
                                : schema.path("format").asText()));
            case "integer" -> NODES.numberNode(random.nextInt(100) - 50);
            case "number" -> number(schema.path("format").asText());
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            case "array" -> {
                ArrayNode list = NODES.arrayNode();
                for (int i = random.nextInt(3); i > 0 && schema.path("items").isObject(); i--) {
                    list.add(value(schema.path("items"), "", depth + 1));
                }
                yield list;
            }
            default -> throw new Unclear();
        };
    }

    private JsonNode number(String format) {
        int digits = format.startsWith("int") ? 0 : -1;
        return NODES.numberNode(new BigDecimal(random.nextInt(100)).scaleByPowerOfTen(digits));
    }

    /** What a format does not restrict: letters, and what JSON has to escape. */
    private String text(String format) throws Unclear {
        if (format.isEmpty()) {
            return "text \"" + Character.toString('à' + random.nextInt(20)) + "\" \\ " + random.nextInt(100);
        }
        return Optional.ofNullable(FORMATS.get(format)).orElseThrow(Unclear::new);
    }

    private JsonNode oneOf(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A value of one case, with the name by which a discriminator tells it. */
    private JsonNode ofCase(JsonNode schema, JsonNode cases, int depth) throws Unclear {
        if (schema.has("properties") || schema.has("allOf") || (schema.has("oneOf") && schema.has("anyOf"))) {
            throw new Unclear();
        }
        JsonNode chosen = oneOf(cases);
        JsonNode value = value(chosen, "", depth + 1);
        JsonNode discriminator = schema.path("discriminator");
        if (value instanceof ObjectNode object && discriminator.has("propertyName")) {
            Members members = new Members();
            collect(target(chosen), members, 0);
            tell(object, members, discriminator, chosen.path("$ref").asText());
        }
        return value;
    }

    private static void tell(ObjectNode object, Members members, JsonNode discriminator, String reference)
            throws Unclear {
        String property = discriminator.path("propertyName").asText();
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        String told = discriminator.path("mapping").properties().stream()
                .filter(entry ->
                        Set.of(reference, name).contains(entry.getValue().asText()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
        JsonNode values =
                members.schemas.getOrDefault(property, NODES.missingNode()).path("enum");
        boolean allowed = values.isEmpty();
        for (JsonNode value : values) {
            allowed |= value.asText().equals(told);
        }
        if (told.isEmpty() || !allowed) {
            throw new Unclear();
        }
        object.put(property, told);
    }

    private boolean isObject(JsonNode schema) throws Unclear {
        for (JsonNode part : schema.path("allOf")) {
            if (isObject(target(part))) {
                return true;
            }
        }
        String type = schema.path("type").asText();
        return type.equals("object") || (type.isEmpty() && schema.has("properties"));
    }

    private JsonNode target(JsonNode schema) throws Unclear {
        JsonNode target = schema;
        for (int steps = 0; target.path("$ref").isTextual(); steps++) {
            String reference = target.path("$ref").textValue();
            if (!reference.startsWith("#/") || steps > DEEPEST) {
                throw new Unclear();
            }
            target = document.at(reference.substring(1));
        }
        return target;
    }

    /** What all parts of a schema say of an object. */
    private static final class Members {
        private final Map<String, JsonNode> schemas = new LinkedHashMap<>();
        private final Set<String> required = new HashSet<>();
        private JsonNode others = NODES.booleanNode(false);
        private JsonNode discriminator = NODES.missingNode();
    }

    private void collect(JsonNode schema, Members members, int depth) throws Unclear {
        if (depth > DEEPEST || schema.has("oneOf") || schema.has("anyOf")) {
            throw new Unclear();
        }
        for (JsonNode part : schema.path("allOf")) {
            collect(target(part), members, depth + 1);
        }
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            if (members.schemas.put(member.getKey(), member.getValue()) != null) {
                throw new Unclear();
            }
        }
        schema.path("required").forEach(name -> members.required.add(name.asText()));
        if (schema.path("additionalProperties").isObject() && !schema.has("allOf")) {
            members.others = schema.path("additionalProperties");
        }
        if (schema.path("discriminator").has("propertyName")) {
            members.discriminator = schema.path("discriminator");
        }
    }

    private JsonNode object(JsonNode schema, String pointer, int depth) throws Unclear {
        Members members = new Members();
        collect(schema, members, 0);
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> member : members.schemas.entrySet()) {
            // What tells the type of an object is always written.
            boolean required = members.required.contains(member.getKey())
                    || member.getValue().has("const");
            if (required || random.nextInt(3) > 0) {
                Optional<JsonNode> value = member(member.getValue(), depth, required);
                value.ifPresent(one -> object.set(member.getKey(), one));
            }
        }
        if (members.others.size() > 0 && random.nextBoolean()) {
            object.set("other " + random.nextInt(10), value(members.others, "", depth + 1));
        }
        if (!members.discriminator.isMissingNode()) {
            tell(object, members, members.discriminator, "#" + pointer);
        }
        return object;
    }

    private Optional<JsonNode> member(JsonNode schema, int depth, boolean required) throws Unclear {
        try {
            return Optional.of(value(schema, "", depth + 1));
        } catch (Unclear e) {
            if (required) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
