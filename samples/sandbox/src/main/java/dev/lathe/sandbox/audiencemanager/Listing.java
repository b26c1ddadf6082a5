package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The common query parameters of lists: filters, {@code search}, {@code sortBy}, {@code descending}, {@code page} and
 * {@code pageSize}. With page information the answer is an object, without it a plain array.
 */
final class Listing {

    private static final int DEFAULT_PAGE_SIZE = 10;

    private Listing() {}

    /** @param view what of a matching object the list shows */
    static Answer of(Kind kind, Stream<ObjectNode> objects, ApiCall call, UnaryOperator<ObjectNode> view) {
        Stream<ObjectNode> matching = objects;
        for (Map.Entry<String, String> filter : kind.filters().entrySet()) {
            List<String> wanted = call.queries(filter.getKey());
            boolean off = filter.getKey().endsWith("Only") && !call.flag(filter.getKey());
            if (!wanted.isEmpty() && !off) {
                matching = matching.filter(o -> holds(o.path(filter.getValue()), wanted));
            }
        }
        Optional<String> search = call.query("search").filter(text -> !text.isEmpty());
        if (search.isPresent()) {
            String text = search.get().toLowerCase(Locale.ROOT);
            matching = matching.filter(o -> contains(view.apply(o), text));
        }
        Optional<String> sortBy = call.query("sortBy");
        if (sortBy.isPresent()) {
            Comparator<ObjectNode> order = by(sortBy.get());
            matching = matching.sorted(call.flag("descending") ? order.reversed() : order);
        }
        return page(matching.toList(), call, view);
    }

    private static Answer page(List<ObjectNode> matching, ApiCall call, UnaryOperator<ObjectNode> view) {
        Optional<Integer> page = call.count("page");
        Optional<Integer> pageSize = call.count("pageSize");
        if (page.isEmpty() && pageSize.isEmpty()) {
            return Replies.ok(Replies.array(matching.stream().map(view).toList()));
        }
        int size = pageSize.orElse(DEFAULT_PAGE_SIZE);
        if (size == 0) {
            throw ApiError.badRequest("pageSize must be positive.");
        }
        long start = (long) page.orElse(0) * size;
        List<ObjectNode> rows =
                matching.stream().skip(start).limit(size).map(view).toList();
        ObjectNode body = Replies.NODES.objectNode();
        body.put("total", matching.size()).put("page", page.orElse(0)).put("pageSize", size);
        body.set("list", Replies.array(rows));
        return Replies.ok(body);
    }

    private static boolean holds(JsonNode member, List<String> wanted) {
        return member.isArray()
                ? member.values().stream().anyMatch(element -> wanted.contains(element.asString("")))
                : wanted.contains(member.asString(""));
    }

    private static boolean contains(ObjectNode object, String text) {
        return object.values().stream()
                .filter(JsonNode::isValueNode)
                .anyMatch(value -> value.asString("").toLowerCase(Locale.ROOT).contains(text));
    }

    /** Numbers by size, everything else as text; objects without the member come first. */
    private static Comparator<ObjectNode> by(String member) {
        return (a, b) -> {
            JsonNode left = a.path(member);
            JsonNode right = b.path(member);
            if (left.isNumber() && right.isNumber()) {
                return left.decimalValue().compareTo(right.decimalValue());
            }
            return left.asString("").compareToIgnoreCase(right.asString(""));
        };
    }
}
