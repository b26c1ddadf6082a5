package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks members that hold no objects of the standard but texts, flags and lists of texts. */
final class PlainValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> DIALECTS =
            List.of("https://spec.openapis.org/oas/3.", "https://json-schema.org/draft/2020-12/schema");

    private final Origins origins;
    private final Findings findings;
    private final MemberFindings members;

    PlainValues(Origins origins, Findings findings, MemberFindings members) {
        this.origins = origins;
        this.findings = findings;
        this.members = members;
    }

    @Nullable
    JsonNode text(ObjectNode holder, String key, JsonNode value) {
        return value.isValueNode() ? TextNode.valueOf(value.asText()) : members.wrong(holder, key, "a text");
    }

    @Nullable
    JsonNode flag(ObjectNode holder, String key, JsonNode value) {
        if (value.isBoolean()) {
            return value;
        }
        return switch (value.asText()) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            // Flags up to YAML 1.1, texts since.
            case "yes", "Yes", "on", "On", "True" -> meant(holder, key, value, BooleanNode.TRUE);
            case "no", "No", "off", "Off", "False" -> meant(holder, key, value, BooleanNode.FALSE);
            default -> members.wrong(holder, key, "true or false");
        };
    }

    private JsonNode meant(ObjectNode holder, String key, JsonNode value, BooleanNode flag) {
        members.wrong(holder, key, "true or false", "'" + value.asText() + "' is taken for " + flag.asText());
        return flag;
    }

    @Nullable
    JsonNode texts(ObjectNode holder, String key, JsonNode value) {
        ArrayNode copy = NODES.arrayNode();
        if (value.isTextual()) {
            members.wrong(holder, key, "a list of texts", "the text is taken for a list of one");
            return copy.add(value);
        }
        if (!value.isArray()) {
            return members.wrong(holder, key, "a list of texts");
        }
        for (JsonNode item : value) {
            if (item.isValueNode()) {
                copy.add(item.asText());
            } else {
                members.wrong(holder, key, "a list of texts");
            }
        }
        return copy;
    }

    /** Schemas of other drafts of JSON Schema look the same, but not all of their keywords mean the same. */
    @Nullable
    JsonNode dialect(ObjectNode holder, String key, JsonNode value) {
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
    @Nullable
    JsonNode security(ObjectNode holder, String key, JsonNode value) {
        if (!value.isArray()) {
            return members.wrong(holder, key, "a list");
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
}
