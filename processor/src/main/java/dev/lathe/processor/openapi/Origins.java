package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.SpecPath;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows from where in which document each object and array of a tree comes, also after it was copied, moved or lifted
 * into another document's tree. Scalars are found through the container that holds them.
 */
final class Origins {

    private record Origin(String document, @Nullable Origin parent, String step, int line, int column) {

        String pointer() {
            return parent == null
                    ? ""
                    : parent.pointer() + "/" + step.replace("~", "~0").replace("/", "~1");
        }
    }

    private final IdentityHashMap<JsonNode, Origin> origins = new IdentityHashMap<>();
    private final SpecPath unknown;

    Origins(SpecPath unknown) {
        this.unknown = unknown;
    }

    void root(JsonNode node, String document, int line, int column) {
        origins.put(node, new Origin(document, null, "", line, column));
    }

    void child(JsonNode node, JsonNode parent, String step, int line, int column) {
        Origin above = origins.get(parent);
        String document = above == null ? unknown.document() : above.document;
        origins.put(node, new Origin(document, above, step, line, column));
    }

    /** {@code copy} stands at a place of its own, in the lines of {@code original}. */
    void child(JsonNode copy, JsonNode parent, String step, JsonNode original) {
        Origin origin = origins.get(original);
        child(copy, parent, step, origin == null ? 0 : origin.line, origin == null ? 0 : origin.column);
    }

    /** {@code copy} stands for what {@code original} said. */
    void same(JsonNode copy, JsonNode original) {
        Origin origin = origins.get(original);
        if (origin != null) {
            origins.put(copy, origin);
        }
    }

    /** Name of the document that the node was written in. */
    String documentOf(JsonNode node) {
        Origin origin = origins.get(node);
        return origin == null ? unknown.document() : origin.document;
    }

    SpecPath at(JsonNode node) {
        Origin origin = origins.get(node);
        return origin == null
                ? unknown
                : SpecPath.of(origin.document, origin.pointer()).at(origin.line, origin.column);
    }

    /** The place of a member, which may be a scalar; line and column are then those of the container. */
    SpecPath at(JsonNode container, String member) {
        JsonNode child = container.get(member);
        if (child != null && origins.containsKey(child)) {
            return at(child);
        }
        SpecPath at = at(container);
        return at.child(member).at(at.line(), at.column());
    }
}
