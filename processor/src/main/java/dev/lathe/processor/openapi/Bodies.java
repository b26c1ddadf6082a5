package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.HttpOperation.Body;
import dev.lathe.processor.model.HttpOperation.Field;
import dev.lathe.processor.model.HttpOperation.Header;
import dev.lathe.processor.model.HttpOperation.Response;
import dev.lathe.processor.model.HttpOperation.Style;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.openapi.MediaTypes.Form;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what requests carry and what answers bring. */
final class Bodies {

    /** The media type that was chosen, with its schema. */
    private record Choice(String mediaType, MediaType media, JsonNode node) {
        Form form() {
            return MediaTypes.formOf(mediaType);
        }
    }

    /** A further form of a call, with what its method is called behind the name of the first one. */
    record Further<T>(String suffix, T body) {}

    private static final TypeRef STREAM = new TypeRef.Stream();

    private final SchemaTypes types;
    private final SchemaStore store;
    private final ResponseHeaders headers;
    private final Origins origins;
    private final Findings findings;

    Bodies(SchemaTypes types, SchemaStore store, Origins origins, Findings findings) {
        this.types = types;
        this.store = store;
        this.headers = new ResponseHeaders(types, origins);
        this.origins = origins;
        this.findings = findings;
    }

    /** @param node of the request body; missing when there is none */
    Optional<Body> request(io.swagger.v3.oas.models.parameters.@Nullable RequestBody read, JsonNode node, String name) {
        List<Choice> choices = read == null ? List.of() : choices(read.getContent(), node);
        return choices.stream().findFirst().filter(first -> !isEmptyForm(first)).map(first -> {
            List<String> others = new ArrayList<>(ofSameForm(choices, first));
            others(choices, first, node, name).values().forEach(other -> others.remove(other.mediaType));
            return body(first, others, node, name);
        });
    }

    /** A form of which the document says that it has no fields: there is nothing to send. */
    private boolean isEmptyForm(Choice choice) {
        return (choice.form() == Form.URL_ENCODED || choice.form() == Form.MULTIPART)
                && schema(choice, "")
                        .map(store::deref)
                        .filter(s -> s.isClosed() && fields(s, choice).isEmpty())
                        .isPresent();
    }

    /** The same body in forms that need other parameters: a file instead of JSON, for instance. */
    List<Further<Body>> furtherRequests(
            io.swagger.v3.oas.models.parameters.@Nullable RequestBody read, JsonNode node, String name) {
        List<Choice> choices = read == null ? List.of() : choices(read.getContent(), node);
        List<Further<Body>> further = new ArrayList<>();
        if (!choices.isEmpty()) {
            others(choices, choices.get(0), node, name)
                    .forEach((suffix, other) ->
                            further.add(new Further<>(suffix, body(other, List.of(), node, name + suffix))));
        }
        return further;
    }

    /** Choices whose values are not those of the first one, by what a method for them is called behind its name. */
    private Map<String, Choice> others(List<Choice> choices, Choice first, JsonNode node, String name) {
        TypeRef value = type(first, schema(first, requestName(node, name)));
        Map<String, Choice> others = new LinkedHashMap<>();
        for (Choice other : choices.subList(1, choices.size())) {
            boolean sameForm = other.form() == first.form();
            String suffix = sameForm ? suffix(other.mediaType) : suffix(other.form());
            Optional<SchemaAt> schema = schema(other, requestName(node, name + suffix));
            boolean vague = MediaTypes.isXml(other.mediaType) || (sameForm && MediaTypes.isRange(other.mediaType));
            boolean same = saysTheSame(other, first)
                    || (type(other, schema).equals(value)
                            && schema.map(s -> fields(s, other)).orElse(List.of()).stream()
                                    .noneMatch(field -> other.form() == Form.MULTIPART && isStream(field.type())));
            if (!vague && !same) {
                others.putIfAbsent(suffix, other);
            }
        }
        return others;
    }

    /** Whether both are of one form, and of schemas that read the same. */
    private static boolean saysTheSame(Choice one, Choice other) {
        return one.form() == other.form()
                && one.node.path("schema").equals(other.node.path("schema"))
                && one.node.path("encoding").equals(other.node.path("encoding"));
    }

    private static boolean isStream(TypeRef type) {
        return type.equals(STREAM)
                || (type instanceof TypeRef.ListOf list && list.item().equals(STREAM))
                || (type instanceof TypeRef.MapOf map && isStream(map.value()));
    }

    private String requestName(JsonNode node, String name) {
        return Places.nameFor(origins.at(node), name + "Request");
    }

    private static List<String> ofSameForm(List<Choice> choices, Choice first) {
        return choices.stream()
                .skip(1)
                .filter(choice -> choice.form() == first.form() && !MediaTypes.isRange(choice.mediaType))
                .map(Choice::mediaType)
                .toList();
    }

