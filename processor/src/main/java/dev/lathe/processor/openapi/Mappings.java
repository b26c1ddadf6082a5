package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Checks the mappings of discriminators. */
final class Mappings {

    private final References references;
    private final SharedSchemas shared;
    private final Origins origins;
    private final MemberFindings members;

    Mappings(References references, SharedSchemas shared, Origins origins, MemberFindings members) {
        this.references = references;
        this.shared = shared;
        this.origins = origins;
        this.members = members;
    }

    /** Values of a mapping are names of schemas, or references to them. */
    @Nullable
    JsonNode checked(ObjectNode holder, String key, JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return members.wrong(holder, key, "an object");
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
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
}
