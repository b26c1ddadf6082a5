package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.model.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a member of an object is left out: it is unknown, of the wrong kind, or none of a client's business. */
final class MemberFindings {

    private final SpecVersion version;
    private final Origins origins;
    private final Findings findings;

    MemberFindings(SpecVersion version, Origins origins, Findings findings) {
        this.version = version;
        this.origins = origins;
        this.findings = findings;
    }

    /** What a member holds is of another kind; null, which is what becomes of it. */
    @Nullable
    JsonNode wrong(JsonNode holder, String key, String expected) {
        wrong(holder, key, expected, "what stands there is left out");
        return null;
    }

    /** What a member holds is of another kind, but it is clear what is meant. */
    void wrong(JsonNode holder, String key, String expected, String instead) {
        String name = origins.at(holder).pointer().matches(".*/(properties|schemas|definitions)") ? "a schema" : key;
        findings.warnOnce(
                "wrong-kind",
                name + expected + instead,
                origins.at(holder, key),
                "'" + key + "' should be " + expected + "; " + instead + ".");
    }

    /** A member that is right, but that nothing is made of; null, which is what becomes of it. */
    @Nullable
    JsonNode notGenerated(ObjectNode holder, String key) {
        String what = switch (key) {
            case "callbacks", "webhooks" -> "'" + key + "' describe calls to a server of yours";
            case "headers" -> "'headers' of a part are not sent";
            case "not", "if" -> "'" + key + "' restricts values, which a client does not check";
            default -> "'" + key + "' is not supported";
        };
        findings.warnOnce("not-generated", key, origins.at(holder, key), what + "; nothing is generated for it.");
        return null;
    }

    /** A member that the shape does not have. */
    void unknown(ObjectNode holder, String key, Shape shape) {
        boolean schema = shape.name().equals("schema");
        List<String> close = key.length() < 4 || findings.isFull("unknown-member")
                ? List.of()
                : Nearest.to(key, shape.members().keySet(), 1).stream()
                        .filter(known -> known.length() > 3 && !known.startsWith("$"))
                        .toList();
        // A schema may carry keywords of other vocabularies: only what looks like a slip is worth a word.
        if (schema && close.isEmpty()) {
            return;
        }
        findings.warnOnce(
                "unknown-member",
                shape.name() + "/" + key,
                origins.at(holder, key),
                "'" + key + "' is no member of " + article(shape.name()) + " in " + version.title()
                        + "; it is ignored.",
                close.isEmpty() ? new String[0] : Nearest.hint(key, close));
    }

    private static String article(String shape) {
        return switch (shape) {
            case "document" -> "the document";
            case "info", "components" -> "'" + shape + "'";
            case "body" -> "a request body";
            case "path" -> "a path item";
            case "media" -> "a media type";
            case "operation", "encoding" -> "an " + shape;
            default -> "a " + shape;
        };
    }
}
