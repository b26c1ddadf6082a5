package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.openapi.CleanSpec.SharedSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies a document and every schema that references lead to, checked against the {@link Standard}, so that Swagger
 * Parser and all later steps see a sound document.
 */
final class CleanCopy {

    private final SpecVersion version;
    private final JsonNode document;
    private final SharedSchemas shared;
    private final ObjectCopies copies;

    CleanCopy(SpecVersion version, JsonNode document, References references, Origins origins, Findings findings) {
        this.version = version;
        this.document = document;
        this.shared = new SharedSchemas(origins);
        this.copies = new ObjectCopies(version, references, shared, origins, findings);
    }

    CleanSpec copy() {
        JsonNode declared = version == SpecVersion.V2
                ? document.path("definitions")
                : document.path("components").path("schemas");
        declared.properties().forEach(schema -> shared.declare(schema.getKey(), schema.getValue()));
        ObjectNode root = copies.object((ObjectNode) document, "document");
        List<SharedSchema> schemas = new ArrayList<>();
        ObjectNode home = JsonNodeFactory.instance.objectNode();
        for (var next = shared.next(); next.isPresent(); next = shared.next()) {
            SharedSchemas.Entry entry = next.get();
            ObjectNode schema = copies.schema(entry.original(), document, entry.name());
            home.set(entry.key(), schema);
            schemas.add(new SharedSchema(entry.key(), entry.name(), entry.declared(), schema));
        }
        JsonNode schemes = version == SpecVersion.V2
                ? root.path("securityDefinitions")
                : root.path("components").path("securitySchemes");
        root.remove(List.of("components", "definitions", "parameters", "responses", "securityDefinitions"));
        if (schemes.isObject()) {
            root.set(CleanSpec.SECURITY_SCHEMES, schemes);
        }
        root.putObject("components").set("schemas", home);
        return new CleanSpec(version, root, schemas, copies.lostCases());
    }
}
