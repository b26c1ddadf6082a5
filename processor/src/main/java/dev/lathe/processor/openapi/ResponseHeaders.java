package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.HttpOperation.Header;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeRef;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the headers that an answer is described to have. */
final class ResponseHeaders {

    private final SchemaTypes types;
    private final Origins origins;

    ResponseHeaders(SchemaTypes types, Origins origins) {
        this.types = types;
        this.origins = origins;
    }

    /**
     * The headers but {@code Content-Type}, which belongs to the body (OpenAPI 3.1, section 4.8.17).
     *
     * @param response what they were read from
     * @param name what types are named after that the headers describe themselves
     */
    List<Header> of(
            @Nullable Map<String, io.swagger.v3.oas.models.headers.Header> read, JsonNode response, String name) {
        List<Header> headers = new ArrayList<>();
        response.path("headers").properties().forEach(header -> {
            if (!header.getKey().equalsIgnoreCase("content-type")) {
                headers.add(header(
                        header.getKey(),
                        read == null ? null : read.get(header.getKey()),
                        header.getValue(),
                        name + Words.pascal(header.getKey())));
            }
        });
        return headers;
    }

    private Header header(
            String wireName, io.swagger.v3.oas.models.headers.@Nullable Header read, JsonNode node, String name) {
        SpecPath at = origins.at(node);
        TypeRef type = TypeRef.STRING;
        boolean json = false;
        if (read != null && read.getSchema() != null && node.path("schema").isObject()) {
            type = type(read.getSchema(), node.path("schema"), name);
        } else if (read != null && read.getContent() != null) {
            for (Map.Entry<String, MediaType> content : read.getContent().entrySet()) {
                JsonNode schema = node.path("content").path(content.getKey()).path("schema");
                json = MediaTypes.formOf(content.getKey()) == MediaTypes.Form.JSON && schema.isObject();
                if (json && content.getValue().getSchema() != null) {
                    type = type(content.getValue().getSchema(), schema, name);
                }
            }
        }
        return new Header(wireName, type, json, DocsText.of(node), at);
    }

    private TypeRef type(Schema<?> schema, JsonNode node, String name) {
        return types.resolve(new SchemaAt(schema, node, name, false, origins)).type();
    }
}
