package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.Set;

/** Reads a document's bytes into a tree: JSON where it is JSON, else YAML. */
final class SpecTree {

    /** What no other reader would take either. */
    private static final Set<String> FINAL = Set.of("too-deep", "too-large");

    private SpecTree() {}

    static JsonNode read(byte[] content, String name, Origins origins, Problems problems) throws SpecRefused {
        SpecPath at = SpecPath.of(name);
        String text = SpecText.of(content, at);
        char first = text.stripLeading().charAt(0);
        if (first != '{' && first != '[') {
            return yaml(text, at, origins, problems);
        }
        Problems found = new Problems();
        try {
            JsonNode root = new JsonTree(new TreeBuilder(name, origins, found), at).read(text);
            found.all()
                    .forEach(p -> problems.warning(
                            p.code(), p.at(), p.message(), p.hints().toArray(String[]::new)));
            return root;
        } catch (SpecRefused json) {
            return flowYaml(text, at, origins, problems, json);
        }
    }

    /** YAML may start with a brace too; when it is no YAML either, what the JSON reader said is the better message. */
    private static JsonNode flowYaml(String text, SpecPath at, Origins origins, Problems problems, SpecRefused json)
            throws SpecRefused {
        Problem said = json.problem();
        if (FINAL.contains(said.code())) {
            throw json;
        }
        try {
            return yaml(text, at, origins, problems);
        } catch (SpecRefused yaml) {
            throw yaml.problem().code().equals("not-well-formed")
                            || FINAL.contains(yaml.problem().code())
                    ? json
                    : yaml;
        }
    }

    private static JsonNode yaml(String text, SpecPath at, Origins origins, Problems problems) throws SpecRefused {
        return new YamlTree(new TreeBuilder(at.document(), origins, problems), at, problems).read(text);
    }
}
