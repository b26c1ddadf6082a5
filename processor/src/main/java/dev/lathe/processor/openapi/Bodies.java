package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.HttpOperation.Body;
import dev.lathe.processor.model.HttpOperation.Field;
import dev.lathe.processor.model.HttpOperation.Response;
import dev.lathe.processor.model.HttpOperation.Style;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.openapi.MediaTypes.Form;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what requests carry and what answers bring. */
final class Bodies {

    /** The media type that was chosen, with its schema. */
    private record Choice(String mediaType, MediaType media, JsonNode node) {}

    private static final TypeRef STREAM = new TypeRef.Stream();

    private final SchemaTypes types;
    private final SchemaStore store;
    private final Origins origins;
    private final Findings findings;

    Bodies(SchemaTypes types, SchemaStore store, Origins origins, Findings findings) {
        this.types = types;
        this.store = store;
        this.origins = origins;
        this.findings = findings;
    }

    /** @param node of the request body; missing when there is none */
    Optional<Body> request(io.swagger.v3.oas.models.parameters.@Nullable RequestBody read, JsonNode node, String name) {
        Optional<Choice> choice = read == null ? Optional.empty() : choose(read.getContent(), node);
        return choice.map(chosen -> {
            SpecPath at = origins.at(node);
            Optional<SchemaAt> schema = schema(chosen, Places.nameFor(at, name + "Request"));
            boolean form = MediaTypes.formOf(chosen.mediaType) == Form.URL_ENCODED
                    || MediaTypes.formOf(chosen.mediaType) == Form.MULTIPART;
            return new Body(
                    node.path("required").asBoolean(),
                    concrete(chosen, schema),
                    type(chosen, schema),
                    form ? schema.map(s -> fields(s, chosen)).orElse(List.of()) : List.of(),
                    DocsText.of(node),
                    at);
        });
    }

    Response response(
            String status, io.swagger.v3.oas.models.responses.@Nullable ApiResponse read, JsonNode node, String name) {
        Optional<Choice> choice = read == null ? Optional.empty() : choose(read.getContent(), node);
        SpecPath at = origins.at(node);
        Optional<SchemaAt> schema = choice.flatMap(chosen -> schema(chosen, Places.nameFor(at, name)));
        return new Response(
                status,
                choice.map(chosen -> concrete(chosen, schema)).orElse(""),
                choice.map(chosen -> type(chosen, schema)),
                DocsText.of(node),
                at);
    }

    /** The schema of an answer's body. */
    Optional<SchemaAt> schemaOf(
            io.swagger.v3.oas.models.responses.@Nullable ApiResponse read, JsonNode node, String name) {
        return (read == null ? Optional.<Choice>empty() : choose(read.getContent(), node))
                .flatMap(chosen -> schema(chosen, Places.nameFor(origins.at(node), name)));
    }

    private Optional<Choice> choose(@Nullable Content content, JsonNode holder) {
        if (content == null || content.isEmpty()) {
            return Optional.empty();
        }
        String mediaType = MediaTypes.best(content.keySet()).orElseThrow();
        JsonNode node = holder.path("content").path(mediaType);
        if (MediaTypes.isXml(mediaType)) {
            findings.warnOnce(
                    "not-generated",
                    "xml",
                    origins.at(node),
                    "'" + mediaType + "' is not decoded: such a body is handed over as text.");
        }
        MediaType media = content.get(mediaType);
        return Optional.of(new Choice(mediaType, media == null ? new MediaType() : media, node));
    }

    private Optional<SchemaAt> schema(Choice choice, String name) {
        String member = choice.node.path("itemSchema").isObject() ? "itemSchema" : "schema";
        JsonNode node = choice.node.path(member);
        Schema<?> schema = choice.media.getSchema();
        return schema == null || !node.isObject()
                ? Optional.empty()
                : Optional.of(new SchemaAt(schema, node, name, false, origins));
    }

    private String concrete(Choice choice, Optional<SchemaAt> schema) {
        boolean any = MediaTypes.concrete(choice.mediaType).equals(choice.mediaType.strip());
        return !any && isBinary(schema) ? "application/octet-stream" : MediaTypes.concrete(choice.mediaType);
    }

    private boolean isBinary(Optional<SchemaAt> schema) {
        return schema.map(store::deref).filter(ScalarTypes::isBinary).isPresent();
    }

    private TypeRef type(Choice choice, Optional<SchemaAt> schema) {
        if (isBinary(schema)) {
            return STREAM;
        }
        return switch (MediaTypes.formOf(choice.mediaType)) {
            case BYTES -> STREAM;
            case TEXT ->
                schema.filter(s -> !MediaTypes.isXml(choice.mediaType))
                        .map(s -> types.resolve(s).type())
                        .filter(type -> type instanceof TypeRef.Scalar)
                        .orElse(TypeRef.STRING);
            default -> schema.map(s -> types.resolve(s).type()).orElse(TypeRef.ANY);
        };
    }

    private List<Field> fields(SchemaAt schema, Choice choice) {
        SchemaAt target = store.deref(schema);
        if (!types.composition().isObject(target)) {
            return List.of();
        }
        boolean multipart = MediaTypes.formOf(choice.mediaType) == Form.MULTIPART;
        List<Field> fields = new ArrayList<>();
        for (Composition.Member member : types.composition().allMembers(target)) {
            SchemaAt last = member.last();
            JsonNode encoding = choice.node.path("encoding").path(member.wireName());
            String contentType = encoding.path("contentType").asText();
            Style style = style(encoding, contentType, multipart);
            JsonNode explode = encoding.path("explode");
            fields.add(new Field(
                    member.wireName(),
                    multipart ? part(last) : types.resolve(last).type(),
                    member.required(),
                    style,
                    explode.isBoolean() ? explode.booleanValue() : style == Style.FORM,
                    contentType,
                    DocsText.of(last.node()),
                    last.at()));
        }
        return fields;
    }

    private static Style style(JsonNode encoding, String contentType, boolean multipart) {
        if (encoding.has(Uplift.TAB_DELIMITED)) {
            return Style.TAB_DELIMITED;
        }
        if (!multipart && !contentType.isEmpty() && MediaTypes.formOf(contentType) == Form.JSON) {
            return Style.JSON;
        }
        Style style = Styles.of(encoding.path("style").asText("form"));
        return style == null ? Style.FORM : style;
    }

    /** A part may be a file, or a list of files. */
    private TypeRef part(SchemaAt schema) {
        SchemaAt target = store.deref(schema);
        if (ScalarTypes.isBinary(target)) {
            return STREAM;
        }
        Optional<SchemaAt> items = target.items().map(store::deref);
        return target.isType("array") && items.filter(ScalarTypes::isBinary).isPresent()
                ? new TypeRef.ListOf(STREAM)
                : types.resolve(schema).type();
    }
}
