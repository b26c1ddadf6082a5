package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.openapi.MediaTypes.Form;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The media types that a request or an answer may have, and what travels in each. */
final class Contents {

    /** One that may be chosen. */
    record Choice(String mediaType, MediaType media, JsonNode node) {

        Form form() {
            return MediaTypes.formOf(mediaType);
        }

        /** Whether both are of one form, and of schemas that read the same. */
        boolean saysTheSame(Choice other) {
            return form() == other.form()
                    && node.path("schema").equals(other.node.path("schema"))
                    && node.path("encoding").equals(other.node.path("encoding"));
        }
    }

    /** A further form of a call, with what its method is called behind the name of the first one. */
    record Further<T>(String suffix, T body) {}

    static final TypeRef STREAM = new TypeRef.Stream();

    private final SchemaTypes types;
    private final SchemaStore store;
    private final Origins origins;
    private final Findings findings;

    Contents(SchemaTypes types, SchemaStore store, Origins origins, Findings findings) {
        this.types = types;
        this.store = store;
        this.origins = origins;
        this.findings = findings;
    }

    /** What there is to choose from, the best one first. */
    List<Choice> choices(@Nullable Content content, JsonNode holder) {
        if (content == null || content.isEmpty()) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        for (String mediaType : MediaTypes.ranked(content.keySet())) {
            JsonNode node = holder.path("content").path(mediaType);
            MediaType media = content.get(mediaType);
            choices.add(new Choice(mediaType, media == null ? new MediaType() : media, node));
        }
        if (MediaTypes.isXml(choices.get(0).mediaType())) {
            findings.warnOnce(
                    "not-generated",
                    "xml",
                    origins.at(choices.get(0).node()),
                    "'" + choices.get(0).mediaType() + "' is not decoded: such a body is handed over as text.");
        }
        return choices;
    }

    Optional<SchemaAt> schema(Choice choice, String name) {
        JsonNode node = choice.node().path("schema");
        Schema<?> schema = choice.media().getSchema();
        return schema == null || !node.isObject()
                ? Optional.empty()
                : Optional.of(new SchemaAt(schema, node, name, false, origins));
    }

    /** Whether it is XML that says what a better choice says, or nothing; XML of a schema of its own is text. */
    boolean isXmlOfTheSame(Choice choice, List<Choice> choices) {
        return MediaTypes.isXml(choice.mediaType())
                && schema(choice, "")
                        .map(store::deref)
                        .filter(own -> choices.stream()
                                .takeWhile(other -> !other.equals(choice))
                                .map(other -> schema(other, "").map(store::deref))
                                .flatMap(Optional::stream)
                                .noneMatch(schema -> schema.node().equals(own.node())))
                        .isEmpty();
    }

    /** What a request says that it carries: never a range. */
    String sent(Choice choice, Optional<SchemaAt> schema) {
        boolean bytes = choice.form() == MediaTypes.Form.BYTES || isBinary(schema);
        return bytes && MediaTypes.isRange(choice.mediaType())
                ? "application/octet-stream"
                : MediaTypes.concrete(choice.mediaType());
    }

    boolean isBinary(Optional<SchemaAt> schema) {
        return schema.map(store::deref).filter(ScalarTypes::isBinary).isPresent();
    }

    /** Whether it is an object of which members are known. */
    boolean hasMembers(SchemaAt schema) {
        SchemaAt target = store.deref(schema);
        return types.composition().isObject(target)
                && !types.composition().allMembers(target).isEmpty();
    }

    /** The value that travels. */
    TypeRef type(Choice choice, Optional<SchemaAt> schema) {
        if (isBinary(schema)) {
            return STREAM;
        }
        return switch (MediaTypes.formOf(choice.mediaType())) {
            case BYTES -> STREAM;
            case TEXT ->
                schema.filter(s -> !MediaTypes.isXml(choice.mediaType()))
                        .map(s -> types.resolve(s).type())
                        .filter(type -> type instanceof TypeRef.Scalar)
                        .orElse(TypeRef.STRING);
            case SEQUENCE ->
                schema.map(s -> MediaTypes.isEvents(choice.mediaType()) ? dataOf(s) : s)
                        .map(s -> types.resolve(s).type())
                        .map(type -> type instanceof TypeRef.ListOf list ? list.item() : type)
                        .orElse(TypeRef.ANY);
            default -> schema.map(s -> types.resolve(s).type()).orElse(TypeRef.ANY);
        };
    }

    /** Whether {@code null} is a value of it; for any JSON it is one like others. */
    boolean isNullable(Optional<SchemaAt> schema) {
        return schema.map(types::resolve)
                .filter(resolved -> resolved.nullable() && !resolved.type().equals(TypeRef.ANY))
                .isPresent();
    }

    /** OpenAPI 3.2 describes a whole event; what it carries is its member {@code data}. */
    private SchemaAt dataOf(SchemaAt event) {
        return types.composition().allMembers(event).stream()
                .filter(member -> member.wireName().equals("data"))
                .findFirst()
                .filter(data -> event.node().path(CleanSpec.ITEM).asBoolean())
                .map(Composition.Member::last)
                .orElse(event);
    }

    /** {@code application/json-patch+json} is {@code AsJsonPatch}. */
    static String suffix(String mediaType) {
        String kind = mediaType.substring(mediaType.indexOf('/') + 1).replaceAll("(?i)\\+json\\b", "");
        return "As" + Words.pascal(kind);
    }
}
