package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Says what a checked document says in the words of OpenAPI 3.1, the one dialect that later steps know. Parameters and
 * responses in the style of 2.0 are understood in documents of all versions: published ones mix them.
 */
final class Uplift {

    /** {@code style} of Swagger 2.0's {@code collectionFormat: tsv}, which 3.x has no word for. */
    static final String TAB_DELIMITED = "x-lathe-tab-delimited";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    /** What a parameter of 2.0 says about its value by itself, and one of 3.x within {@code schema}. */
    private static final List<String> OF_VALUE = List.of(
            "type",
            "format",
            "items",
            "prefixItems",
            "enum",
            "minimum",
            "maximum",
            "nullable",
            "x-nullable",
            DocsText.DEFAULT,
            "x-lathe-type",
            "x-enum-varnames",
            "x-enumNames",
            "x-enum-descriptions",
            "x-enumDescriptions");

    private final CleanSpec spec;
    private final Origins origins;
    private final Findings findings;
    private final ObjectNode root;
    private final boolean two;
    private final Set<JsonNode> done = Collections.newSetFromMap(new IdentityHashMap<>());

    Uplift(CleanSpec spec, Origins origins, Findings findings) {
        this.spec = spec;
        this.origins = origins;
        this.findings = findings;
        this.root = spec.root();
        this.two = spec.version() == SpecVersion.V2;
    }

    void apply() {
        if (two) {
            servers();
        }
        if (root.get("paths") instanceof ObjectNode paths) {
            root.set("paths", paths(paths));
        }
        for (JsonNode path : root.path("paths")) {
            for (String method : Parameters.METHODS) {
                if (path.get(method) instanceof ObjectNode operation && done.add(operation)) {
                    operation(operation);
                }
            }
        }
        root.remove(List.of("swagger", "host", "basePath", "schemes", "consumes", "produces"));
        root.put("openapi", "3.1.0");
    }

    /** Paths start with a slash, and no two are the same but for the names of their variables. */
    private ObjectNode paths(ObjectNode paths) {
        ObjectNode sound = same(paths);
        Set<String> templates = new HashSet<>();
        paths.properties().forEach(path -> {
            String key = path.getKey();
            if (!key.startsWith("/")) {
                findings.warn("path-slash", origins.at(path.getValue()), "The path '" + key + "' lacks its slash.");
                key = "/" + key;
            }
            if (!templates.add(key.replaceAll("\\{[^{}]*}", "{}"))
                    && path.getValue().isObject()) {
                findings.warnOnce(
                        "same-path",
                        "",
                        origins.at(path.getValue()),
                        "Another path is the same as '" + key + "' but for the names of its variables.");
            }
            sound.set(key, path.getValue());
        });
        return sound;
    }

    private void servers() {
        String host = root.path("host").asText();
        String base = root.path("basePath").asText();
        if (host.isEmpty() && base.isEmpty()) {
            return;
        }
        ArrayNode servers = root.putArray("servers");
        if (host.isEmpty()) {
            servers.addObject().put("url", base);
            return;
        }
        List<String> schemes =
                texts(root.path("schemes")).filter(s -> s.startsWith("http")).toList();
        (schemes.isEmpty() ? Stream.of("https") : schemes.stream().sorted(Collections.reverseOrder()))
                .forEach(scheme -> servers.addObject().put("url", scheme + "://" + host + base));
    }

    private void operation(ObjectNode operation) {
        List<JsonNode> form = new ArrayList<>();
        ArrayNode kept = NODES.arrayNode();
        for (JsonNode parameter : operation.path("parameters")) {
            switch (parameter.path("in").asText()) {
                case "body" -> body(operation, (ObjectNode) parameter);
                case "formData" -> form.add(parameter);
                default -> kept.add(parameter((ObjectNode) parameter));
            }
        }
        if (!form.isEmpty()) {
            form(operation, form);
        }
        operation.set("parameters", kept);
        if (operation.get("responses") instanceof ObjectNode responses) {
            for (var response : responses.properties()) {
                if (response.getValue().get("headers") instanceof ObjectNode headers) {
                    headers.properties().forEach(header -> header.setValue(header((ObjectNode) header.getValue())));
                }
                if (response.getValue().has("schema")) {
                    response.setValue(response(operation, (ObjectNode) response.getValue()));
                }
            }
        }
        if (operation.path("responses").isEmpty() && spec.version() != SpecVersion.V3_1) {
            findings.warnOnce(
                    "no-responses",
                    "",
                    origins.at(operation, "responses"),
                    "The operation does not say what it answers; whatever comes is not read.");
        }
        operation.remove(List.of("consumes", "produces"));
    }

