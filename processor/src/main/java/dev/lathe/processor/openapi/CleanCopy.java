package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.openapi.CleanSpec.SharedSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a document against the {@link Standard} while copying it. What is of the wrong kind is reported with its place
 * and left out, so that Swagger Parser and all later steps see a sound document.
 */
final class CleanCopy {

    /** Where the security schemes stand in a checked copy, of any version. */
    static final String SECURITY_SCHEMES = "x-lathe-security-schemes";

    /** Marks a schema of items. */
    static final String ITEM = "x-lathe-item";

    /** Marks a list that describes its first items only, so that others may follow. */
    static final String OPEN_TUPLE = "x-lathe-open-tuple";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Extensions of others that say something about the client. */
    private static final Set<String> FOREIGN_EXTENSIONS = Set.of(
            "x-nullable",
            "x-ms-skip-url-encoding",
            "x-enum-varnames",
            "x-enumNames",
            "x-enum-descriptions",
            "x-enumDescriptions");

    private static final List<String> DIALECTS =
            List.of("https://spec.openapis.org/oas/3.", "https://json-schema.org/draft/2020-12/schema");

    private final SpecVersion version;
    private final Standard standard;
    private final JsonNode document;
    private final References references;
    private final Origins origins;
    private final Findings findings;
    private final Parameters parameters;
    private final SharedSchemas shared;
    private final IdentityHashMap<JsonNode, ObjectNode> copies = new IdentityHashMap<>();

    CleanCopy(SpecVersion version, JsonNode document, References references, Origins origins, Findings findings) {
        this.version = version;
        this.standard = Standard.of(version);
        this.document = document;
        this.references = references;
        this.origins = origins;
        this.findings = findings;
        this.parameters = new Parameters(version, origins, findings);
        this.shared = new SharedSchemas(origins);
    }

    CleanSpec copy() {
        JsonNode declared = version == SpecVersion.V2
                ? document.path("definitions")
                : document.path("components").path("schemas");
        declared.properties().forEach(schema -> shared.declare(schema.getKey(), schema.getValue()));
        ObjectNode root = object((ObjectNode) document, "document");
        List<SharedSchema> schemas = new ArrayList<>();
        ObjectNode home = NODES.objectNode();
        for (var next = shared.next(); next.isPresent(); next = shared.next()) {
            SharedSchemas.Entry entry = next.get();
            ObjectNode schema = schema(entry.original(), document, entry.name());
            home.set(entry.key(), schema);
            schemas.add(new SharedSchema(entry.key(), entry.name(), entry.declared(), schema));
        }
        JsonNode schemes = version == SpecVersion.V2
                ? root.path("securityDefinitions")
                : root.path("components").path("securitySchemes");
        root.remove(List.of("components", "definitions", "parameters", "responses", "securityDefinitions"));
        if (schemes.isObject()) {
            root.set(SECURITY_SCHEMES, schemes);
        }
        root.putObject("components").set("schemas", home);
        return new CleanSpec(version, root, schemas);
    }

    private ObjectNode object(ObjectNode original, String name) {
        ObjectNode known = copies.get(original);
        if (known != null) {
            return known;
        }
        Shape shape = standard.shape(name);
        ObjectNode copy = NODES.objectNode();
        origins.same(copy, original);
        copies.put(original, copy);
        for (Map.Entry<String, JsonNode> member : original.properties()) {
            String key = member.getKey();
            JsonNode value = member.getValue();
            String kind = shape.members().get(key);
            if (key.startsWith("x-")) {
                if (key.startsWith("x-lathe-") || FOREIGN_EXTENSIONS.contains(key)) {
                    copy.set(key, value);
                }
            } else if (kind == null) {
                unknownMember(original, key, shape);
            } else {
                JsonNode checked = value(original, key, value, kind);
                if (checked != null) {
                    copy.set(nameOf(key, kind, checked), checked);
                }
            }
        }
        if (name.equals("media") && copy.remove("itemSchema") instanceof ObjectNode item) {
            // OpenAPI 3.2 describes the items of a sequence apart; before it their schema stood in the place of the
            // whole.
            copy.set("schema", item.put(ITEM, true));
        } else if (name.equals("path")) {
            path(original, copy);
        } else if (name.equals("schema")) {
            requireFlagged(original, copy);
            dropStrayItems(copy);
            markOpenTuple(original, copy);
        }
        return copy;
    }

