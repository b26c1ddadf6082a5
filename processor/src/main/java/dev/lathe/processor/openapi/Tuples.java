package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** Tells lists that end with the items they describe from those that may go on. */
final class Tuples {

    private Tuples() {}

    /** The schema {@code false}: behind {@code prefixItems} it says that there are no more. */
    static boolean isEnd(JsonNode schema) {
        return schema.isBoolean() && !schema.booleanValue();
    }

    /** Marks a list of which further items may follow those it describes. */
    static void markOpen(ObjectNode original, ObjectNode copy) {
        int described = copy.path("prefixItems").size();
        boolean closed = original.path("maxItems").asInt(Integer.MAX_VALUE) <= described
                || Stream.of("items", "additionalItems", "unevaluatedItems")
                        .anyMatch(word -> isEnd(original.path(word)));
        if (described > 0 && !copy.has("items") && !closed) {
            copy.put(CleanSpec.OPEN_TUPLE, true);
        }
    }
}
