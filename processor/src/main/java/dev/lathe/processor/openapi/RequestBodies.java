package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.HttpOperation.Body;
import dev.lathe.processor.model.HttpOperation.Field;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.openapi.Contents.Choice;
import dev.lathe.processor.openapi.Contents.Further;
import dev.lathe.processor.openapi.MediaTypes.Form;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what requests carry. */
final class RequestBodies {

    private final Contents contents;
    private final FormFields forms;
    private final Origins origins;

    RequestBodies(Contents contents, FormFields forms, Origins origins) {
        this.contents = contents;
        this.forms = forms;
        this.origins = origins;
    }

    /** @param node of the request body; missing when there is none */
    Optional<Body> first(@Nullable RequestBody read, JsonNode node, String name) {
        List<Choice> choices = read == null ? List.of() : contents.choices(read.getContent(), node);
        return choices.stream()
                .findFirst()
                .filter(first -> !forms.isEmpty(contents.schema(first, ""), first))
                .map(first -> {
                    Collection<Choice> others =
                            others(choices, first, node, name).values();
                    return body(first, ofSameForm(choices, first, others), node, name);
                });
    }

    /** The same body in forms that need other parameters: a file instead of JSON, for instance. */
    List<Further<Body>> further(@Nullable RequestBody read, JsonNode node, String name) {
        List<Choice> choices = read == null ? List.of() : contents.choices(read.getContent(), node);
        List<Further<Body>> further = new ArrayList<>();
        if (!choices.isEmpty()) {
            Map<String, Choice> others = others(choices, choices.get(0), node, name);
            others.forEach((suffix, other) -> {
                // Further types of JSON are those of the first method.
                boolean own = formOf(other) == Form.TEXT || formOf(other) == Form.BYTES;
                List<String> types = own ? ofSameForm(choices, other, others.values()) : List.of();
                further.add(new Further<>(suffix, body(other, types, node, name + suffix)));
            });
            if (isObjectOfBytes(choices, node, name)) {
                further.add(new Further<>(suffix(Form.JSON), asJson(choices.get(0), node, name)));
            }
        }
        return further;
    }

    /** Whether it describes an object, but under types alone that say nothing of how an object is spelled. */
    private boolean isObjectOfBytes(List<Choice> choices, JsonNode node, String name) {
        return choices.get(0).form() == Form.BYTES
                && contents.schema(choices.get(0), requestName(node, name))
                        .filter(schema -> !contents.isBinary(Optional.of(schema)))
                        .filter(contents::hasMembers)
                        .isPresent();
    }

    /** Services that take a file take the description of it alone as well, as JSON. */
    private Body asJson(Choice bytes, JsonNode node, String name) {
        Body body = body(new Choice("application/json", bytes.media(), bytes.node()), List.of(), node, name);
        String note = "The document describes it for '" + bytes.mediaType() + "'; it is sent as JSON.";
        Docs docs = Docs.of(body.docs().text().isEmpty() ? note : body.docs().text() + "\n\n" + note);
        return new Body(
                body.required(),
                body.mediaType(),
                body.others(),
                body.type(),
                body.json(),
                body.nullable(),
                body.fields(),
                docs,
                body.at());
    }

    /** Choices whose values are not those of the first one, by what a method for them is called behind its name. */
    private Map<String, Choice> others(List<Choice> choices, Choice first, JsonNode node, String name) {
        TypeRef value = contents.type(first, contents.schema(first, requestName(node, name)));
        Map<String, Choice> others = new LinkedHashMap<>();
        for (Choice other : choices.subList(1, choices.size())) {
            boolean sameForm = formOf(other) == formOf(first);
            String suffix = sameForm ? Contents.suffix(other.mediaType()) : suffix(formOf(other));
            Optional<SchemaAt> schema = contents.schema(other, requestName(node, name + suffix));
            boolean vague =
                    contents.isXmlOfTheSame(other, choices) || (sameForm && MediaTypes.isRange(other.mediaType()));
            boolean same = other.saysTheSame(first)
                    || (contents.type(other, schema).equals(value)
                            && forms.fields(schema, other).stream()
                                    .noneMatch(field -> other.form() == Form.MULTIPART && isStream(field.type())));
            if (!vague && !same) {
                others.putIfAbsent(suffix, other);
            }
        }
        return others;
    }

    /** A range says JSON, unless it is described as bytes. */
    private Form formOf(Choice choice) {
        return MediaTypes.isRange(choice.mediaType()) && contents.isBinary(contents.schema(choice, ""))
                ? Form.BYTES
                : choice.form();
    }

    private static boolean isStream(TypeRef type) {
        return type.equals(Contents.STREAM)
                || (type instanceof TypeRef.ListOf list && list.item().equals(Contents.STREAM))
                || (type instanceof TypeRef.MapOf map && isStream(map.value()));
    }

    private String requestName(JsonNode node, String name) {
        return Places.nameFor(origins.at(node), name + "Request");
    }

    /** Types behind a choice that say the same in its form; those with a method of their own do not. */
    private List<String> ofSameForm(List<Choice> choices, Choice chosen, Collection<Choice> others) {
        return choices.stream()
                .skip(choices.indexOf(chosen) + 1L)
                .filter(choice -> formOf(choice) == formOf(chosen))
                .filter(choice -> !MediaTypes.isRange(choice.mediaType()) && !others.contains(choice))
                .map(Choice::mediaType)
                .toList();
    }

    private Body body(Choice chosen, List<String> others, JsonNode node, String name) {
        Optional<SchemaAt> schema = contents.schema(chosen, requestName(node, name));
        TypeRef type = contents.type(chosen, schema);
        List<Field> fields = List.of();
        if (chosen.form() == Form.URL_ENCODED || chosen.form() == Form.MULTIPART) {
            fields = forms.fields(schema, chosen);
            if (fields.isEmpty()) {
                fields = forms.freeFields(chosen, schema, node);
                type = fields.isEmpty() ? forms.withoutFields(chosen, type) : type;
            }
        } else if (chosen.form() == Form.SEQUENCE && !MediaTypes.isEvents(chosen.mediaType())) {
            type = new TypeRef.ListOf(type);
        }
        boolean json = formOf(chosen) == Form.JSON;
        return new Body(
                node.path("required").asBoolean(),
                contents.sent(chosen, schema),
                others,
                type,
                json,
                json && contents.isNullable(schema),
                fields,
                DocsText.of(node),
                origins.at(node));
    }

    private static String suffix(Form form) {
        return switch (form) {
            case JSON -> "AsJson";
            case URL_ENCODED -> "AsForm";
            case MULTIPART -> "AsMultipart";
            case TEXT -> "AsText";
            case SEQUENCE -> "AsLines";
            case BYTES -> "AsBytes";
        };
    }
}
