package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.EnumDecl.Wire;
import dev.lathe.processor.model.TypeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists of known values: {@code enum} and {@code const}. */
final class Enums {

    private Enums() {}

    /** The values but null. */
    static List<JsonNode> known(SchemaAt schema) {
        return schema.values().stream().filter(value -> !value.isNull()).toList();
    }

    static boolean allowsNull(SchemaAt schema) {
        return schema.values().stream().anyMatch(JsonNode::isNull);
    }

    /** Whether the list says no more than {@code type: boolean}. */
    static boolean isJustBoolean(SchemaAt schema) {
        List<JsonNode> known = known(schema);
        return known.size() > 1
                && (known.stream().allMatch(JsonNode::isBoolean)
                        || (schema.isType("boolean") && known.stream().allMatch(Enums::isBoolean)));
    }

    /** Whether the one value is the empty text, which needs no name: it unsets what it is sent for. */
    static boolean isJustEmptyText(SchemaAt schema) {
        List<JsonNode> known = known(schema);
        return known.size() == 1
                && known.get(0).isTextual()
                && known.get(0).textValue().isEmpty()
                && (schema.types().isEmpty() || schema.isType("string"));
    }

    private static boolean isBoolean(JsonNode value) {
        return value.isBoolean()
                || (value.isTextual() && ScalarText.of(value.textValue()).isBoolean());
    }

    static EnumDecl decl(SchemaAt schema, TypeId id, Docs docs) {
        Wire wire = wire(schema);
        List<EnumDecl.Member> members = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<JsonNode> values = schema.values();
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            String text = wire == Wire.JSON ? value.toString() : value.asText();
            if (!value.isNull() && seen.add(text)) {
                String name = nth(schema, i, "x-enum-varnames", "x-enumNames");
                Docs said = Docs.of(nth(schema, i, "x-enum-descriptions", "x-enumDescriptions"));
                members.add(new EnumDecl.Member(text, name.isBlank() ? text : name, said));
            }
        }
        return new EnumDecl(id, schema.name(), wire, false, members, docs, schema.at());
    }

    /** The declared type wins over the look of the values: YAML's authors often forget the quotes. */
    private static Wire wire(SchemaAt schema) {
        List<JsonNode> known = known(schema);
        boolean scalars = known.stream().allMatch(JsonNode::isValueNode);
        long types =
                schema.types().stream().filter(type -> !type.equals("null")).count();
        if (scalars && types == 1 && schema.isType("string")) {
            return Wire.STRING;
        }
        boolean numeric = known.stream().allMatch(Enums::isNumeric);
        if (numeric && types == 1 && (schema.isType("integer") || schema.isType("number"))) {
            return Wire.NUMBER;
        }
        if (known.stream().allMatch(JsonNode::isTextual)) {
            return Wire.STRING;
        }
        if (known.stream().allMatch(JsonNode::isNumber)) {
            return Wire.NUMBER;
        }
        return known.stream().allMatch(JsonNode::isBoolean) ? Wire.BOOLEAN : Wire.JSON;
    }

    private static boolean isNumeric(JsonNode value) {
        return value.isNumber()
                || (value.isTextual() && ScalarText.of(value.textValue()).isNumber());
    }

    private static String nth(SchemaAt schema, int index, String... extensions) {
        for (String extension : extensions) {
            JsonNode texts = schema.node().path(extension);
            if (texts.isArray() && texts.path(index).isTextual()) {
                return texts.path(index).textValue();
            }
        }
        return "";
    }
}
