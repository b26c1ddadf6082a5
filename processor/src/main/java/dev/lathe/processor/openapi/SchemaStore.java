package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.openapi.CleanSpec.SharedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schemas that references lead to. */
final class SchemaStore {

    private final Map<String, SchemaAt> schemas = new LinkedHashMap<>();
    private final List<SchemaAt> declared = new ArrayList<>();

    @SuppressWarnings("rawtypes")
    SchemaStore(CleanSpec spec, OpenAPI api, Origins origins) {
        Map<String, Schema> read = Optional.ofNullable(api.getComponents())
                .map(Components::getSchemas)
                .orElse(Map.of());
        for (SharedSchema shared : spec.schemas()) {
            Schema<?> schema = read.get(shared.key());
            JsonNode node = shared.schema();
            String name = shared.name().isEmpty() ? Places.wordsOf(origins.at(node), spec.root()) : shared.name();
            SchemaAt at = new SchemaAt(schema == null ? new Schema<>() : schema, node, name, true, origins);
            schemas.put("#/components/schemas/" + shared.key(), at);
            if (shared.declared()) {
                declared.add(at);
            }
        }
    }

    /** Those that the document offers for reuse, in its order. */
    List<SchemaAt> declared() {
        return declared;
    }

    SchemaAt target(String reference) {
        SchemaAt target = schemas.get(reference);
        if (target == null) {
            throw new IllegalStateException("no schema is kept under " + reference);
        }
        return target;
    }

    /** The schema itself, or what it refers to without saying anything else about values. */
    SchemaAt deref(SchemaAt schema) {
        SchemaAt target = schema;
        for (int steps = 0; target.ref().isPresent() && !target.hasStructure(); steps++) {
            if (steps > schemas.size()) {
                throw new IllegalStateException("references in a circle at " + schema.at());
            }
            target = target(target.ref().get());
        }
        return target;
    }
}
