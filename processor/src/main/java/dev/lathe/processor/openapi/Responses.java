package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.HttpOperation.Form;
import dev.lathe.processor.model.HttpOperation.Header;
import dev.lathe.processor.model.HttpOperation.Response;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.openapi.Contents.Choice;
import dev.lathe.processor.openapi.Contents.Further;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what answers bring. */
final class Responses {

    private final Contents contents;
    private final ResponseHeaders headers;
    private final Origins origins;

    Responses(Contents contents, ResponseHeaders headers, Origins origins) {
        this.contents = contents;
        this.headers = headers;
        this.origins = origins;
    }

    Response first(String status, @Nullable ApiResponse read, JsonNode node, String name) {
        List<Choice> choices = read == null ? List.of() : contents.choices(read.getContent(), node);
        List<Header> described = read == null ? List.of() : headers.of(read.getHeaders(), node, name);
        return choices.stream()
                .findFirst()
                .map(first -> response(first, choices, status, described, node, name))
                .orElseGet(() -> new Response(
                        status,
                        "",
                        Optional.empty(),
                        false,
                        Form.JSON,
                        described,
                        DocsText.of(node),
                        origins.at(node)));
    }

    /** The same answer in other forms: as text, as it arrives. XML and its like beside JSON are the same once more. */
    List<Further<Response>> further(String status, @Nullable ApiResponse read, JsonNode node, String name) {
        List<Choice> choices = read == null ? List.of() : contents.choices(read.getContent(), node);
        if (choices.isEmpty()) {
            return List.of();
        }
        Map<String, Further<Response>> further = new LinkedHashMap<>();
        Choice first = choices.get(0);
        Response main = response(first, choices, status, List.of(), node, name);
        for (Choice other : choices.subList(1, choices.size())) {
            Form form = formOf(other);
            boolean sameForm = form == formOf(first);
            String usual = suffix(form);
            boolean named = sameForm || (form == Form.TEXT && further.containsKey(usual));
            String suffix = named ? Contents.suffix(other.mediaType()) : usual;
            boolean vague = contents.isXmlOfTheSame(other, choices)
                    || (MediaTypes.isRange(other.mediaType()) && form == Form.JSON)
                    || isNotation(other, first, main);
            if (!vague && !further.containsKey(suffix) && !other.saysTheSame(first)) {
                Response response = response(other, choices, status, List.of(), node, name + suffix);
                // Texts of two types are both a String, but hardly the same one.
                boolean same = sameForm && form != Form.TEXT && response.type().equals(main.type());
                if (!same) {
                    further.put(suffix, new Further<>(suffix, response));
                }
            }
        }
        if (MediaTypes.isAnything(first.mediaType())) {
            asJson(first, status, node, name)
                    .ifPresent(json -> further.putIfAbsent(suffix(Form.JSON), new Further<>(suffix(Form.JSON), json)));
        }
        return List.copyOf(further.values());
    }

    /** What is described as an object or a list, of a type that does not say how it is spelled. */
    private Optional<Response> asJson(Choice bytes, String status, JsonNode node, String name) {
        Choice json = new Choice("application/json", bytes.media(), bytes.node());
        Response read = response(json, List.of(), status, List.of(), node, name);
        boolean structured = read.form() == Form.JSON
                && read.type().filter(type -> !(type instanceof TypeRef.Scalar)).isPresent();
        return structured
                ? Optional.of(new Response(
                        status,
                        bytes.mediaType(),
                        read.type(),
                        read.nullable(),
                        read.form(),
                        List.of(),
                        read.docs(),
                        read.at()))
                : Optional.empty();
    }

    /** An object or a list that is described once, for JSON and for something that spells the same. */
    private static boolean isNotation(Choice other, Choice first, Response asJson) {
        return asJson.form() == Form.JSON
                && MediaTypes.isNotation(other.mediaType())
                && other.node().path("schema").equals(first.node().path("schema"))
                && asJson.type()
                        .filter(type -> !(type instanceof TypeRef.Scalar))
                        .isPresent();
    }

    /** @param choices all that the answer may come in */
    private Response response(
            Choice choice, List<Choice> choices, String status, List<Header> described, JsonNode node, String name) {
        SpecPath at = origins.at(node);
        Optional<SchemaAt> schema = contents.schema(choice, Places.nameFor(at, name));
        Form form = formOf(choice);
        boolean raw = choice.form() == MediaTypes.Form.URL_ENCODED || choice.form() == MediaTypes.Form.MULTIPART;
        return new Response(
                status,
                asked(choice, choices),
                Optional.of(
                        form == Form.BYTES ? Contents.STREAM : raw ? TypeRef.STRING : contents.type(choice, schema)),
                form == Form.JSON && contents.isNullable(schema),
                form,
                described,
                DocsText.of(node),
                at);
    }

    /**
     * The types to ask for. All kinds of bytes are one stream to a caller, and some services have what is asked for in one
     * of them only.
     */
    private String asked(Choice choice, List<Choice> choices) {
        return switch (formOf(choice)) {
            case BYTES ->
                choices.stream()
                        .filter(other -> formOf(other) == Form.BYTES)
                        .map(other -> other.mediaType().strip())
                        .collect(Collectors.joining(", "));
            case TEXT -> choice.mediaType().strip();
            default -> MediaTypes.concrete(choice.mediaType());
        };
    }

    private Form formOf(Choice choice) {
        if (contents.isBinary(contents.schema(choice, ""))) {
            return Form.BYTES;
        }
        return switch (choice.form()) {
            case SEQUENCE -> MediaTypes.isEvents(choice.mediaType()) ? Form.EVENTS : Form.ITEMS;
            // Forms are what clients send: an answer in one is handed over as it is.
            case TEXT, URL_ENCODED -> Form.TEXT;
            case BYTES, MULTIPART -> Form.BYTES;
            case JSON -> Form.JSON;
        };
    }

    private static String suffix(Form form) {
        return switch (form) {
            case JSON -> "AsJson";
            case ITEMS, EVENTS -> "AsStream";
            case TEXT -> "AsText";
            case BYTES -> "AsBytes";
        };
    }

    /** The schema of an answer's body. */
    Optional<SchemaAt> schemaOf(@Nullable ApiResponse read, JsonNode node, String name) {
        return (read == null ? List.<Choice>of() : contents.choices(read.getContent(), node))
                .stream()
                        .findFirst()
                        .flatMap(chosen -> contents.schema(chosen, Places.nameFor(origins.at(node), name)));
    }
}
