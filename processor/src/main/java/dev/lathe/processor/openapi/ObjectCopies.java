package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.openapi.CleanSpec.LostCase;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects of a document by their shapes in the {@link Standard}, each once. What is of the wrong kind is reported
 * with its place and left out.
 */
final class ObjectCopies {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Extensions of others that say something about the client. */
    private static final Set<String> FOREIGN_EXTENSIONS = Set.of(
            "x-nullable",
            "x-ms-skip-url-encoding",
            "x-enum-varnames",
            "x-enumNames",
            "x-enum-descriptions",
            "x-enumDescriptions");

    private final SpecVersion version;
    private final Standard standard;
    private final References references;
    private final SharedSchemas shared;
    private final Origins origins;
    private final MemberFindings members;
    private final PlainValues plain;
    private final Mappings mappings;
    private final Parameters parameters;
    private final LooseSchemas loose;
    private final StrayMembers stray;
    private final IdentityHashMap<JsonNode, ObjectNode> copies = new IdentityHashMap<>();

    ObjectCopies(SpecVersion version, References references, SharedSchemas shared, Origins origins, Findings findings) {
        this.version = version;
        this.standard = Standard.of(version);
        this.references = references;
        this.shared = shared;
        this.origins = origins;
        this.members = new MemberFindings(version, origins, findings);
        this.plain = new PlainValues(origins, findings, members);
        this.mappings = new Mappings(references, shared, origins, members);
        this.parameters = new Parameters(version, origins, findings);
        this.loose = new LooseSchemas(origins, findings);
        this.stray = new StrayMembers(origins, findings);
    }

    /** What the mappings of all copies so far name and the document does not have. */
    List<LostCase> lostCases() {
        return mappings.lostCases();
    }

    ObjectNode object(ObjectNode original, String name) {
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
                members.unknown(original, key, shape);
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
            copy.set("schema", item.put(CleanSpec.ITEM, true));
        } else if (name.equals("path")) {
            path(original, copy);
        } else if (name.equals("schema")) {
            LooseSchemas.requireFlagged(original, copy);
            stray.drop(copy);
            Tuples.markOpen(original, copy);
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
            case "!" -> members.notGenerated(holder, key);
            case "any" -> value;
            case "text" -> plain.text(holder, key, value);
            case "flag" -> plain.flag(holder, key, value);
            case "texts" -> plain.texts(holder, key, value);
            case "names" -> value.isBoolean() ? loose.requiredFlag(holder, key) : plain.texts(holder, key, value);
            case "types" -> value.isArray() ? plain.texts(holder, key, value) : plain.text(holder, key, value);
            case "dialect" -> plain.dialect(holder, key, value);
            case "security" -> plain.security(holder, key, value);
            case "mapping" -> mappings.checked(holder, key, value);
            case "schema" -> schema(value, holder, key);
            case "open" -> value.isBoolean() ? value : schema(value, holder, key);
            case "items" ->
                Tuples.isEnd(value)
                        ? null
                        : value.isArray() ? list(holder, key, value, "schema") : schema(value, holder, key);
            default -> composite(holder, key, value, kind);
        };
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
        return value instanceof ObjectNode object ? referable(object, kind) : members.wrong(holder, key, "an object");
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
            return members.wrong(holder, key, "a list");
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
                members.wrong(holder, key, "a list of objects");
            }
            if (checked != null && (!kind.equals("parameter") || parameters.isSound(checked, item, copy))) {
                copy.add(checked);
            }
        }
        return copy;
    }

    private @Nullable JsonNode map(ObjectNode holder, String key, JsonNode value, String kind) {
        if (!(value instanceof ObjectNode object)) {
            return members.wrong(holder, key, "an object");
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
    ObjectNode schema(JsonNode value, JsonNode holder, String key) {
        if (!(value instanceof ObjectNode original)) {
            if (!value.isBoolean() && !value.isNull()) {
                members.wrong(holder, key, "a schema");
            }
            ObjectNode anything = NODES.objectNode();
            SpecPath at = origins.at(holder);
            origins.child(anything, holder, key, at.line(), at.column());
            return anything;
        }
        ObjectNode known = copies.get(original);
        if (known != null) {
            return known;
        }
        if (References.in(original).isPresent()) {
            return reference(original);
        }
        Optional<ObjectNode> wrapped = loose.wrapped(original);
        if (wrapped.isPresent()) {
            ObjectNode unwrapped = schema(wrapped.get(), original, "schema");
            LooseSchemas.describe(unwrapped, original);
            copies.put(original, unwrapped);
            return unwrapped;
        }
        return object(original, "schema");
    }

    private ObjectNode reference(ObjectNode original) {
        ObjectNode copy = NODES.objectNode();
        origins.same(copy, original);
        copies.put(original, copy);
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
}
