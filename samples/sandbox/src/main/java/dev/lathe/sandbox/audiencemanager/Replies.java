package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The forms that answers take. */
final class Replies {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String TYPE = "application/json;charset=UTF-8";
    private static final JsonMapper JSON = new JsonMapper();

    private Replies() {}

    static Answer ok(JsonNode body) {
        return json(200, body);
    }

    static Answer created(JsonNode body) {
        return json(201, body);
    }

    static Answer noContent() {
        return Answer.of(204);
    }

    static Answer json(int status, JsonNode body) {
        return Answer.of(status, TYPE, JSON.writeValueAsBytes(body));
    }

    static Answer error(ApiError error) {
        ObjectNode body = NODES.objectNode().put("code", error.code()).put("message", error.text());
        if (!error.childMessages().isEmpty()) {
            ArrayNode children = body.putArray("childMessages");
            error.childMessages().forEach(children::add);
        }
        return json(error.status(), body);
    }

    static ArrayNode array(List<? extends JsonNode> items) {
        ArrayNode array = NODES.arrayNode(items.size());
        items.forEach(array::add);
        return array;
    }

    static ArrayNode strings(String... items) {
        ArrayNode array = NODES.arrayNode(items.length);
        for (String item : items) {
            array.add(item);
        }
        return array;
    }
}
