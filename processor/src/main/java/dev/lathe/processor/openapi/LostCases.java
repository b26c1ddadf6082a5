package dev.lathe.processor.openapi;

import dev.lathe.processor.model.Discriminator;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.UnionDecl;
import dev.lathe.processor.openapi.CleanSpec.LostCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports entries of mappings that lead nowhere, unless names of schemas or enumerated values tell the case anyway. */
final class LostCases {

    /**
     * How values of a type are told.
     *
     * @param anyCase whether capitals and small letters are the same: to unions they are, to families not
     * @param otherwise what values are read as that the discriminator does not know
     */
    private record Told(Discriminator by, boolean anyCase, String otherwise) {

        boolean knows(String value) {
            return by.mapping().keySet().stream()
                    .anyMatch(known -> anyCase ? known.equalsIgnoreCase(value) : known.equals(value));
        }
    }

    private final Map<String, Told> told = new HashMap<>();

    LostCases(List<TypeDecl> types) {
        for (TypeDecl type : types) {
            String mapping = type.at().child("discriminator").child("mapping").reference();
            told(type).ifPresent(known -> told.put(mapping, known));
        }
    }

    private static Optional<Told> told(TypeDecl type) {
        if (type instanceof ObjectDecl object) {
            return object.discriminator().map(by -> new Told(by, false, "'" + object.name() + "'"));
        }
        return type instanceof UnionDecl union
                ? union.discriminator().map(by -> new Told(by, true, "unknown"))
                : Optional.empty();
    }

    void report(List<LostCase> lost, Findings findings) {
        for (LostCase one : lost) {
            Told known = told.get(one.mapping().reference());
            if (known == null || !known.knows(one.value())) {
                Problem problem = one.problem();
                String message = problem.message() + (known == null ? "" : consequence(known, one.value()));
                findings.warnOnce(
                        problem.code(),
                        message,
                        problem.at(),
                        message,
                        problem.hints().toArray(String[]::new));
            }
        }
    }

    private static String consequence(Told known, String value) {
        return " Values whose '" + known.by.property() + "' is '" + value + "' are read as " + known.otherwise + ".";
    }
}
