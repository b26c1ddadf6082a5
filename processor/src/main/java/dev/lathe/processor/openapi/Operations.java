package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.ApiInfo;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.HttpOperation.Body;
import dev.lathe.processor.model.HttpOperation.Parameter;
import dev.lathe.processor.model.HttpOperation.Response;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeRef;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the calls of a document and groups them by tag. */
final class Operations {

    private static final Pattern STATUS = Pattern.compile("[1-5]([0-9]{2}|XX)|default");
    private static final Pattern VERSION_SEGMENT = Pattern.compile("v[0-9]+(\\.[0-9]+)*");

    private final OpenAPI api;
    private final JsonNode root;
    private final Origins origins;
    private final Findings findings;
    private final OperationParameters parameters;
    private final RequestBodies requests;
    private final Responses answers;
    private final Pagings pagings;
    private final OperationIds ids;
    private final MethodNames names;
    private final SchemaTypes schemas;
    private final Servers servers;
    private final String home;
    private final Security security;

    Operations(
            OpenAPI api,
            CleanSpec clean,
            SchemaTypes types,
            SchemaStore store,
            Servers servers,
            Security security,
            Origins origins,
            Findings findings) {
        this.api = api;
        this.root = clean.root();
        this.origins = origins;
        this.findings = findings;
        this.parameters = new OperationParameters(types, origins, findings);
        Contents contents = new Contents(types, store, origins, findings);
        FormFields forms = new FormFields(types, store, origins, findings);
        this.requests = new RequestBodies(contents, forms, origins);
        this.answers = new Responses(contents, new ResponseHeaders(types, origins, findings), origins);
        this.pagings = new Pagings(types, store, origins, findings);
        this.ids = new OperationIds(clean.root(), origins, findings);
        this.names = MethodNames.of(clean.root());
        this.schemas = types;
        this.servers = servers;
        this.home = Servers.home(api.getServers());
        this.security = security;
    }

    List<Resource> resources() {
        Map<String, List<HttpOperation>> byTag = new LinkedHashMap<>();
        Map<String, List<HttpOperation>> further = new LinkedHashMap<>();
        root.path("paths").properties().forEach(path -> {
            PathItem read = api.getPaths() == null ? null : api.getPaths().get(path.getKey());
            PathItem item = read == null ? new PathItem() : read;
            Map<PathItem.HttpMethod, Operation> operations = item.readOperationsMap();
            path.getValue().properties().forEach(member -> {
                if (Parameters.METHODS.contains(member.getKey())) {
                    String method = member.getKey().toUpperCase(Locale.ROOT);
                    Operation operation = operations.get(PathItem.HttpMethod.valueOf(method));
                    if (operation != null) {
                        List<HttpOperation> forms =
                                operations(method, path.getKey(), item, operation, member.getValue());
                        String tag = tagOf(member.getValue(), path.getKey());
                        byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(forms.get(0));
                        // Last in the resource, so that they take no name from an operation of the document.
                        further.computeIfAbsent(tag, t -> new ArrayList<>()).addAll(forms.subList(1, forms.size()));
                    }
                }
            });
        });
        List<Resource> resources = new ArrayList<>();
        byTag.forEach((tag, operations) -> {
            operations.addAll(further.getOrDefault(tag, List.of()));
            resources.add(resource(tag, operations));
        });
        return resources;
    }

    private Resource resource(String tag, List<HttpOperation> operations) {
        for (JsonNode described : root.path("tags")) {
            if (described.path("name").asText().equals(tag)) {
                return new Resource.Tagged(tag, operations, DocsText.of(described), origins.at(described));
            }
        }
        return new Resource.Tagged(tag, operations, Docs.NONE, operations.get(0).at());
    }

    static String tagOf(JsonNode operation, String path) {
        String tag = operation.path("tags").path(0).asText();
        if (!tag.isBlank()) {
            return tag;
        }
        String version = "";
        for (String segment : path.split("/", -1)) {
            if (VERSION_SEGMENT.matcher(segment).matches()) {
                version = segment;
            } else if (!segment.isBlank() && !segment.startsWith("{")) {
                return segment;
            }
        }
        return version.isEmpty() ? "root" : version;
    }

    /** The operation, and once more for each further form of its request or answer. */
    private List<HttpOperation> operations(String method, String path, PathItem item, Operation read, JsonNode node) {
        HttpOperation first = operation(method, path, item, read, node);
        String typeName = Words.pascal(first.id());
        List<HttpOperation> all = new ArrayList<>(List.of(first));
        requests.further(read.getRequestBody(), node.path("requestBody"), typeName)
                .forEach(form -> all.add(
                        further(first, form.suffix(), Optional.of(form.body()), first.responses(), first.answers())));
        firstSuccess(node).ifPresent(status -> {
            JsonNode success = node.path("responses").path(status);
            answers.further(normal(status), read(read, status), success, responseName(node, normal(status), typeName))
                    .forEach(form -> all.add(further(
                            first,
                            form.suffix(),
                            first.body(),
                            replaced(first.responses(), form.body()),
                            Optional.empty())));
        });
        return all;
    }

    private static List<Response> replaced(List<Response> responses, Response by) {
        return responses.stream()
                .filter(response -> response.status().equals(by.status()) || !response.isSuccess())
                .map(response -> response.status().equals(by.status()) ? by : response)
                .toList();
    }

