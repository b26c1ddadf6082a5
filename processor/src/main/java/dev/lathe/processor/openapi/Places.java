package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.SpecPath;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes names of places: for schemas and operations that the document gives none. */
final class Places {

    private static final Pattern SHARED =
            Pattern.compile("/(?:components/)?(parameters|responses|requestBodies)/([^/]*)(?:/.*)?");

    /** The schema of a body, and what is in it. */
    private static final Pattern WITHIN =
            Pattern.compile("/paths/([^/]*)/([a-z]+)/(requestBody|responses/([^/]*))/content/[^/]*/schema((?:/.*)?)");

    private static final Set<String> SILENT = Set.of(
            "components",
            "schemas",
            "definitions",
            "properties",
            "paths",
            "content",
            "schema",
            "allOf",
            "$defs",
            "parameters");

    private Places() {}

    /**
     * What a schema that is referred to by its place is called: {@code #/…/Pet/properties/tag} is {@code PetTag}, and what
     * stands in an operation is called as if nobody referred to it.
     *
     * @param root of the document, for the ids of operations
     */
    static String wordsOf(SpecPath at, JsonNode root) {
        Matcher within = WITHIN.matcher(at.pointer());
        if (!within.matches()) {
            return words(at.pointer());
        }
        String path = unescaped(within.group(1));
        JsonNode operation = root.path("paths").path(path).path(within.group(2));
        String stated = operation.path("operationId").asText();
        String id = stated.isBlank() ? operationId(within.group(2), path) : stated;
        String status = within.group(4);
        String part = status == null ? "Request" : Operations.answerWord(operation, status);
        return Words.pascal(id) + part + words(within.group(5));
    }

    private static String words(String pointer) {
        StringBuilder words = new StringBuilder();
        String before = "";
        for (String step : pointer.split("/", -1)) {
            String text = unescaped(step);
            boolean silent = SILENT.contains(text)
                    || text.matches("[a-z]+/[a-z.+*-]+")
                    || (before.equals("allOf") && text.matches("[0-9]+"));
            if (!silent) {
                words.append(
                        switch (text) {
                            case "items" -> "Item";
                            case "additionalProperties" -> "Value";
                            case "oneOf", "anyOf" -> "Option";
                            default -> Words.pascal(text);
                        });
            }
            before = text;
        }
        return words.toString();
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    /**
     * The name for what stands in a shared parameter, response or request body: after that, so that it does not depend
     * on who refers to it first; {@code own} for what an operation says itself.
     */
    static String nameFor(SpecPath at, String own) {
        Matcher shared = SHARED.matcher(at.pointer());
        if (!shared.matches()) {
            return own;
        }
        String name = Words.pascal(shared.group(2).replace("~1", "/").replace("~0", "~"));
        return switch (shared.group(1)) {
            case "responses" -> name.endsWith("Response") ? name : name + "Response";
            case "requestBodies" -> name.endsWith("Request") || name.endsWith("Body") ? name : name + "Request";
            default -> name;
        };
    }

    /** {@code get /pets/{petId}} is {@code getPetsByPetId}. */
    static String operationId(String method, String path) {
        StringBuilder id = new StringBuilder(method);
        for (String segment : path.split("/", -1)) {
            Matcher part = Pattern.compile("\\{([^}]*)}|[^{]+").matcher(segment);
            while (part.find()) {
                boolean parameter = part.group(1) != null;
                id.append(parameter ? "By" + Words.pascal(part.group(1)) : Words.pascal(part.group()));
            }
        }
        return id.toString();
    }
}
