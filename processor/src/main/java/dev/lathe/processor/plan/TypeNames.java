package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.UnionDecl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Class names of one generated package. The root client asks first, then the data types in document order, then what
 * is made around them; names that already are good Java in the document come before those that have to be changed, so
 * that {@code Solution} keeps its name beside {@code solution}.
 */
final class TypeNames {

    /** Names of {@code java.lang} that every file uses without an import: a class of that name beside would shadow them. */
    private static final Set<String> JAVA_LANG = Set.of(
            "Object",
            "String",
            "Integer",
            "Long",
            "Boolean",
            "Double",
            "Float",
            "Byte",
            "Short",
            "Character",
            "Number",
            "Void",
            "Override",
            "Deprecated",
            "Class",
            "Iterable",
            "Enum",
            "Record",
            "Math",
            "Throwable",
            "Exception",
            "RuntimeException",
            "Error",
            "SuppressWarnings",
            "SafeVarargs",
            "FunctionalInterface",
            "AutoCloseable",
            "Comparable",
            "CharSequence",
            "System",
            "Thread",
            "Runnable",
            "Process",
            "Package",
            "Module",
            "StringBuilder",
            "AssertionError",
            "IllegalArgumentException",
            "IllegalStateException");

    private final String packageName;
    private final Scope scope = Scope.ofTypes(JAVA_LANG);
    private final Map<TypeId, ClassName> types = new HashMap<>();

    TypeNames(String packageName) {
        this.packageName = packageName;
        scope.reserve(Set.of("package-info"));
    }

    /** A class that no declared type stands behind. */
    ClassName take(String name, String suffix) {
        // The constant of that name, which every generated class has, would hide the class.
        return ClassName.get(
                packageName, scope.take(name.equals("TYPE") ? "TYPE_" : Identifiers.fileName(name), suffix));
    }

    void declare(ApiModel model) {
        for (Rank rank : Rank.values()) {
            List<TypeDecl> ofRank =
                    model.types().stream().filter(t -> Rank.of(t) == rank).toList();
            ofRank.stream().filter(TypeNames::isFine).forEach(this::declare);
            ofRank.stream().filter(t -> !isFine(t)).forEach(this::declare);
        }
    }

    private static boolean isFine(TypeDecl type) {
        return Identifiers.pascal(type.name()).equals(type.name());
    }

    private void declare(TypeDecl type) {
        types.put(type.id(), take(Identifiers.pascal(type.name()), Rank.of(type).suffix));
    }

    ClassName of(TypeId id) {
        return find(id).orElseThrow(() -> new AssertionError("no class was planned for " + id));
    }

    Optional<ClassName> find(TypeId id) {
        return Optional.ofNullable(types.get(id));
    }

    /** Who chooses first. */
    private enum Rank {
        ENTITY("Entity"),
        SCHEMA("Model"),
        UNION("Union"),
        ENUM("Enum"),
        COMPLEX("Type");

        private final String suffix;

        Rank(String suffix) {
            this.suffix = suffix;
        }

        static Rank of(TypeDecl type) {
            if (type instanceof EnumDecl) {
                return ENUM;
            }
            if (type instanceof UnionDecl) {
                return UNION;
            }
            if (type instanceof ObjectDecl object) {
                return switch (object.kind()) {
                    case ENTITY -> ENTITY;
                    case COMPLEX -> COMPLEX;
                    case SCHEMA -> SCHEMA;
                };
            }
            throw new AssertionError(type);
        }
    }
}
