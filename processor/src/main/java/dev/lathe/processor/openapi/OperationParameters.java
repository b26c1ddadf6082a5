package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.HttpOperation.In;
import dev.lathe.processor.model.HttpOperation.Parameter;
import dev.lathe.processor.model.HttpOperation.Style;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeRef;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an operation that travel outside of the body. */
final class OperationParameters {

    /** OpenAPI 3.1, section 4.8.12.2: which style goes where; the first one is the default. */
    private static final Map<In, List<String>> STYLES = Map.of(
            In.PATH, List.of("simple", "label", "matrix"),
            In.QUERY, Styles.IN_QUERIES,
            In.HEADER, List.of("simple"),
            In.COOKIE, List.of("form"));

    private final SchemaTypes types;
    private final Origins origins;
    private final Findings findings;

    OperationParameters(SchemaTypes types, Origins origins, Findings findings) {
        this.types = types;
        this.origins = origins;
        this.findings = findings;
    }

    /**
     * @param read as Swagger Parser has them
     * @param nodes what they were read from
     * @param name what types are named after that the parameters describe themselves
     */
    List<Parameter> of(
            @Nullable List<io.swagger.v3.oas.models.parameters.Parameter> read, JsonNode nodes, String name) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode node : nodes) {
            parameters.add(parameter(matching(read, node), node, name));
        }
        return parameters;
    }

    private static io.swagger.v3.oas.models.parameters.Parameter matching(
            @Nullable List<io.swagger.v3.oas.models.parameters.Parameter> read, JsonNode node) {
        return (read == null ? List.<io.swagger.v3.oas.models.parameters.Parameter>of() : read)
                .stream()
                        .filter(one -> node.path("name").asText().equals(one.getName())
                                && node.path("in").asText().equals(one.getIn()))
                        .findFirst()
                        .orElseGet(io.swagger.v3.oas.models.parameters.Parameter::new);
    }

    private Parameter parameter(io.swagger.v3.oas.models.parameters.Parameter read, JsonNode node, String name) {
        String wireName = node.path("name").asText();
        In in = In.valueOf(node.path("in").asText().toUpperCase(Locale.ROOT));
        SpecPath at = origins.at(node);
        String typeName = Places.nameFor(at, name + Words.pascal(wireName));
        boolean json = false;
        TypeRef type = TypeRef.STRING;
        Optional<SchemaAt> described = Optional.empty();
        if (read.getContent() != null && !read.getContent().isEmpty()) {
            String mediaType = MediaTypes.best(read.getContent().keySet()).orElseThrow();
            json = MediaTypes.formOf(mediaType) == MediaTypes.Form.JSON;
            MediaType content = read.getContent().get(mediaType);
            JsonNode schema = node.path("content").path(mediaType).path("schema");
            type = json ? TypeRef.ANY : TypeRef.STRING;
            if (content != null && content.getSchema() != null && schema.isObject()) {
                SchemaAt value = new SchemaAt(content.getSchema(), schema, typeName, false, origins);
                TypeRef spelled = types.resolve(value).type();
                type = json || spelled instanceof TypeRef.Scalar ? spelled : asText(mediaType, node);
                described = Optional.of(value);
            }
        } else if (read.getSchema() != null && node.path("schema").isObject()) {
            var schema = new SchemaAt(read.getSchema(), node.path("schema"), typeName, false, origins);
            type = types.resolve(schema).type();
            described = Optional.of(schema);
            if (!node.path("style").asText().equals("deepObject")) {
                reportNested(schema, wireName, at);
            }
        } else {
            findings.warnOnce(
                    "untyped-parameter", "", at, "The parameter '" + wireName + "' has no schema; a text is taken.");
        }
        Style style = json ? Style.JSON : style(node, in);
        JsonNode explode = node.path("explode");
        return new Parameter(
                wireName,
                in,
                type,
                in == In.PATH || node.path("required").asBoolean(),
                style,
                explode.isBoolean() ? explode.booleanValue() : style == Style.FORM,
                node.path("allowReserved").asBoolean()
                        || node.path("x-ms-skip-url-encoding").asBoolean(),
                types.annotations().ofHolder(node, described, type),
                at);
    }

    private void reportNested(SchemaAt schema, String wireName, SpecPath at) {
        if (types.composition().isNested(schema)) {
            findings.warnOnce(
                    "odd-style",
                    "nested",
                    at,
                    "'" + wireName
                            + "' has objects or lists within, which no style but 'deepObject' spells; they are sent as"
                            + " JSON, lists within an exploded object as one value after the other.",
                    "say 'content: application/json' if the value as a whole is JSON");
        }
    }

    private TypeRef asText(String mediaType, JsonNode node) {
        findings.warnOnce(
                "not-generated",
                "parameter of " + mediaType,
                origins.at(node, "content"),
                "A value that is spelled as '" + mediaType + "' is taken as text, which has to be spelled so already.");
        return TypeRef.STRING;
    }

    private Style style(JsonNode node, In in) {
        if (node.has(Uplift.TAB_DELIMITED)) {
            return Style.TAB_DELIMITED;
        }
        List<String> allowed = STYLES.getOrDefault(in, List.of("simple"));
        String asked = node.path("style").asText(allowed.get(0));
        if (!allowed.contains(asked)) {
            // Swagger 2.0 allows spaces and pipes between the items of a list everywhere.
            if (Styles.of(asked) == null || !Styles.isDelimited(asked)) {
                findings.warnOnce(
                        "odd-style",
                        asked + " in " + in,
                        origins.at(node, "style"),
                        "Style '" + asked + "' is not for a " + in.name().toLowerCase(Locale.ROOT) + " parameter; '"
                                + allowed.get(0) + "' is taken.",
                        Nearest.hint(asked, allowed));
                asked = allowed.get(0);
            }
        }
        Style style = Styles.of(asked);
        return style == null ? Style.SIMPLE : style;
    }

    /** Names of those that stand in the path. */
    static Set<String> ofPath(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.in() == In.PATH)
                .map(Parameter::wireName)
                .collect(Collectors.toSet());
    }

    /** Brings parameters and template together: what one has and the other has not is reported and mended. */
    List<Parameter> fitting(PathTemplate path, List<Parameter> parameters, SpecPath at) {
        Set<String> variables = new LinkedHashSet<>(path.variables());
        Map<String, String> query = new LinkedHashMap<>(path.query());
        List<Parameter> fitting = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String name = parameter.wireName();
            if (parameter.in() == In.PATH && !variables.remove(name)) {
                if (query.containsValue(name)) {
                    continue;
                }
                findings.warn(
                        "path-parameter",
                        parameter.at(),
                        "The path " + path.sent() + " has no {" + name + "}; the parameter is left out.",
                        name.length() < 3 ? new String[0] : Nearest.hint(name, variables));
            } else {
                query.entrySet()
                        .removeIf(pair -> parameter.in() == In.QUERY
                                && (pair.getKey().equals(name)
                                        || pair.getValue().equals(name)));
                fitting.add(parameter.in() == In.PATH && path.open().contains(name) ? reserved(parameter) : parameter);
            }
        }
        for (String variable : variables) {
            findings.warn(
                    "path-parameter",
                    at,
                    "The path " + path.sent() + " has {" + variable
                            + "}, but no parameter says what it is; a text is taken.");
            fitting.add(new Parameter(
                    variable,
                    In.PATH,
                    TypeRef.STRING,
                    true,
                    Style.SIMPLE,
                    false,
                    path.open().contains(variable),
                    Docs.NONE,
                    at));
        }
        query.forEach((name, variable) -> fitting.add(inQuery(name, variable, parameters, at)));
        return fitting;
    }

    private static Parameter reserved(Parameter parameter) {
        return new Parameter(
                parameter.wireName(),
                parameter.in(),
                parameter.type(),
                parameter.required(),
                parameter.style(),
                parameter.explode(),
                true,
                parameter.docs(),
                parameter.at());
    }

    /** A variable in the query of a path; a path parameter may describe it. */
    private static Parameter inQuery(String name, String variable, List<Parameter> parameters, SpecPath at) {
        return parameters.stream()
                .filter(parameter ->
                        parameter.in() == In.PATH && parameter.wireName().equals(variable))
                .findFirst()
                .map(said -> new Parameter(
                        name, In.QUERY, said.type(), false, Style.FORM, true, false, said.docs(), said.at()))
                .orElseGet(() ->
                        new Parameter(name, In.QUERY, TypeRef.STRING, false, Style.FORM, true, false, Docs.NONE, at));
    }
}