    /** A list of items is what 3.1 calls {@code prefixItems}; defaults are for readers, and not for Swagger Parser. */
    private static String nameOf(String key, String kind, JsonNode value) {
        if (key.equals("items") && value.isArray()) {
            return "prefixItems";
        }
        return key.equals("default") && kind.equals("any") ? DocsText.DEFAULT : key;
    }

    /** Path items are the only objects but schemas that may say something beside their reference. */
    private void path(ObjectNode original, ObjectNode copy) {
        if (References.in(original).isPresent()) {
            references
                    .resolve(original, "path")
                    .map(target -> object((ObjectNode) target, "path"))
                    .ifPresent(target -> target.properties().forEach(m -> copy.putIfAbsent(m.getKey(), m.getValue())));
        }
        parameters.inherit(copy);
    }

    /** The checked value; null to leave the member out. */
    private @Nullable JsonNode value(ObjectNode holder, String key, JsonNode value, String kind) {
        if (kind.equals("-")) {
            return null;
        }
        if (value.isNull()) {
            return kind.equals("any") ? value : null;
        }
        return switch (kind) {
            case "!" -> notGenerated(holder, key);
            case "any" -> value;
            case "text" -> value.isValueNode() ? TextNode.valueOf(value.asText()) : wrong(holder, key, "a text");
            case "flag" -> flag(holder, key, value);
            case "texts" -> texts(holder, key, value);
            case "names" -> value.isBoolean() ? requiredFlag(holder, key) : texts(holder, key, value);
            case "types" -> value.isArray() ? texts(holder, key, value) : value(holder, key, value, "text");
            case "dialect" -> dialect(holder, key, value);
            case "security" -> security(holder, key, value);
            case "mapping" -> mapping(holder, key, value);
            case "schema" -> schema(value, holder, key);
            case "open" -> value.isBoolean() ? value : schema(value, holder, key);
            case "items" ->
                isNothing(value)
                        ? null
                        : value.isArray() ? list(holder, key, value, "schema") : schema(value, holder, key);
            default -> composite(holder, key, value, kind);
        };
    }

    /** The schema {@code false}: behind {@code prefixItems} it says that there are no more. */
    private static boolean isNothing(JsonNode schema) {
        return schema.isBoolean() && !schema.booleanValue();
    }

    private @Nullable JsonNode composite(ObjectNode holder, String key, JsonNode value, String kind) {
        if (kind.startsWith("[")) {
            return list(holder, key, value, kind.substring(1, kind.length() - 1));
        }
        if (kind.startsWith("{")) {
            return map(holder, key, value, kind.substring(1, kind.length() - 1));
        }
        if (kind.equals("discriminator") && value.isTextual()) {
            ObjectNode discriminator = NODES.objectNode();
            discriminator.set("propertyName", value);
            return discriminator;
        }
        return value instanceof ObjectNode object ? referable(object, kind) : wrong(holder, key, "an object");
    }

    private @Nullable ObjectNode referable(ObjectNode object, String kind) {
        if (kind.equals("path") || References.in(object).isEmpty()) {
            return object(object, kind);
        }
        return references
                .resolve(object, kind)
                .map(target -> object((ObjectNode) target, kind))
                .orElse(null);
    }

    private @Nullable JsonNode list(ObjectNode holder, String key, JsonNode value, String kind) {
        if (!(value instanceof ArrayNode array)) {
            return wrong(holder, key, "a list");
        }
        ArrayNode copy = NODES.arrayNode();
        origins.same(copy, array);
        for (JsonNode item : array) {
            JsonNode checked = null;
            if (kind.equals("schema")) {
                checked = schema(item, holder, key);
            } else if (item instanceof ObjectNode object) {
                checked = referable(object, kind);
            } else {
                wrong(holder, key, "a list of objects");
            }
            if (checked != null && (!kind.equals("parameter") || parameters.isSound(checked, item, copy))) {
                copy.add(checked);
            }
        }
        return copy;
    }

