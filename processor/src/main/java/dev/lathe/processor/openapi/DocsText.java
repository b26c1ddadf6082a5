package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Docs;

/** What a node of a document says in prose. */
final class DocsText {

    /** What a checked copy calls {@code default}. */
    static final String DEFAULT = "x-lathe-default";

    private static final int LONGEST_DEFAULT = 200;

    private DocsText() {}

    static Docs of(JsonNode node) {
        String summary = node.path("summary").asText().strip();
        String description = node.path("description").asText().strip();
        String text = summary.isEmpty() || description.startsWith(summary)
                ? description
                : description.isEmpty() ? summary : summary + "\n\n" + description;
        JsonNode standard =
                node.has(DEFAULT) ? node.get(DEFAULT) : node.path("schema").path(DEFAULT);
        String usual = defaultOf(standard);
        if (!usual.isEmpty()) {
            text = text.isEmpty() ? usual : text + "\n\n" + usual;
        }
        String confidence = switch (node.path("x-lathe-confidence").asText()) {
            case "client" -> "Not documented by the vendor; seen in public clients.";
            case "inferred" -> "Inferred; nothing documents it.";
            default -> "";
        };
        if (!confidence.isEmpty()) {
            text = text.isEmpty() ? confidence : text + "\n\n" + confidence;
        }
        String reason = node.path("x-lathe-deprecated-reason").asText();
        boolean deprecated = node.path("deprecated").asBoolean() || !reason.isEmpty();
        Docs docs = Docs.of(text);
        return deprecated ? docs.deprecated(reason) : docs;
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
