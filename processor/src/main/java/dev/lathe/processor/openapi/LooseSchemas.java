package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what authors say about schemas in the manner of parameters: wrapped in {@code schema}, each required by a flag. */
final class LooseSchemas {

    private final Origins origins;
    private final Findings findings;

    LooseSchemas(Origins origins, Findings findings) {
        this.origins = origins;
        this.findings = findings;
    }

    /** The schema that stands in {@code schema} of what should be one itself. */
    Optional<ObjectNode> wrapped(ObjectNode original) {
        if (!(original.get("schema") instanceof ObjectNode inner) || !isWrapper(original)) {
            return Optional.empty();
        }
        findings.warnOnce(
                "wrong-kind",
                "schema in schema",
                origins.at(original, "schema"),
                "A schema should not be wrapped in 'schema'; it is read as if it were not.");
        return Optional.of(inner);
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

    /** Lets the description of the wrapper stand for the schema, unless that has one. */
    static void describe(ObjectNode unwrapped, ObjectNode wrapper) {
        if (wrapper.path("description").isTextual() && !unwrapped.has("description")) {
            unwrapped.set("description", wrapper.get("description"));
        }
    }

    /** Reports the flag; null, for it does not stay where it is. */
    @Nullable
    JsonNode requiredFlag(ObjectNode holder, String key) {
        findings.warnOnce(
                "wrong-kind",
                "required flag",
                origins.at(holder, key),
                "'required' should be a list of names beside 'properties'; a flag at a member itself counts for it.");
        return null;
    }

    /** Many authors require a member where it is described, as JSON Schema did up to its third draft. */
    static void requireFlagged(ObjectNode original, ObjectNode copy) {
        original.path("properties").properties().forEach(property -> {
            if (property.getValue().path("required").isBoolean()
                    && property.getValue().path("required").booleanValue()) {
                ArrayNode required =
                        copy.get("required") instanceof ArrayNode known ? known : copy.putArray("required");
                required.add(property.getKey());
            }
        });
    }
}
