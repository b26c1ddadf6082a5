package dev.lathe.processor.openapi;

import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import dev.lathe.processor.openapi.SchemaTypes.Resolved;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What several schemas say together, where values are of all of them at once. */
final class Agreement {

    private final SchemaTypes types;
    private final Findings findings;

    Agreement(SchemaTypes types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    /** The one that says most; empty when none says anything. Where they conflict, the first one counts. */
    Optional<Resolved> ofParts(SchemaAt schema, List<SchemaAt> parts) {
        List<Resolved> said = parts.stream()
                .map(types::resolve)
                .filter(type -> !type.type().equals(TypeRef.ANY))
                .toList();
        Set<String> looks = new LinkedHashSet<>();
        said.forEach(type -> looks.add(look(type.type())));
        if (conflict(looks)) {
            report(schema, "'" + schema.name() + "'", looks, "first");
            return Optional.of(said.get(0));
        }
        return said.stream().min(Comparator.comparingInt(type -> vagueness(type.type())));
    }

    /** Reports a schema whose own type is none that its parts or cases say; those count. */
    Resolved withType(SchemaAt schema, Resolved said) {
        Set<String> own = new TreeSet<>(schema.types());
        own.remove("null");
        String look = own.size() == 1 ? look(own.iterator().next()) : "";
        Set<String> looks = looks(said.type());
        if (!look.isEmpty() && looks.stream().noneMatch(other -> other.isEmpty() || other.startsWith(look))) {
            findings.warnOnce(
                    "conflicting-types",
                    look + looks,
                    schema.at(),
                    "'" + schema.name() + "' is " + look + " by its 'type' and " + String.join(" or ", looks)
                            + " by what it combines, which counts.");
        }
        return said;
    }

    private Set<String> looks(TypeRef type) {
        Set<String> looks = new LinkedHashSet<>();
        if (type instanceof TypeRef.Named named && types.declared(named.id()).orElse(null) instanceof UnionDecl union) {
            union.cases().forEach(one -> looks.add(look(one)));
        } else {
            looks.add(look(type));
        }
        return looks;
    }

    private static String look(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "integer", "number" -> "a number";
            case "boolean" -> "a flag";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> "";
        };
    }

    /** How little a type says of its values; the least is 0. */
    static int vagueness(TypeRef type) {
        if (type instanceof TypeRef.Named) {
            return 0;
        }
        if (type.equals(TypeRef.ANY)) {
            return 3;
        }
        boolean vague = type.equals(TypeRef.STRING)
                || isListOfAny(type)
                || (type instanceof TypeRef.MapOf map && map.value().equals(TypeRef.ANY));
        return vague ? 2 : 1;
    }

    private static boolean isListOfAny(TypeRef type) {
        return type instanceof TypeRef.ListOf list && list.item().equals(TypeRef.ANY);
    }

    /** The last word, but where an earlier one says more of the same: all of them hold. Of cases that differ, any JSON. */
    Resolved ofMember(SchemaAt owner, Composition.Member member) {
        List<SchemaAt> said = member.declarations();
        Resolved type = Resolved.ANY;
        Set<String> looks = new LinkedHashSet<>();
        for (int i = said.size() - 1; i >= 0; i--) {
            Resolved one = types.resolve(said.get(i));
            boolean list = isListOfAny(type.type()) && one.type() instanceof TypeRef.ListOf;
            boolean more = list || (!member.either() && saysMore(one.type(), type.type()));
            if (more || type.type().equals(TypeRef.ANY)) {
                type = one.orNull(type.nullable());
            }
            looks.add(member.either() ? form(one.type()) : look(one.type()));
        }
        if (!conflict(looks)) {
            return type;
        }
        if (member.either()) {
            return new Resolved(TypeRef.ANY, type.nullable());
        }
        report(member.last(), "'" + member.wireName() + "' of '" + owner.name() + "'", looks, "last");
        return type;
    }

    private boolean saysMore(TypeRef type, TypeRef than) {
        String look = look(than);
        return !look.isEmpty() && look(type).startsWith(look) && vagueness(type) < vagueness(than);
    }

    private static boolean conflict(Set<String> looks) {
        looks.remove("");
        // "a list" of anything agrees with "a list of texts"
        looks.removeIf(vague -> looks.stream().anyMatch(look -> look.startsWith(vague + " of ")));
        return looks.size() > 1;
    }

    private void report(SchemaAt at, String what, Set<String> looks, String counts) {
        findings.warn(
                "conflicting-types",
                at.at(),
                what + " is " + String.join(" and ", looks) + " in different parts of 'allOf'; the " + counts
                        + " one counts.");
    }

    /** What values look like in JSON; empty for more than one look. */
    private String look(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar) {
            return switch (scalar.kind()) {
                case BOOLEAN -> "a flag";
                case INT8, UINT8, INT16, INT32, INT64, INTEGER, DECIMAL, DOUBLE, FLOAT -> "a number";
                case EPOCH_MILLIS, STRING_INT64, STRING_DECIMAL -> "";
                default -> "a text";
            };
        }
        if (type instanceof TypeRef.ListOf list) {
            String item = look(list.item());
            return item.isEmpty() ? "a list" : "a list of " + item.replaceFirst("^an? (\\w+)", "$1s");
        }
        if (type instanceof TypeRef.MapOf) {
            return "an object";
        }
        return type instanceof TypeRef.Named named
                ? types.declared(named.id()).map(Agreement::look).orElse("an object")
                : "";
    }

    private static String look(TypeDecl decl) {
        if (decl instanceof EnumDecl list) {
            return switch (list.wire()) {
                case STRING -> "a text";
                case NUMBER -> "a number";
                case BOOLEAN -> "a flag";
                default -> "";
            };
        }
        return decl instanceof UnionDecl ? "" : "an object";
    }

    /** Like the look, but formats differ too, where a value of one would not do for the other. */
    private String form(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar && !scalar.equals(TypeRef.STRING)) {
            return scalar.kind().name();
        }
        boolean told = type instanceof TypeRef.ListOf
                || type instanceof TypeRef.MapOf
                || (type instanceof TypeRef.Named named
                        && types.declared(named.id()).orElse(null) instanceof UnionDecl);
        return told ? type.toString() : look(type);
    }
}
