package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A call that found its route: path variables, query parameters and the JSON body, with their mistakes as 400. */
final class ApiCall {

    private static final JsonMapper JSON = new JsonMapper();

    private final Call call;
    private final Map<String, String> path;
    private final Map<String, List<String>> query;

    ApiCall(Call call, Map<String, String> path) {
        this.call = call;
        this.path = path;
        this.query = call.queryParameters();
    }

    /** A variable of the path, decoded. */
    String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no variable " + name);
        }
        return value;
    }

    /** A number in the path; anything else finds nothing. */
    int id(String name) {
        return number(path(name)).orElseThrow(() -> ApiError.notFound("'" + path(name) + "' is not an id."));
    }

    Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    List<String> queries(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** A boolean parameter, false when absent. */
    boolean flag(String name) {
        return query(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** A whole number of the query, not negative. */
    Optional<Integer> count(String name) {
        return query(name)
                .map(text -> number(text)
                        .filter(n -> n >= 0)
                        .orElseThrow(
                                () -> ApiError.badRequest(name + " must be a number from 0, not '" + text + "'.")));
    }

    Optional<String> header(String name) {
        return call.headers().first(name);
    }

    /** A field of the form in the body, empty when absent. */
    String form(String name) {
        return forms(name).stream().findFirst().orElse("");
    }

    /** A repeated field of the form in the body. */
    List<String> forms(String name) {
        return call.formParameters().getOrDefault(name, List.of());
    }

    /** The body as a JSON object. */
    ObjectNode object() {
        if (body() instanceof ObjectNode object) {
            return object;
        }
        throw ApiError.badRequest("The body must be a JSON object.");
    }

    /** The body as a JSON array. */
    JsonNode array() {
        JsonNode body = body();
        if (!body.isArray()) {
            throw ApiError.badRequest("The body must be a JSON array.");
        }
        return body;
    }

    private JsonNode body() {
        if (!call.hasJsonBody()) {
            throw ApiError.notJson();
        }
        try {
            JsonNode body = JSON.readTree(call.body());
            return body == null ? JSON.missingNode() : body;
        } catch (JacksonException e) {
            throw ApiError.badRequest("The body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