    private Body body(Choice chosen, List<String> others, JsonNode node, String name) {
        Optional<SchemaAt> schema = schema(chosen, requestName(node, name));
        TypeRef type = type(chosen, schema);
        List<Field> fields = List.of();
        if (chosen.form() == Form.URL_ENCODED || chosen.form() == Form.MULTIPART) {
            fields = schema.map(s -> fields(s, chosen)).orElse(List.of());
            if (fields.isEmpty()) {
                fields = freeFields(chosen, schema, node);
                type = fields.isEmpty() ? withoutFields(chosen, type) : type;
            }
        } else if (chosen.form() == Form.SEQUENCE && !MediaTypes.isEvents(chosen.mediaType)) {
            type = new TypeRef.ListOf(type);
        }
        if (chosen.form() == Form.MULTIPART && !fields.isEmpty() && !MediaTypes.isFormData(chosen.mediaType)) {
            findings.warnOnce(
                    "not-generated",
                    chosen.mediaType,
                    origins.at(chosen.node),
                    "'" + chosen.mediaType + "' is not supported; the parts are sent as 'multipart/form-data'.");
        }
        return new Body(
                node.path("required").asBoolean(),
                concrete(chosen, schema),
                others,
                type,
                fields,
                DocsText.of(node),
                origins.at(node));
    }

    Response response(
            String status, io.swagger.v3.oas.models.responses.@Nullable ApiResponse read, JsonNode node, String name) {
        List<Choice> choices = read == null ? List.of() : choices(read.getContent(), node);
        List<Header> described = read == null ? List.of() : headers.of(read.getHeaders(), node, name);
        return choices.stream()
                .findFirst()
                .map(first -> response(first, status, described, node, name))
                .orElseGet(() -> new Response(
                        status,
                        "",
                        Optional.empty(),
                        HttpOperation.Form.JSON,
                        described,
                        DocsText.of(node),
                        origins.at(node)));
    }

    /** The same answer in other forms: as text, as it arrives. XML beside JSON is the same once more. */
    List<Further<Response>> furtherResponses(
            String status, io.swagger.v3.oas.models.responses.@Nullable ApiResponse read, JsonNode node, String name) {
        List<Choice> choices = read == null ? List.of() : choices(read.getContent(), node);
        Map<String, Further<Response>> further = new LinkedHashMap<>();
        for (Choice other : choices.subList(Math.min(1, choices.size()), choices.size())) {
            Choice first = choices.get(0);
            HttpOperation.Form form = formOf(other);
            boolean sameForm = form == formOf(first);
            String suffix = sameForm ? suffix(other.mediaType) : suffix(form);
            boolean vague = MediaTypes.isXml(other.mediaType)
                    || (MediaTypes.isRange(other.mediaType) && form == HttpOperation.Form.JSON);
            if (!vague && !further.containsKey(suffix) && !saysTheSame(other, first)) {
                Response response = response(other, status, List.of(), node, name + suffix);
                boolean same = sameForm
                        && response.type()
                                .equals(response(first, status, List.of(), node, name)
                                        .type());
                if (!same) {
                    further.put(suffix, new Further<>(suffix, response));
                }
            }
        }
        return List.copyOf(further.values());
    }

    private Response response(Choice choice, String status, List<Header> described, JsonNode node, String name) {
        SpecPath at = origins.at(node);
        Optional<SchemaAt> schema = schema(choice, Places.nameFor(at, name));
        HttpOperation.Form form = formOf(choice);
        boolean raw = choice.form() == Form.URL_ENCODED || choice.form() == Form.MULTIPART;
        return new Response(
                status,
                concrete(choice, schema),
                Optional.of(form == HttpOperation.Form.BYTES ? STREAM : raw ? TypeRef.STRING : type(choice, schema)),
                form,
                described,
                DocsText.of(node),
                at);
    }

    private HttpOperation.Form formOf(Choice choice) {
        if (isBinary(schema(choice, ""))) {
            return HttpOperation.Form.BYTES;
        }
        return switch (choice.form()) {
            case SEQUENCE ->
                MediaTypes.isEvents(choice.mediaType) ? HttpOperation.Form.EVENTS : HttpOperation.Form.ITEMS;
            // Forms are what clients send: an answer in one is handed over as it is.
            case TEXT, URL_ENCODED -> HttpOperation.Form.TEXT;
            case BYTES, MULTIPART -> HttpOperation.Form.BYTES;
            case JSON -> HttpOperation.Form.JSON;
        };
    }

