package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Docs;
import java.util.List;
import java.util.function.Function;

/** What a node of a document says in prose. */
final class DocsText {

    /** What a checked copy calls {@code default}. */
    static final String DEFAULT = "x-lathe-default";

    private static final int LONGEST_DEFAULT = 200;

    private DocsText() {}

    static Docs of(JsonNode node) {
        return of(List.of(node));
    }

    /** What several nodes say together: of each matter the first one that has a word on it. */
    static Docs of(List<JsonNode> nodes) {
        String text = first(nodes, DocsText::prose);
        String usual = first(nodes, DocsText::usual);
        if (!usual.isEmpty()) {
            text = text.isEmpty() ? usual : text + "\n\n" + usual;
        }
        String confidence = first(nodes, DocsText::confidence);
        if (!confidence.isEmpty()) {
            text = text.isEmpty() ? confidence : text + "\n\n" + confidence;
        }
        String reason =
                first(nodes, node -> node.path("x-lathe-deprecated-reason").asText());
        boolean deprecated = !reason.isEmpty()
                || nodes.stream().anyMatch(node -> node.path("deprecated").asBoolean());
        Docs docs = Docs.of(text);
        return deprecated ? docs.deprecated(reason) : docs;
    }

    private static String first(List<JsonNode> nodes, Function<JsonNode, String> matter) {
        return nodes.stream()
                .map(matter)
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String prose(JsonNode node) {
        String summary = node.path("summary").asText().strip();
        String description = node.path("description").asText().strip();
        return summary.isEmpty() || description.startsWith(summary)
                ? description
                : description.isEmpty() ? summary : summary + "\n\n" + description;
    }

    private static String usual(JsonNode node) {
        return defaultOf(
                node.has(DEFAULT) ? node.get(DEFAULT) : node.path("schema").path(DEFAULT));
    }

    private static String confidence(JsonNode node) {
        return switch (node.path("x-lathe-confidence").asText()) {
            case "client" -> "Not documented by the vendor; seen in public clients.";
            case "inferred" -> "Inferred; nothing documents it.";
            default -> "";
        };
    }

    /** A sentence; empty where there is no default, or one that is too long to read. */
    private static String defaultOf(JsonNode value) {
        String said = value.isMissingNode() || value.isNull() ? "" : spelled(value);
        return said.isEmpty() ? "" : "Default: " + said + ".";
    }

    private static String spelled(JsonNode value) {
        if (value.isContainerNode()) {
            String json = value.toString();
            return value.isEmpty()
                    ? value.isArray() ? "an empty list" : "an empty object"
                    : json.length() > LONGEST_DEFAULT ? "" : json;
        }
        return value.asText().isEmpty() ? "an empty text" : value.asText();
    }
}
