package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.model.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules for lists of parameters: each has a name and a place, none stands twice, operations inherit those of their path. */
final class Parameters {

    private static final List<String> PLACES = List.of("query", "path", "header", "cookie", "body", "formData");
    static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** Headers of the connection and of the body's length; the runtime takes no value for them. */
    private static final Set<String> OF_THE_TRANSPORT = Set.of(
            "connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "keep-alive", "te");

    private final SpecVersion version;
    private final Origins origins;
    private final Findings findings;

    Parameters(SpecVersion version, Origins origins, Findings findings) {
        this.version = version;
        this.origins = origins;
        this.findings = findings;
    }

    /**
     * Whether a parameter is kept.
     *
     * @param written what stands in the list: the parameter or a reference to it
     * @param before the parameters before it in its list
     */
    boolean isSound(JsonNode parameter, JsonNode written, ArrayNode before) {
        String name = parameter.path("name").asText();
        String in = parameter.path("in").asText();
        if (!parameter.has("name") && !in.equals("body")) {
            findings.warn("broken-parameter", origins.at(written), "The parameter has no name; it is left out.");
            return false;
        }
        if (!PLACES.contains(in)) {
            findings.warn(
                    "broken-parameter",
                    origins.at(written),
                    "The parameter '" + name + "' does not say where it goes ('in'"
                            + (in.isEmpty() ? "" : " is '" + in + "'") + "); it is left out.",
                    Nearest.hint(in, PLACES));
            return false;
        }
        for (JsonNode other : before) {
            if (isSame(other, parameter)) {
                findings.warn(
                        "duplicate-parameter",
                        origins.at(written),
                        "The " + in + " parameter '" + name + "' stands twice in one list; the first one counts.");
                return false;
            }
        }
        if (in.equals("header") && OF_THE_TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
            findings.warnOnce(
                    "not-generated",
                    "header " + name,
                    origins.at(written),
                    "The header '" + name
                            + "' is set by the transport that sends the request; the parameter is left out.");
            return false;
        }
        // OpenAPI 3.0.3, section 4.7.12.2: these are described elsewhere and "shall be ignored" here.
        return version == SpecVersion.V2
                || !in.equals("header")
                || !Set.of("accept", "content-type", "authorization").contains(name.toLowerCase(Locale.ROOT));
    }

    /** Gives the operations of a path the parameters that the path states for all of them. */
    void inherit(ObjectNode path) {
        JsonNode common = path.remove("parameters");
        if (common == null) {
            return;
        }
        for (String method : METHODS) {
            if (path.get(method) instanceof ObjectNode operation) {
                JsonNode own = operation.path("parameters");
                ArrayNode all = path.arrayNode();
                for (JsonNode inherited : common) {
                    boolean overridden = false;
                    for (JsonNode other : own) {
                        overridden |= isSame(other, inherited);
                    }
                    if (!overridden) {
                        all.add(inherited);
                    }
                }
                own.forEach(all::add);
                operation.set("parameters", all);
            }
        }
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("in").equals(other.path("in"))
                && (one.path("name").equals(other.path("name"))
                        || one.path("in").asText().equals("body"));
    }
}
