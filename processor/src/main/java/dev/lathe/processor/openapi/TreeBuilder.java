package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a tree out of the steps of a JSON or YAML reader, within limits and without recursion. */
final class TreeBuilder {

    /** Real descriptions stay below 60 levels; every later step may recurse over what is let through here. */
    static final int MAX_DEPTH = 256;

    /** Stripe's description has some 300,000 values. */
    static final int MAX_VALUES = 3_000_000;

    /** How many of the values may come from YAML aliases. */
    static final int MAX_COPIED_VALUES = 300_000;

    /** A finished value with how many values and levels it holds. */
    record Built(JsonNode node, int values, int levels) {}

    private static final class Level {
        final JsonNode container;
        final List<ObjectNode> merges = new ArrayList<>(0);

        @Nullable
        String key;

        boolean merge;
        int keyLine;
        int keyColumn;
        int values = 1;
        int levels = 1;

        Level(JsonNode container) {
            this.container = container;
        }
    }

    private final String document;
    private final Origins origins;
    private final Problems problems;
    private final Deque<Level> levels = new ArrayDeque<>();
    private JsonNode root = NullNode.instance;
    private int values;
    private int copied;

    TreeBuilder(String document, Origins origins, Problems problems) {
        this.document = document;
        this.origins = origins;
        this.problems = problems;
    }

    JsonNode root() {
        return root;
    }

    boolean expectsKey() {
        Level top = levels.peek();
        return top != null && top.container.isObject() && top.key == null;
    }

    void start(boolean object, int line, int column) throws SpecRefused {
        if (levels.size() >= MAX_DEPTH) {
            throw new SpecRefused(
                    "too-deep", at(line, column), "The document nests more than " + MAX_DEPTH + " levels deep.");
        }
        JsonNode container = object ? JsonNodeFactory.instance.objectNode() : JsonNodeFactory.instance.arrayNode();
        count(1, line, column);
        place(container, line, column);
        levels.push(new Level(container));
    }

    Built end() {
        Level done = levels.pop();
        if (done.container instanceof ObjectNode object) {
            for (ObjectNode merged : done.merges) {
                for (Map.Entry<String, JsonNode> member : merged.properties()) {
                    if (!object.has(member.getKey())) {
                        object.set(member.getKey(), member.getValue());
                    }
                }
            }
        }
        attach(done.container, done.values, done.levels);
        return new Built(done.container, done.values, done.levels);
    }

    /** @param merge whether it is YAML's merge key, {@code <<} */
    void key(String name, boolean merge, int line, int column) {
        Level top = levels.element();
        top.key = name;
        top.merge = merge;
        top.keyLine = line;
        top.keyColumn = column;
        if (!merge && top.container.has(name)) {
            SpecPath at = origins.at(top.container).child(name).at(line, column);
            problems.warning(
                    "duplicate-key",
                    at,
                    "The key '" + name + "' stands here a second time; what was said before is lost.",
                    "rename one of them, or merge what they say");
        }
    }

    void scalar(JsonNode value, int line, int column) throws SpecRefused {
        count(1, line, column);
        attach(value, 1, 0);
    }

    /** Puts a copy of what was built before here, as a YAML alias asks for. */
    void copy(Built built, int line, int column) throws SpecRefused {
        copied += built.values;
        if (copied > MAX_COPIED_VALUES || copied < 0) {
            throw new SpecRefused(
                    "too-many-aliases",
                    at(line, column),
                    "The aliases of the document unfold to more than " + MAX_COPIED_VALUES + " values.");
        }
        if (levels.size() + built.levels > MAX_DEPTH) {
            throw new SpecRefused(
                    "too-deep", at(line, column), "The document nests more than " + MAX_DEPTH + " levels deep.");
        }
        count(built.values, line, column);
        JsonNode copy = empty(built.node);
        place(copy, line, column);
        fill(copy, built.node);
        attach(copy, built.values, built.levels);
    }

    private static JsonNode empty(JsonNode node) {
        return node.isObject()
                ? JsonNodeFactory.instance.objectNode()
                : node.isArray() ? JsonNodeFactory.instance.arrayNode() : node;
    }

    private void fill(JsonNode copy, JsonNode original) {
        if (copy instanceof ObjectNode object) {
            original.properties()
                    .forEach(member -> object.set(member.getKey(), copyOf(member.getValue(), copy, member.getKey())));
        } else if (copy instanceof ArrayNode array) {
            original.forEach(item -> array.add(copyOf(item, copy, String.valueOf(array.size()))));
        }
    }

    private JsonNode copyOf(JsonNode original, JsonNode parent, String step) {
        JsonNode copy = empty(original);
        if (copy.isContainerNode()) {
            origins.child(copy, parent, step, original);
            fill(copy, original);
        }
        return copy;
    }

    private void place(JsonNode container, int line, int column) {
        if (!container.isContainerNode()) {
            return;
        }
        Level top = levels.peek();
        if (top == null) {
            origins.root(container, document, line, column);
        } else if (top.key != null) {
            origins.child(container, top.container, top.key, top.keyLine, top.keyColumn);
        } else {
            origins.child(container, top.container, String.valueOf(top.container.size()), line, column);
        }
    }

    private void attach(JsonNode value, int size, int height) {
        Level top = levels.peek();
        if (top == null) {
            root = value;
            return;
        }
        top.values += size;
        top.levels = Math.max(top.levels, height + 1);
        if (top.container instanceof ArrayNode array) {
            array.add(value);
        } else if (top.merge) {
            mergesOf(value).forEach(top.merges::add);
        } else if (top.container instanceof ObjectNode object && top.key != null) {
            object.set(top.key, value);
        }
        top.key = null;
        top.merge = false;
    }

    private static List<ObjectNode> mergesOf(JsonNode value) {
        List<ObjectNode> sources = new ArrayList<>();
        if (value instanceof ObjectNode object) {
            sources.add(object);
        } else if (value instanceof ArrayNode array) {
            array.forEach(item -> sources.addAll(mergesOf(item)));
        }
        return sources;
    }

    private void count(int more, int line, int column) throws SpecRefused {
        values += more;
        if (values > MAX_VALUES) {
            throw new SpecRefused(
                    "too-large", at(line, column), "The document holds more than " + MAX_VALUES + " values.");
        }
    }

    private SpecPath at(int line, int column) {
        return SpecPath.of(document).at(line, column);
    }
}
