package dev.lathe.processor.odata;

import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;

/** Finds types by the names that a document uses for them: qualified with a namespace or with its alias. */
final class TypeNames {

    /** What is declared under a name. */
    enum Kind {
        ENTITY,
        COMPLEX,
        ENUM,
        /** Another name for a primitive type. */
        DEFINITION
    }

    private final Map<String, String> aliases;
    private final Findings findings;
    private final Map<String, Kind> declared = new LinkedHashMap<>();
    private final Map<String, String> definitions = new HashMap<>();

    TypeNames(List<CsdlSchema> schemas, Map<String, String> aliases, Findings findings) {
        this.aliases = aliases;
        this.findings = findings;
        for (CsdlSchema schema : schemas) {
            String namespace = schema.getNamespace();
            schema.getEntityTypes().forEach(t -> declared.put(Marks.type(namespace, t.getName()), Kind.ENTITY));
            schema.getComplexTypes().forEach(t -> declared.put(Marks.type(namespace, t.getName()), Kind.COMPLEX));
            schema.getEnumTypes().forEach(t -> declared.put(Marks.type(namespace, t.getName()), Kind.ENUM));
            schema.getTypeDefinitions().forEach(t -> {
                declared.put(Marks.type(namespace, t.getName()), Kind.DEFINITION);
                definitions.put(Marks.type(namespace, t.getName()), t.getUnderlyingType());
            });
        }
    }

    /** The name with its alias, if it starts with one, replaced by the namespace. */
    String qualify(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || declared.containsKey(name)) {
            return name;
        }
        String namespace = aliases.get(name.substring(0, dot));
        return namespace == null ? name : namespace + name.substring(dot);
    }

    /** The declared type of that name, if it is of one of those kinds. */
    Optional<TypeId> find(String name, Kind... kinds) {
        String qualified = qualify(name);
        Kind kind = declared.get(qualified);
        return kind != null && Set.of(kinds).contains(kind) ? Optional.of(new TypeId(qualified)) : Optional.empty();
    }

    /** What a value of the type is; any JSON, with a warning, when there is no such type. */
    TypeRef type(String name, boolean collection, SpecPath at) {
        TypeRef item = item(name, at);
        if (collection && item instanceof TypeRef.Stream) {
            findings.warning(
                    "collection-of-streams",
                    at,
                    "A collection of streams is not supported; it is read as any JSON value.");
            return TypeRef.ANY;
        }
        return collection ? new TypeRef.ListOf(item) : item;
    }

    private TypeRef item(String name, SpecPath at) {
        Optional<TypeRef> type = resolved(name);
        if (type.isEmpty()) {
            unknown(name, at, "it is read as any JSON value");
        }
        return type.orElse(TypeRef.ANY);
    }

    private Optional<TypeRef> resolved(String name) {
        String qualified = qualify(name);
        // A definition of a definition is not legal, but it must not lead us in circles either.
        for (int steps = 0; declared.get(qualified) == Kind.DEFINITION && steps <= definitions.size(); steps++) {
            qualified = qualify(definitions.getOrDefault(qualified, ""));
        }
        Kind kind = declared.get(qualified);
        return kind != null && kind != Kind.DEFINITION
                ? Optional.of(new TypeRef.Named(new TypeId(qualified)))
                : EdmTypes.find(qualified);
    }

    /** Whether values are neither objects nor streams; so may be those of a type that is unknown. */
    boolean isSingleValue(String name) {
        boolean object = find(name, Kind.ENTITY, Kind.COMPLEX).isPresent();
        return !object
                && resolved(name).filter(TypeRef.Stream.class::isInstance).isEmpty();
    }

    /** Whether the document or OData itself has a type of that name. */
    boolean isKnown(String name) {
        return resolved(name).isPresent();
    }

    /** Reports a type that is not declared, or not one that can stand there. */
    void unknown(String name, SpecPath at, String consequence) {
        String qualified = qualify(name);
        if (declared.containsKey(qualified)) {
            findings.warning(
                    "wrong-kind",
                    at,
                    "'" + name + "' is " + described(declared.get(qualified)) + ", which cannot stand here; "
                            + consequence + ".");
            return;
        }
        if (EdmTypes.find(qualified).isPresent()) {
            findings.warning(
                    "wrong-kind",
                    at,
                    "'" + name + "' is a type that OData has built in, which cannot stand here; " + consequence + ".");
            return;
        }
        boolean edm = qualified.startsWith("Edm.");
        findings.warning(
                "unknown-type",
                at,
                edm
                        ? "OData has no type '" + name + "'; " + consequence + "."
                        : "The document declares no type '" + name + "'; " + consequence + ".",
                () -> hints(qualified, edm));
    }

    private String[] hints(String qualified, boolean edm) {
        List<String> hints = new ArrayList<>();
        if (edm) {
            EdmTypes.successor(qualified).ifPresent(name -> hints.add("OData V4 has '" + name + "' instead"));
        } else {
            elsewhere(qualified).ifPresent(hints::add);
        }
        if (hints.isEmpty()) {
            hints.addAll(List.of(Nearest.hint(qualified, edm ? EdmTypes.names() : declared.keySet())));
        }
        return hints.toArray(String[]::new);
    }

    /** A hint, if the name is of a namespace that the document includes and does not have. */
    Optional<String> elsewhere(String qualified) {
        int dot = qualified.lastIndexOf('.');
        String namespace = dot < 0 ? "" : qualified.substring(0, dot);
        return aliases.containsValue(namespace)
                        && declared.keySet().stream().noneMatch(t -> t.startsWith(namespace + "."))
                ? Optional.of("its namespace is that of another document, and Lathe does not fetch documents")
                : Optional.empty();
    }

    private static String described(Kind kind) {
        return switch (kind) {
            case ENTITY -> "an entity type";
            case COMPLEX -> "a complex type";
            case ENUM -> "an enumeration";
            case DEFINITION -> "a type definition";
        };
    }
}