    /** {@code application/json-patch+json} is {@code AsJsonPatch}. */
    private static String suffix(String mediaType) {
        String kind = mediaType.substring(mediaType.indexOf('/') + 1).replaceAll("(?i)\\+json\\b", "");
        return "As" + Words.pascal(kind);
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

    private static String suffix(HttpOperation.Form form) {
        return switch (form) {
            case JSON -> "AsJson";
            case ITEMS, EVENTS -> "AsStream";
            case TEXT -> "AsText";
            case BYTES -> "AsBytes";
        };
    }

    /** The schema of an answer's body. */
    Optional<SchemaAt> schemaOf(
            io.swagger.v3.oas.models.responses.@Nullable ApiResponse read, JsonNode node, String name) {
        return (read == null ? List.<Choice>of() : choices(read.getContent(), node))
                .stream().findFirst().flatMap(chosen -> schema(chosen, Places.nameFor(origins.at(node), name)));
    }

    /** What there is to choose from, the best one first. */
    private List<Choice> choices(@Nullable Content content, JsonNode holder) {
        if (content == null || content.isEmpty()) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        for (String mediaType : MediaTypes.ranked(content.keySet())) {
            JsonNode node = holder.path("content").path(mediaType);
            MediaType media = content.get(mediaType);
            choices.add(new Choice(mediaType, media == null ? new MediaType() : media, node));
        }
        if (MediaTypes.isXml(choices.get(0).mediaType)) {
            findings.warnOnce(
                    "not-generated",
                    "xml",
                    origins.at(choices.get(0).node),
                    "'" + choices.get(0).mediaType + "' is not decoded: such a body is handed over as text.");
        }
        return choices;
    }

    private Optional<SchemaAt> schema(Choice choice, String name) {
        JsonNode node = choice.node.path("schema");
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
            case SEQUENCE ->
                schema.map(s -> MediaTypes.isEvents(choice.mediaType) ? dataOf(s) : s)
                        .map(s -> types.resolve(s).type())
                        .map(type -> type instanceof TypeRef.ListOf list ? list.item() : type)
                        .orElse(TypeRef.ANY);
            default -> schema.map(s -> types.resolve(s).type()).orElse(TypeRef.ANY);
        };
    }

    /** OpenAPI 3.2 describes a whole event; what it carries is its member {@code data}. */
    private SchemaAt dataOf(SchemaAt event) {
        return types.composition().allMembers(event).stream()
                .filter(member -> member.wireName().equals("data"))
                .findFirst()
                .filter(data -> event.node().path(CleanCopy.ITEM).asBoolean())
                .map(Composition.Member::last)
                .orElse(event);
    }

    private List<Field> fields(SchemaAt schema, Choice choice) {
        SchemaAt target = store.deref(schema);
        if (!types.composition().isObject(target)) {
            return List.of();
        }
        boolean multipart = MediaTypes.formOf(choice.mediaType) == Form.MULTIPART;
        List<Field> fields = new ArrayList<>();
        for (Composition.Member member : types.composition().allMembers(target)) {
            if (types.isReadOnly(member)) {
                continue;
            }
            SchemaAt last = member.last();
            JsonNode encoding = choice.node.path("encoding").path(member.wireName());
            String contentType = contentType(encoding);
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
        rest(target, choice, fields.isEmpty()).ifPresent(fields::add);
        return fields;
    }

    /** Of several that a part may have, the first that is no range. */
    private static String contentType(JsonNode encoding) {
        return Arrays.stream(encoding.path("contentType").asText().split(","))
                .map(String::strip)
                .filter(one -> !MediaTypes.isRange(one))
                .findFirst()
                .orElse("");
    }

    /** What the document does not name, where it says that there may be such: all of them in one field without a name. */
    private Optional<Field> rest(SchemaAt target, Choice choice, boolean required) {
        boolean multipart = MediaTypes.formOf(choice.mediaType) == Form.MULTIPART;
        Composition composition = types.composition();
        Optional<TypeRef> values = composition
                .additional(target)
                .map(value -> multipart ? part(value) : types.resolve(value).type())
                .or(() -> composition.isOpen(target) ? Optional.of(TypeRef.ANY) : Optional.empty());
        return values.map(value -> free(value, required, target.at()));
    }

    private static Field free(TypeRef values, boolean required, SpecPath at) {
        return new Field(
                "", new TypeRef.MapOf(values), required, Style.FORM, true, "", Docs.of("Fields of any names."), at);
    }

    /** The fields of a form of which the document names none. */
    private List<Field> freeFields(Choice choice, Optional<SchemaAt> schema, JsonNode node) {
        Optional<SchemaAt> target = schema.map(store::deref);
        boolean anything = schema.map(s -> types.resolve(s).type())
                .filter(type -> !type.equals(TypeRef.ANY))
                .isEmpty();
        return anything
                        && choice.form() == Form.URL_ENCODED
                        && target.filter(t -> t.isType("array")).isEmpty()
                ? List.of(free(TypeRef.ANY, true, origins.at(node)))
                : List.of();
    }

    /** A form that is no object has no names for what it holds. */
    private TypeRef withoutFields(Choice choice, TypeRef type) {
        if (choice.form() == Form.URL_ENCODED && type.equals(TypeRef.STRING)) {
            return type;
        }
        findings.warn(
                "not-generated",
                origins.at(choice.node),
                "A body of '" + choice.mediaType
                        + "' should be an object, whose members are its fields; it is taken as bytes that are encoded"
                        + " already, with the Content-Type among the client's settings.");
        return STREAM;
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
