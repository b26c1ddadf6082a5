package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Docs;

/** What a node of a document says in prose. */
final class DocsText {

    /** What a checked copy calls {@code default}. */
    static final String DEFAULT = "x-lathe-default";

    private DocsText() {}

    static Docs of(JsonNode node) {
        String summary = node.path("summary").asText().strip();
        String description = node.path("description").asText().strip();
        String text = summary.isEmpty() || description.startsWith(summary)
                ? description
                : description.isEmpty() ? summary : summary + "\n\n" + description;
        JsonNode standard =
                node.has(DEFAULT) ? node.get(DEFAULT) : node.path("schema").path(DEFAULT);
        if (standard.isValueNode() && !standard.isNull()) {
            text = text.isEmpty() ? defaultOf(standard) : text + "\n\n" + defaultOf(standard);
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

    private static String defaultOf(JsonNode value) {
        return "Default: " + (value.isTextual() && value.textValue().isEmpty() ? "an empty text" : value.asText())
                + ".";
    }
}
