package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.openapi.CleanSpec.LostCase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the mappings of discriminators: their entries are names of schemas, or references to them. */
final class Mappings {

    /** Has nothing of a path or an address. */
    private static final Pattern WORD = Pattern.compile("[^./\\\\#:]+");

    private final References references;
    private final SharedSchemas shared;
    private final Origins origins;
    private final MemberFindings members;
    private final Set<LostCase> lost = new LinkedHashSet<>();

    Mappings(References references, SharedSchemas shared, Origins origins, MemberFindings members) {
        this.references = references;
        this.shared = shared;
        this.origins = origins;
        this.members = members;
    }

    /** The entries that lead nowhere; whether that matters is known when the cases are. */
    List<LostCase> lostCases() {
        return List.copyOf(lost);
    }

    /** The mapping with references for all that it names; null if it is none. */
    @Nullable
    JsonNode checked(ObjectNode holder, String key, JsonNode value) {
        if (!(value instanceof ObjectNode mapping)) {
            return members.wrong(holder, key, "an object");
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        mapping.properties().forEach(entry -> {
            String target = entry.getValue().asText();
            shared.named(target)
                    .or(() -> referred(mapping, entry.getKey(), target))
                    .ifPresent(reference -> copy.put(entry.getKey(), reference));
        });
        return copy;
    }

    private Optional<String> referred(ObjectNode mapping, String value, String target) {
        SpecPath at = origins.at(mapping, value);
        try {
            JsonNode schema = references.target(target, origins.documentOf(mapping), "schema", at);
            return Optional.of(schema).filter(ObjectNode.class::isInstance).map(shared::referenceTo);
        } catch (SpecRefused refused) {
            Problem problem = refused.problem();
            if (problem.at().document().equals(at.document())) {
                lost.add(new LostCase(origins.at(mapping), value, inWords(problem, target)));
            } else {
                references.report(problem, at);
            }
            return Optional.empty();
        }
    }

    /** A word can only be meant as a name: nobody has to hear of a file that is called like it. */
    private Problem inWords(Problem problem, String target) {
        if (!WORD.matcher(target).matches()) {
            return problem;
        }
        String message = "No schema is named '" + target + "'.";
        return new SpecRefused("unknown-ref", problem.at(), message, Nearest.hint(target, shared.names())).problem();
    }
}
