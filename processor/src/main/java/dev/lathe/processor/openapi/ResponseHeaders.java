package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.HttpOperation.Header;
import dev.lathe.processor.model.HttpOperation.Notation;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeRef;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the headers that an answer is described to have. */
final class ResponseHeaders {

    private final SchemaTypes types;
    private final Origins origins;
    private final Findings findings;

    ResponseHeaders(SchemaTypes types, Origins origins, Findings findings) {
        this.types = types;
        this.origins = origins;
        this.findings = findings;
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

    private static Notation notation(JsonNode header, boolean json) {
        if (json) {
            return Notation.JSON;
        }
        return header.path("explode").asBoolean() ? Notation.EXPLODED : Notation.SIMPLE;
    }

    private TypeRef asText(String name, SpecPath at) {
        findings.warnOnce(
                "odd-style",
                "header",
                at,
                "'" + name + "' has objects or lists within, which no style of a header spells; it is left as text.",
                "say 'content: application/json' if it is JSON");
        return TypeRef.STRING;
    }

    private Header header(
            String wireName, io.swagger.v3.oas.models.headers.@Nullable Header read, JsonNode node, String name) {
        SpecPath at = origins.at(node);
        TypeRef type = TypeRef.STRING;
        boolean json = false;
        Optional<SchemaAt> described = Optional.empty();
        if (read != null && read.getSchema() != null && node.path("schema").isObject()) {
            SchemaAt value = new SchemaAt(read.getSchema(), node.path("schema"), name, false, origins);
            type = types.composition().isNested(value)
                    ? asText(wireName, at)
                    : types.resolve(value).type();
            described = Optional.of(value);
        } else if (read != null && read.getContent() != null) {
            for (Map.Entry<String, MediaType> content : read.getContent().entrySet()) {
                JsonNode schema = node.path("content").path(content.getKey()).path("schema");
                json = MediaTypes.formOf(content.getKey()) == MediaTypes.Form.JSON && schema.isObject();
                if (json && content.getValue().getSchema() != null) {
                    SchemaAt value = new SchemaAt(content.getValue().getSchema(), schema, name, false, origins);
                    type = types.resolve(value).type();
                    described = Optional.of(value);
                }
            }
        }
        return new Header(
                wireName, type, notation(node, json), types.annotations().ofHolder(node, described, type), at);
    }
}