    private JsonNode parameter(ObjectNode parameter) {
        if (parameter.has("schema")
                || parameter.has("content")
                || OF_VALUE.stream().noneMatch(parameter::has)) {
            return parameter;
        }
        noteTwo(parameter, "parameter", "says its type without 'schema'");
        ObjectNode copy = same(parameter);
        copy.setAll(parameter);
        copy.remove(OF_VALUE);
        copy.set("schema", value(parameter));
        String format = parameter.path("collectionFormat").asText("csv");
        copy.remove("collectionFormat");
        if (parameter.path("type").asText().equals("array") && (two || parameter.has("collectionFormat"))) {
            collection(copy, format, parameter.path("in").asText());
        }
        return copy;
    }

    private JsonNode header(ObjectNode header) {
        return header.has("schema") || header.has("content") ? header : parameter(header);
    }

    private static void collection(ObjectNode parameter, String format, String in) {
        boolean inQuery = in.equals("query") || in.equals("formData");
        switch (format) {
            case "ssv" -> parameter.put("style", "spaceDelimited");
            case "pipes" -> parameter.put("style", "pipeDelimited");
            case "tsv" -> parameter.put(TAB_DELIMITED, true);
            default -> parameter.put("style", inQuery ? "form" : "simple");
        }
        parameter.put("explode", format.equals("multi"));
    }

    private ObjectNode value(JsonNode parameter) {
        ObjectNode schema = same(parameter);
        for (String member : OF_VALUE) {
            if (parameter.has(member)) {
                schema.set(member, parameter.get(member));
            }
        }
        if (schema.path("type").asText().equals("file")) {
            schema.put("type", "string").put("format", "binary");
        }
        return schema;
    }

    private void body(ObjectNode operation, ObjectNode parameter) {
        noteTwo(parameter, "body", "is a parameter");
        if (operation.has("requestBody")) {
            return;
        }
        ObjectNode body = same(parameter);
        copy(parameter, body, "description", "required", "x-lathe-confidence");
        JsonNode schema = parameter.has("schema") ? parameter.get("schema") : value(parameter);
        body.set("content", content(mediaTypes(operation, "consumes"), schema, parameter));
        operation.set("requestBody", body);
    }

    private void form(ObjectNode operation, List<JsonNode> fields) {
        if (operation.has("requestBody")) {
            return;
        }
        ObjectNode schema = same(operation);
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        ObjectNode encoding = NODES.objectNode();
        boolean file = false;
        for (JsonNode field : fields) {
            noteTwo(field, "form", "is made of parameters");
            String name = field.path("name").asText();
            ObjectNode value = field.get("schema") instanceof ObjectNode own ? own : value(field);
            copy((ObjectNode) field, value, "description", "x-lathe-confidence");
            properties.set(name, value);
            file |= value.path("format").asText().equals("binary");
            if (field.path("required").asBoolean()) {
                required.add(name);
            }
            if (field.path("type").asText().equals("array")) {
                collection(
                        encoding.putObject(name), field.path("collectionFormat").asText("csv"), "formData");
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        List<String> consumed = mediaTypes(operation, "consumes");
        boolean multipart = file || (consumed.contains(MULTIPART) && !consumed.contains(FORM));
        ObjectNode body = same(operation);
        body.put("required", !required.isEmpty());
        ObjectNode content = content(List.of(multipart ? MULTIPART : FORM), schema, operation);
        if (!encoding.isEmpty()) {
            content.forEach(media -> ((ObjectNode) media).set("encoding", encoding));
        }
        body.set("content", content);
        operation.set("requestBody", body);
    }

    private ObjectNode response(ObjectNode operation, ObjectNode response) {
        noteTwo(response, "response", "says its type without 'content'");
        ObjectNode copy = same(response);
        copy.setAll(response);
        JsonNode schema = copy.remove("schema");
        if (schema != null && !copy.has("content")) {
            if (schema.path("type").asText().equals("file")) {
                ((ObjectNode) schema).put("type", "string").put("format", "binary");
            }
            copy.set("content", content(mediaTypes(operation, "produces"), schema, response));
        }
        return copy;
    }

    private ObjectNode content(List<String> mediaTypes, JsonNode schema, JsonNode origin) {
        ObjectNode content = same(origin);
        for (String mediaType : mediaTypes.isEmpty() ? List.of(JSON) : mediaTypes) {
            ObjectNode media = same(origin);
            media.set("schema", schema);
            content.set(mediaType, media);
        }
        return content;
    }

    private List<String> mediaTypes(ObjectNode operation, String member) {
        JsonNode own = operation.get(member);
        return texts(own == null ? root.path(member) : own).toList();
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    private static void copy(ObjectNode from, ObjectNode to, String... members) {
        for (String member : members) {
            if (from.has(member)) {
                to.set(member, from.get(member));
            }
        }
    }

    private ObjectNode same(JsonNode original) {
        ObjectNode node = NODES.objectNode();
        origins.same(node, original);
        return node;
    }

    private void noteTwo(JsonNode where, String what, String how) {
        if (!two) {
            findings.warnOnce(
                    "swagger2-style",
                    what,
                    origins.at(where),
                    "In this " + spec.version().title() + " document a " + what + " " + how
                            + ", as in Swagger 2.0; it is read that way.");
        }
    }
}
