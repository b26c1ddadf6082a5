package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeId;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema at its place, with what a type of it would be called.
 *
 * @param schema as Swagger Parser read it
 * @param node what it was read from: tells {@code const: null} from none, and knows the place
 * @param name of a type that is made of it
 * @param shared whether it may be referred to, so that a type of it has a life of its own
 */
record SchemaAt(Schema<?> schema, JsonNode node, String name, boolean shared, Origins origins) {

    private static final Set<String> STRUCTURE = Set.of(
            "type",
            "format",
            "enum",
            "const",
            "properties",
            "patternProperties",
            "additionalProperties",
            "items",
            "prefixItems",
            "allOf",
            "oneOf",
            "anyOf",
            "required",
            "discriminator",
            "contentEncoding",
            "contentMediaType",
            "x-lathe-type");

    /** Two schemas are the same when they were read from the same node. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaAt that && that.node == node;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(node);
    }

    SpecPath at() {
        return origins.at(node);
    }

    SpecPath at(String keyword) {
        return origins.at(node, keyword);
    }

    /** The place, which identifies a type made of the schema. */
    TypeId id(String mainDocument) {
        SpecPath at = at();
        return new TypeId((at.document().equals(mainDocument) ? "" : at.document()) + "#" + at.pointer());
    }

    Optional<String> ref() {
        return Optional.ofNullable(schema.get$ref());
    }

    /** Whether it says anything about the values that it stands for, beside a reference. */
    boolean hasStructure() {
        return hasStructure(node);
    }

    static boolean hasStructure(JsonNode schema) {
        return STRUCTURE.stream().anyMatch(schema::has);
    }

    /** Whether it is no more than {@code type: object}, which before 3.1 is how documents spell a type of null alone. */
    boolean saysNothing() {
        return STRUCTURE.stream().filter(node::has).allMatch("type"::equals)
                && types().stream().allMatch("object"::equals);
    }

    Set<String> types() {
        JsonNode type = node.path("type");
        if (type.isTextual()) {
            return Set.of(type.textValue());
        }
        Set<String> types = new TreeSet<>();
        type.forEach(one -> types.add(one.asText()));
        return types;
    }

    boolean isType(String type) {
        return types().contains(type);
    }

    boolean isNullable() {
        return isType("null") || flag("nullable") || flag("x-nullable");
    }

    String format() {
        return text(schema.getFormat());
    }

    String title() {
        return text(schema.getTitle());
    }

    boolean flag(String member) {
        return node.path(member).asBoolean();
    }

    String extension(String member) {
        return node.path(member).asText();
    }

    Map<String, SchemaAt> properties() {
        return children("properties", schema.getProperties());
    }

    List<SchemaAt> patternProperties() {
        return List.copyOf(
                children("patternProperties", schema.getPatternProperties()).values());
    }

    @SuppressWarnings("rawtypes")
    private Map<String, SchemaAt> children(String member, @Nullable Map<String, Schema> schemas) {
        Map<String, SchemaAt> children = new LinkedHashMap<>();
        JsonNode nodes = node.path(member);
        if (schemas != null) {
            schemas.forEach((key, child) -> children.put(key, child(child, nodes.path(key), Words.pascal(key))));
        }
        return children;
    }

    Optional<SchemaAt> items() {
        return Optional.ofNullable(schema.getItems()).map(items -> child(items, node.path("items"), "Item"));
    }

    List<SchemaAt> prefixItems() {
        return parts("prefixItems", schema.getPrefixItems(), "Item");
    }

    List<SchemaAt> allOf() {
        return parts("allOf", schema.getAllOf(), "");
    }

    /** {@code oneOf}, then {@code anyOf}: what they say is told apart by values only. */
    List<SchemaAt> cases() {
        List<SchemaAt> cases = new ArrayList<>(parts("oneOf", schema.getOneOf(), "Option"));
        cases.addAll(parts("anyOf", schema.getAnyOf(), "Option"));
        return cases;
    }

    /** What holds for some values only, beside {@code if} and what depends on a member. */
    List<SchemaAt> conditional() {
        List<SchemaAt> conditional = new ArrayList<>();
        Optional.ofNullable(schema.getThen())
                .ifPresent(then -> conditional.add(child(then, node.path("then"), "Then")));
        Optional.ofNullable(schema.getElse())
                .ifPresent(other -> conditional.add(child(other, node.path("else"), "Else")));
        conditional.addAll(
                children("dependentSchemas", schema.getDependentSchemas()).values());
        return conditional;
    }

    @SuppressWarnings("rawtypes")
    private List<SchemaAt> parts(String member, @Nullable List<Schema> schemas, String word) {
        List<SchemaAt> parts = new ArrayList<>();
        JsonNode nodes = node.path(member);
        for (int i = 0; schemas != null && i < schemas.size(); i++) {
            Schema<?> part = schemas.get(i);
            String title = word.isEmpty() ? "" : Words.pascal(text(part.getTitle()));
            String numbered = word.isEmpty() ? "" : word + (i + 1);
            parts.add(child(part, nodes.path(i), title.isEmpty() ? numbered : title));
        }
        return parts;
    }

    /** The schema of members that are not named; empty when the document does not restrict them. */
    Optional<SchemaAt> additional() {
        JsonNode additional = node.path("additionalProperties");
        return additional.isObject() && schema.getAdditionalProperties() instanceof Schema<?> values
                ? Optional.of(child(values, additional, "Value"))
                : Optional.empty();
    }

    /** Whether the document rules members out that it does not name. */
    boolean isClosed() {
        JsonNode additional = node.path("additionalProperties");
        return additional.isBoolean() && !additional.booleanValue();
    }

    /** Whether the document says that there may be members that it does not name. */
    boolean isOpen() {
        JsonNode additional = node.path("additionalProperties");
        return additional.isBoolean() ? additional.booleanValue() : additional.isObject() && additional.isEmpty();
    }

    Set<String> required() {
        JsonNode required = node.path("required");
        Set<String> names = new TreeSet<>();
        required.forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The values of {@code enum}, or of {@code const}; empty when it has neither. */
    List<JsonNode> values() {
        JsonNode constant = node.get("const");
        if (constant != null) {
            return List.of(constant);
        }
        List<JsonNode> values = new ArrayList<>();
        node.path("enum").forEach(values::add);
        return values;
    }

    Optional<String> discriminator() {
        return Optional.ofNullable(schema.getDiscriminator())
                .map(discriminator -> text(discriminator.getPropertyName()))
                .filter(property -> !property.isEmpty());
    }

    /** Values of the discriminator to references. */
    Map<String, String> mapping() {
        return node.path("discriminator").path("mapping").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().asText(), (a, b) -> a, LinkedHashMap::new));
    }

    /** Other names under which a member is accepted ({@code x-lathe-aliases}). */
    List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        node.path("x-lathe-aliases").forEach(alias -> aliases.add(alias.asText()));
        return aliases;
    }

    private SchemaAt child(Schema<?> child, JsonNode at, String word) {
        return new SchemaAt(child, at, name + word, false, origins);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