    private @Nullable JsonNode map(ObjectNode holder, String key, JsonNode value, String kind) {
        if (!(value instanceof ObjectNode object)) {
            return wrong(holder, key, "an object");
        }
        boolean extensible = kind.equals("path") || kind.equals("response");
        ObjectNode copy = NODES.objectNode();
        origins.same(copy, object);
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (extensible && member.getKey().startsWith("x-")) {
                continue;
            }
            JsonNode checked = kind.equals("schema")
                    ? schema(member.getValue(), object, member.getKey())
                    : value(object, member.getKey(), member.getValue(), kind);
            if (checked != null) {
                copy.set(member.getKey(), checked);
            }
        }
        return copy;
    }

    /** A schema; one that says nothing where the document has none, or a broken reference. */
    private ObjectNode schema(JsonNode value, JsonNode holder, String key) {
        if (!(value instanceof ObjectNode original)) {
            if (!value.isBoolean() && !value.isNull()) {
                wrong(holder, key, "a schema");
            }
            ObjectNode anything = NODES.objectNode();
            SpecPath at = origins.at(holder);
            origins.child(anything, holder, key, at.line(), at.column());
            return anything;
        }
        if (References.in(original).isPresent()) {
            return reference(original);
        }
        if (original.get("schema") instanceof ObjectNode inner && isWrapper(original)) {
            findings.warnOnce(
                    "wrong-kind",
                    "schema in schema",
                    origins.at(original, "schema"),
                    "A schema should not be wrapped in 'schema'; it is read as if it were not.");
            ObjectNode unwrapped = schema(inner, original, "schema");
            if (original.path("description").isTextual() && !unwrapped.has("description")) {
                unwrapped.set("description", original.get("description"));
            }
            return unwrapped;
        }
        return object(original, "schema");
    }

    /** Beside {@code schema} it says nothing about values but that they are objects, as one describes a parameter. */
    private static boolean isWrapper(ObjectNode schema) {
        return schema.properties().stream().allMatch(member -> switch (member.getKey()) {
            case "schema", "title", "description", "example", "examples" -> true;
            case "type" -> member.getValue().asText().equals("object");
            case "required" -> member.getValue().isBoolean();
            default -> member.getKey().startsWith("x-");
        });
    }

    private ObjectNode reference(ObjectNode original) {
        ObjectNode copy = NODES.objectNode();
        origins.same(copy, original);
        if (version.readsRefSiblings() && original.size() > 1) {
            ObjectNode siblings = original.objectNode();
            origins.same(siblings, original);
            original.properties().forEach(member -> siblings.set(member.getKey(), member.getValue()));
            siblings.remove("$ref");
            copy.setAll(object(siblings, "schema"));
        }
        references
                .step(original, "schema")
                .filter(ObjectNode.class::isInstance)
                .ifPresent(target -> copy.put("$ref", shared.referenceTo(target)));
        return copy;
    }

    /** Schemas of other drafts of JSON Schema look the same, but not all of their keywords mean the same. */
    private @Nullable JsonNode dialect(ObjectNode holder, String key, JsonNode value) {
        if (DIALECTS.stream().noneMatch(value.asText()::startsWith)) {
            findings.warnOnce(
                    "unknown-dialect",
                    value.asText(),
                    origins.at(holder, key),
                    "'" + value.asText()
                            + "' is no dialect of JSON Schema that is known; the schemas are read as those of "
                            + "OpenAPI 3.1.");
        }
        return null;
    }

    /** Lists of names of schemes with their scopes; what is none of these is left out. */
    private @Nullable JsonNode security(ObjectNode holder, String key, JsonNode value) {
        if (!value.isArray()) {
            return wrong(holder, key, "a list");
        }
        ArrayNode copy = NODES.arrayNode();
        origins.same(copy, value);
        for (JsonNode way : value) {
            ObjectNode schemes = copy.addObject();
            way.properties().forEach(scheme -> {
                ArrayNode scopes = schemes.putArray(scheme.getKey());
                scheme.getValue().forEach(scope -> scopes.add(scope.asText()));
            });
        }
        return copy;
    }

    /** Values of a mapping are names of schemas, or references to them. */
    private @Nullable JsonNode mapping(ObjectNode holder, String key, JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return wrong(holder, key, "an object");
        }
        ObjectNode copy = NODES.objectNode();
        object.properties().forEach(entry -> {
            String target = entry.getValue().asText();
            shared.named(target)
                    .or(() -> references
                            .find(target, origins.documentOf(object), "schema", origins.at(object, entry.getKey()))
                            .filter(ObjectNode.class::isInstance)
                            .map(shared::referenceTo))
                    .ifPresent(reference -> copy.put(entry.getKey(), reference));
        });
        return copy;
    }

    private @Nullable JsonNode requiredFlag(ObjectNode holder, String key) {
        findings.warnOnce(
                "wrong-kind",
                "required flag",
                origins.at(holder, key),
                "'required' should be a list of names beside 'properties'; a flag at a member itself counts for it.");
        return null;
    }

    /** Many authors require a member where it is described, as JSON Schema did up to its third draft. */
    private static void requireFlagged(ObjectNode original, ObjectNode copy) {
        original.path("properties").properties().forEach(property -> {
            if (property.getValue().path("required").isBoolean()
                    && property.getValue().path("required").booleanValue()) {
                ArrayNode required =
                        copy.get("required") instanceof ArrayNode known ? known : copy.putArray("required");
                required.add(property.getKey());
            }
        });
    }

    /**
     * Swagger Parser takes what has items for a list, and drops {@code properties}, {@code allOf} and their like beside them.
     * Where the type does not tell, properties do.
     */
    private void dropStrayItems(ObjectNode schema) {
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
            reportStray(schema, "properties", "a list, whose items say what it holds");
            schema.remove("properties");
        } else if (hasItems && !list && (hasProperties || types.contains("object"))) {
            reportStray(schema, "items", "an object");
            schema.remove(List.of("items", "prefixItems"));
        }
        boolean composed = schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf");
        if (composed && !list) {
            schema.remove(List.of("items", "prefixItems"));
        }
    }

    private void reportStray(ObjectNode schema, String member, String what) {
        findings.warnOnce(
                "stray-member",
                member,
                origins.at(schema),
                "'" + member + "' says nothing about " + what + "; it is ignored.");
    }

    private static void markOpenTuple(ObjectNode original, ObjectNode copy) {
        int described = copy.path("prefixItems").size();
        boolean closed = original.path("maxItems").asInt(Integer.MAX_VALUE) <= described
                || Stream.of("items", "additionalItems", "unevaluatedItems")
                        .anyMatch(word -> isNothing(original.path(word)));
        if (described > 0 && !copy.has("items") && !closed) {
            copy.put(OPEN_TUPLE, true);
        }
    }

    private @Nullable JsonNode flag(ObjectNode holder, String key, JsonNode value) {
        if (value.isBoolean()) {
            return value;
        }
        return switch (value.asText()) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> wrong(holder, key, "true or false");
        };
    }

    private @Nullable JsonNode texts(ObjectNode holder, String key, JsonNode value) {
        ArrayNode copy = NODES.arrayNode();
        if (value.isTextual()) {
            wrong(holder, key, "a list of texts");
            return copy.add(value);
        }
        if (!value.isArray()) {
            return wrong(holder, key, "a list of texts");
        }
        for (JsonNode item : value) {
            if (item.isValueNode()) {
                copy.add(item.asText());
            } else {
                wrong(holder, key, "a list of texts");
            }
        }
        return copy;
    }

    private @Nullable JsonNode wrong(JsonNode holder, String key, String expected) {
        String name = origins.at(holder).pointer().matches(".*/(properties|schemas|definitions)") ? "a schema" : key;
        findings.warnOnce(
                "wrong-kind",
                name + expected,
                origins.at(holder, key),
                "'" + key + "' should be " + expected + "; what stands there is left out.");
        return null;
    }

    private @Nullable JsonNode notGenerated(ObjectNode holder, String key) {
        String what = switch (key) {
            case "callbacks", "webhooks" -> "'" + key + "' describe calls to a server of yours";
            case "headers" -> "'headers' of a part are not sent";
            case "not", "if" -> "'" + key + "' restricts values, which a client does not check";
            default -> "'" + key + "' is not supported";
        };
        findings.warnOnce("not-generated", key, origins.at(holder, key), what + "; nothing is generated for it.");
        return null;
    }

    private void unknownMember(ObjectNode holder, String key, Shape shape) {
        boolean schema = shape.name().equals("schema");
        List<String> close = key.length() < 4 || findings.isFull("unknown-member")
                ? List.of()
                : Nearest.to(key, shape.members().keySet(), 1).stream()
                        .filter(known -> known.length() > 3 && !known.startsWith("$"))
                        .toList();
        // A schema may carry keywords of other vocabularies: only what looks like a slip is worth a word.
        if (schema && close.isEmpty()) {
            return;
        }
        findings.warnOnce(
                "unknown-member",
                shape.name() + "/" + key,
                origins.at(holder, key),
                "'" + key + "' is no member of " + article(shape.name()) + " in " + version.title()
                        + "; it is ignored.",
                close.isEmpty() ? new String[0] : Nearest.hint(key, close));
    }

    private static String article(String shape) {
        return switch (shape) {
            case "document" -> "the document";
            case "info", "components" -> "'" + shape + "'";
            case "body" -> "a request body";
            case "path" -> "a path item";
            case "media" -> "a media type";
            case "operation", "encoding" -> "an " + shape;
            default -> "a " + shape;
        };
    }
}
