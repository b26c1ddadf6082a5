package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives each operation an id of its own: the document's where it is fit for it, else one of method and path. */
final class OperationIds {

    private final Origins origins;
    private final Findings findings;
    private final Map<String, JsonNode> stated = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    OperationIds(JsonNode root, Origins origins, Findings findings) {
        this.origins = origins;
        this.findings = findings;
        for (JsonNode path : root.path("paths")) {
            for (String method : Parameters.METHODS) {
                JsonNode operation = path.path(method);
                String id = operation.path("operationId").asText();
                if (isFit(id)) {
                    stated.putIfAbsent(id, operation);
                }
            }
        }
        taken.addAll(stated.keySet());
    }

    private static boolean isFit(String id) {
        return id.chars().anyMatch(Character::isLetter);
    }

    @SuppressWarnings("ReferenceEquality") // equal operations of two paths are still two
    String of(String method, String path, JsonNode operation) {
        String id = operation.path("operationId").asText();
        if (stated.get(id) == operation) {
            stated.remove(id);
            return id;
        }
        String made = unique(Places.operationId(method.toLowerCase(Locale.ROOT), path));
        if (isFit(id)) {
            findings.warn(
                    "duplicate-operation-id",
                    origins.at(operation, "operationId"),
                    "Another operation is called '" + id + "' too; this one is called '" + made + "'.");
        }
        return made;
    }

    private String unique(String id) {
        String made = id;
        for (int i = 2; !taken.add(made); i++) {
            made = id + i;
        }
        return made;
    }
}