    private static HttpOperation further(
            HttpOperation first,
            String suffix,
            Optional<Body> body,
            List<Response> responses,
            Optional<TypeRef> answers) {
        return new HttpOperation(
                first.id(),
                first.name() + suffix,
                first.method(),
                first.path(),
                first.parameters(),
                body,
                responses,
                answers,
                Optional.empty(),
                first.security(),
                first.server(),
                first.docs(),
                first.at());
    }

    private HttpOperation operation(String method, String path, PathItem item, Operation read, JsonNode node) {
        SpecPath at = origins.at(node);
        String id = ids.of(method, path, node);
        String typeName = Words.pascal(id);
        String asked = node.path("x-lathe-name").asText();
        List<Parameter> given = parameters.of(read.getParameters(), node.path("parameters"), typeName);
        PathTemplate template = PathTemplate.of(path, OperationParameters.ofPath(given));
        List<Response> responses = responses(read, node, typeName);
        return new HttpOperation(
                id,
                asked.isBlank() ? names.of(tagOf(node, path), id) : asked,
                method,
                template.sent(),
                parameters.fitting(template, given, at),
                requests.first(read.getRequestBody(), node.path("requestBody"), typeName),
                responses,
                answers(responses, typeName + "Result", method + " " + path, at),
                pagings.of(node, given, success(read, node, typeName)),
                security.of(node),
                server(item, read, node),
                DocsText.of(node),
                at);
    }

    /** A union of what the successes bring, where that is of several types. */
    private Optional<TypeRef> answers(List<Response> responses, String name, String operation, SpecPath at) {
        Set<TypeRef> types = new LinkedHashSet<>();
        List<Response> successes = responses.stream()
                .filter(response -> response.isSuccess() && response.type().isPresent())
                .toList();
        for (Response response : successes) {
            if (response.form() == HttpOperation.Form.JSON) {
                types.add(response.type().orElseThrow());
            } else if (successes.size() > 1 && successes.stream().anyMatch(other -> other.form() != response.form())) {
                findings.warnOnce(
                        "mixed-answers",
                        "",
                        response.at(),
                        "The answers of the operation are of several kinds, JSON and others; the one for the lowest"
                                + " status is read.");
                return Optional.empty();
            }
        }
        if (types.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(schemas.byStatus(
                name, List.copyOf(types), Docs.of("What %s answers, by its status.".formatted(operation)), at));
    }

    private List<Response> responses(Operation read, JsonNode node, String typeName) {
        List<Response> responses = new ArrayList<>();
        node.path("responses").properties().forEach(response -> {
            String status = normal(response.getKey());
            if (!STATUS.matcher(status).matches()) {
                findings.warn(
                        "odd-status",
                        origins.at(response.getValue()),
                        "'" + response.getKey() + "' is no status code; the response is left out.");
                return;
            }
            responses.add(answers.first(
                    status, read(read, response.getKey()), response.getValue(), responseName(node, status, typeName)));
        });
        return responses;
    }

    private static String normal(String status) {
        String upper = status.strip().toUpperCase(Locale.ROOT);
        return upper.equals("DEFAULT") ? "default" : upper;
    }

    private static @Nullable ApiResponse read(Operation read, String status) {
        return read.getResponses() == null ? null : read.getResponses().get(status);
    }

    private static String responseName(JsonNode node, String status, String typeName) {
        return typeName + answerWord(node, status);
    }

    /** What stands behind the name of an operation in those of its answers. The first success goes without its number. */
    static String answerWord(JsonNode node, String key) {
        String status = normal(key);
        boolean first = firstSuccess(node)
                .map(Operations::normal)
                .filter(status::equals)
                .isPresent();
        if (first || status.startsWith("2")) {
            return "Response" + (first ? "" : status);
        }
        return "Error" + (status.equals("default") ? "" : status);
    }

    /** The one that {@link HttpOperation#successes} has first. */
    private static Optional<String> firstSuccess(JsonNode node) {
        List<String> statuses = node.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        boolean elsewhere = statuses.stream().anyMatch(status -> status.startsWith("3"));
        return statuses.stream()
                .filter(status -> status.startsWith("2"))
                .findFirst()
                .or(() -> statuses.stream()
                        .filter(status -> !elsewhere && normal(status).equals("default"))
                        .findFirst());
    }

    private Optional<SchemaAt> success(Operation read, JsonNode node, String typeName) {
        return firstSuccess(node)
                .flatMap(status -> answers.schemaOf(
                        read(read, status),
                        node.path("responses").path(status),
                        responseName(node, normal(status), typeName)));
    }

    private Optional<String> server(PathItem path, Operation operation, JsonNode node) {
        List<ApiInfo.Server> own = servers.of(operation.getServers(), node.path("servers"));
        if (own.isEmpty()) {
            own = servers.of(path.getServers(), node.path("servers"));
        }
        // Documents that name the one server at every path mean no other: calls go to where the client is connected.
        if (!own.isEmpty() && Servers.isHome(own.get(0), home)) {
            return Optional.empty();
        }
        Optional<ApiInfo.Server> fixed =
                own.stream().filter(server -> !server.url().contains("{")).findFirst();
        boolean choice = fixed.map(server -> !server.variables().isEmpty()).orElse(!own.isEmpty());
        if (choice) {
            findings.warnOnce(
                    "not-generated",
                    "operation server",
                    origins.at(node),
                    "Variables of a server of an operation are not chosen; "
                            + fixed.map(server -> "its calls go to '" + server.url() + "'.")
                                    .orElse("its calls go to the server of the client."));
        }
        return fixed.map(ApiInfo.Server::url);
    }
}
