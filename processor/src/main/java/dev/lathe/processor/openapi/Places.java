package dev.lathe.processor.openapi;

import dev.lathe.processor.model.SpecPath;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes names of places: for schemas and operations that the document gives none. */
final class Places {

    private static final Pattern SHARED =
            Pattern.compile("/(?:components/)?(parameters|responses|requestBodies)/([^/]*)(?:/.*)?");

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

    /** What a schema that is referred to by its place is called: {@code #/…/Pet/properties/tag} is {@code PetTag}. */
    static String wordsOf(SpecPath at) {
        StringBuilder words = new StringBuilder();
        for (String step : at.pointer().split("/", -1)) {
            String text = step.replace("~1", "/").replace("~0", "~");
            if (SILENT.contains(text) || text.matches("[a-z]+/[a-z.+*-]+")) {
                continue;
            }
            switch (text) {
                case "items" -> words.append("Item");
                case "additionalProperties" -> words.append("Value");
                case "oneOf", "anyOf" -> words.append("Option");
                default -> words.append(Words.pascal(text));
            }
        }
        return words.toString();
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
