package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.SpecPath;
import java.util.List;
import java.util.Map;

/** The versions of the standard that are read. */
enum SpecVersion {
    V2("OpenAPI 2.0"),
    V3_0("OpenAPI 3.0"),
    V3_1("OpenAPI 3.1");

    private static final String SUPPORTED = "supported are OpenAPI 2.0, 3.0 and 3.1";

    private final String title;

    SpecVersion(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether what stands beside a {@code $ref} counts (from 3.1 on). */
    boolean readsRefSiblings() {
        return this == V3_1;
    }

    /** The version that a document names; refuses what is no OpenAPI document. */
    static SpecVersion of(JsonNode root, SpecPath at, Findings findings) throws SpecRefused {
        if (root.isNull()) {
            throw new SpecRefused("empty-document", at, "The document is empty.", SUPPORTED);
        }
        if (!root.isObject()) {
            throw new SpecRefused(
                    "not-openapi", at, "This is not an OpenAPI document: its root is no object.", SUPPORTED);
        }
        if (root.path("openapi").isValueNode()) {
            return ofThree(root.path("openapi").asText(), at.child("openapi"), findings);
        }
        if (root.path("swagger").isValueNode()) {
            String version = root.path("swagger").asText();
            if (version.equals("2.0") || version.equals("2")) {
                return V2;
            }
            throw unsupported("Swagger " + version, at.child("swagger"));
        }
        if (root.has("swaggerVersion")) {
            throw unsupported("Swagger " + root.path("swaggerVersion").asText(), at.child("swaggerVersion"));
        }
        throw foreign(root, at);
    }

    private static SpecVersion ofThree(String version, SpecPath at, Findings findings) throws SpecRefused {
        if (version.equals("3.0") || version.startsWith("3.0.")) {
            return V3_0;
        }
        if (version.equals("3.1") || version.startsWith("3.1.")) {
            return V3_1;
        }
        if (version.equals("3.2") || version.startsWith("3.2.")) {
            findings.warn(
                    "unsupported-version",
                    at,
                    "OpenAPI " + version + " is not supported; the document is read as OpenAPI 3.1.",
                    SUPPORTED);
            return V3_1;
        }
        throw unsupported("OpenAPI " + version, at);
    }

    private static SpecRefused unsupported(String version, SpecPath at) {
        return new SpecRefused("unsupported-version", at, version + " is not supported.", SUPPORTED);
    }

    private static SpecRefused foreign(JsonNode root, SpecPath at) {
        if (root.has("$Version")) {
            return new SpecRefused(
                    "wrong-document",
                    at,
                    "This is CSDL JSON, the description of an OData service, not OpenAPI.",
                    "use @ODataClient, with the XML form of the document ($metadata?$format=xml)");
        }
        String what = "This is not an OpenAPI document";
        if (root.has("asyncapi")) {
            what = "This is an AsyncAPI document, not OpenAPI";
        } else if (root.path("info").has("_postman_id")
                || root.path("info").path("schema").asText().contains("getpostman.com")) {
            what = "This is a Postman collection, not an OpenAPI document";
        }
        String[] hints = root.properties().stream()
                .map(Map.Entry::getKey)
                .map(key -> Nearest.hint(key, List.of("openapi", "swagger")))
                .filter(hint -> hint.length > 0)
                .findFirst()
                .orElse(new String[] {SUPPORTED});
        return new SpecRefused("not-openapi", at, what + ": its root names neither 'openapi' nor 'swagger'.", hints);
    }
}
