package dev.lathe.processor.openapi;

import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns schemas into types; declares those that have members, values or cases of their own. */
final class SchemaTypes {

    /** A type, and whether {@code null} is a value of it too. */
    record Resolved(TypeRef type, boolean nullable) {

        static final Resolved ANY = new Resolved(TypeRef.ANY, false);

        static Resolved of(ScalarKind kind, boolean nullable) {
            return new Resolved(new TypeRef.Scalar(kind), nullable);
        }

        Resolved orNull(boolean alsoNull) {
            return alsoNull && !nullable ? new Resolved(type, true) : this;
        }
    }

    private final SchemaStore store;
    private final Composition composition;
    private final Unions unions;
    private final Agreement agreement;
    private final Annotations annotations;
    private final ObjectTypes objects;
    private final Findings findings;
    private final String mainDocument;

    /** Declared types; null while an object waits for being described. */
    private final Map<TypeId, @Nullable TypeDecl> declared = new LinkedHashMap<>();

    private final Map<TypeId, SchemaAt> heads = new LinkedHashMap<>();
    private final Map<SchemaAt, Resolved> resolved = new HashMap<>();
    private final Set<SchemaAt> resolving = new HashSet<>();
    private final Set<SchemaAt> recursive = new HashSet<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    SchemaTypes(SchemaStore store, Findings findings, String mainDocument) {
        this.store = store;
        this.findings = findings;
        this.mainDocument = mainDocument;
        this.composition = new Composition(store, findings);
        this.unions = new Unions(this, store, composition);
        this.agreement = new Agreement(this, findings);
        this.annotations = new Annotations(store);
        this.objects = new ObjectTypes(this, store, unions, agreement, findings);
    }

    Composition composition() {
        return composition;
    }

    Annotations annotations() {
        return annotations;
    }

    /** All types that were declared so far, in the order of their declaration. */
    List<TypeDecl> declarations() {
        // Objects are described one after the other: describing one may declare the next.
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
        List<TypeDecl> all = new ArrayList<>();
        for (TypeDecl decl : declared.values()) {
            if (decl != null) {
                all.add(decl);
            }
        }
        return new Families(this, store, composition).withMappings(all, heads);
    }

    Resolved resolve(SchemaAt schema) {
        if (schema.ref().isPresent() && !schema.hasStructure()) {
            return resolve(store.target(schema.ref().get())).orNull(schema.isNullable());
        }
        Resolved known = resolved.get(schema);
        if (known != null) {
            return known;
        }
        if (!resolving.add(schema)) {
            return again(schema);
        }
        Resolved result = own(schema);
        resolving.remove(schema);
        if (recursive.contains(schema)) {
            result = unions.force(schema, result);
        }
        resolved.put(schema, result);
        return result;
    }

    /** What all that is said about a member makes of its values. */
    Resolved ofMember(SchemaAt owner, Composition.Member member) {
        return objects.typeOf(owner, member);
    }

    /** A schema within itself: objects never get here, they are described later. */
    private Resolved again(SchemaAt schema) {
        if (unions.isUnion(schema)) {
            recursive.add(schema);
            return new Resolved(new TypeRef.Named(id(schema)), schema.isNullable());
        }
        if (!schema.allOf().isEmpty()) {
            composition.reportCycle(Set.of(schema), schema);
            return Resolved.ANY;
        }
        findings.warn(
                "recursive-alias",
                schema.at(),
                "'" + schema.name() + "' is a list or map of itself; the inner one is read as any JSON.");
        return Resolved.ANY;
    }

    private Resolved own(SchemaAt schema) {
        boolean nullable = schema.isNullable() || Enums.allowsNull(schema);
        if (!schema.values().isEmpty()
                && !schema.isType("array")
                && schema.properties().isEmpty()) {
            return values(schema).orNull(nullable);
        }
        Optional<Resolved> special = special(schema);
        if (special.isPresent()) {
            return special.get().orNull(nullable);
        }
        if (!composition.parts(schema).isEmpty()) {
            return agreement.withType(schema, composed(schema)).orNull(nullable);
        }
        if (unions.isUnion(schema)) {
            return agreement.withType(schema, unions.resolve(schema)).orNull(nullable);
        }
        return plain(schema).orNull(nullable);
    }

    private Resolved values(SchemaAt schema) {
        if (Enums.known(schema).isEmpty()) {
            return Resolved.ANY;
        }
        if (Enums.isJustBoolean(schema)) {
            return Resolved.of(ScalarKind.BOOLEAN, false);
        }
        if (Enums.isJustEmptyText(schema)) {
            return Resolved.of(ScalarKind.STRING, false);
        }
        TypeId id = id(schema);
        declare(Enums.decl(schema, id, DocsText.of(schema.node())));
        return new Resolved(new TypeRef.Named(id), false);
    }

    /** {@code x-lathe-type}: forms on the wire that OpenAPI has no format for, or that a service gives no heed to. */
    private Optional<Resolved> special(SchemaAt schema) {
        String asked = schema.extension("x-lathe-type");
        return switch (asked) {
            case "" -> Optional.empty();
            case "text" -> Optional.of(Resolved.of(ScalarKind.STRING, false));
            case "epoch-millis" -> Optional.of(Resolved.of(ScalarKind.EPOCH_MILLIS, false));
            case "string-number" ->
                Optional.of(Resolved.of(
                        schema.isType("integer") || schema.format().equals("int64")
                                ? ScalarKind.STRING_INT64
                                : ScalarKind.STRING_DECIMAL,
                        false));
            default -> {
                findings.warn(
                        "unknown-extension",
                        schema.at("x-lathe-type"),
                        "'" + asked + "' is no type; known are 'epoch-millis', 'string-number' and 'text'.");
                yield Optional.empty();
            }
        };
    }

    private Resolved composed(SchemaAt schema) {
        List<SchemaAt> telling =
                composition.parts(schema).stream().filter(SchemaTypes::tells).toList();
        boolean alone = telling.size() == 1
                && schema.properties().isEmpty()
                && schema.cases().isEmpty()
                && schema.discriminator().isEmpty();
        if (alone && (!schema.shared() || isUnion(resolve(telling.get(0)).type()))) {
            return resolve(telling.get(0));
        }
        if (composition.isObject(schema)) {
            return object(schema);
        }
        return agreement.ofParts(schema, telling).orElseGet(() -> plain(schema));
    }

    /** Objects are declared before they are described, unions when they are known. */
    private boolean isUnion(TypeRef type) {
        return type instanceof TypeRef.Named named
                && (!declared.containsKey(named.id()) || declared.get(named.id()) instanceof UnionDecl);
    }

    /** Whether a part says what its values are, rather than restricting or describing them. */
    private static boolean tells(SchemaAt part) {
        return part.ref().isPresent()
                || !part.types().isEmpty()
                || !part.values().isEmpty()
                || !part.properties().isEmpty()
                || !part.allOf().isEmpty()
                || !part.cases().isEmpty()
                || part.items().isPresent()
                || part.additional().isPresent();
    }

    private Resolved plain(SchemaAt schema) {
        List<String> types =
                schema.types().stream().filter(type -> !type.equals("null")).toList();
        if (types.size() > 1) {
            return unions.ofTypes(schema, types);
        }
        return ofType(schema, types.isEmpty() ? inferred(schema) : types.get(0));
    }

    /** The type of values by the keyword {@code type} alone. */
    Resolved ofType(SchemaAt schema, String type) {
        return switch (type) {
            case "object" -> objectOrMap(schema);
            case "array" -> new Resolved(list(schema), false);
            case "string", "file" -> Resolved.of(ScalarTypes.string(schema), false);
            case "integer" -> Resolved.of(ScalarTypes.integer(schema), false);
            case "number" -> Resolved.of(ScalarTypes.number(schema), false);
            case "boolean" -> Resolved.of(ScalarKind.BOOLEAN, false);
            case "", "null" -> Resolved.ANY;
            default -> unknown(schema, type);
        };
    }

    private Resolved unknown(SchemaAt schema, String type) {
        String meant = switch (type.toLowerCase(Locale.ROOT)) {
            case "string", "text", "str" -> "string";
            case "integer", "int", "long" -> "integer";
            case "number", "float", "double", "decimal" -> "number";
            case "boolean", "bool" -> "boolean";
            case "array", "list" -> "array";
            case "object" -> "object";
            default -> inferred(schema);
        };
        findings.warnOnce(
                "unknown-type",
                type,
                at(schema, "type"),
                "There is no type '" + type + "'; it is read as "
                        + (meant.isEmpty() ? "any JSON." : "'" + meant + "'."));
        return ofType(schema, meant);
    }

    private static String inferred(SchemaAt schema) {
        if (!schema.properties().isEmpty()
                || schema.node().has("additionalProperties")
                || !schema.patternProperties().isEmpty()
                || schema.discriminator().isPresent()) {
            return "object";
        }
        if (schema.items().isPresent() || !schema.prefixItems().isEmpty()) {
            return "array";
        }
        boolean texty = ScalarTypes.string(schema) != ScalarKind.STRING;
        return texty && !schema.format().equals("int64") && !schema.format().equals("decimal") ? "string" : "";
    }

    /** A tuple whose items are of several types is a list of any JSON. */
    private TypeRef list(SchemaAt schema) {
        List<Resolved> items = new ArrayList<>();
        schema.prefixItems().forEach(item -> items.add(resolve(item)));
        schema.items().ifPresent(item -> items.add(resolve(item)));
        Resolved common = common(items);
        if (schema.flag(CleanSpec.OPEN_TUPLE) && !common.equals(Resolved.ANY)) {
            findings.warn(
                    "open-tuple",
                    schema.at(),
                    "'" + schema.name() + "' describes its first items only; any that follow are read like these.",
                    "say that none follow: 'items: false'");
        }
        return new TypeRef.ListOf(common.type(), common.nullable());
    }

    /** The one type of all of them, else any JSON. */
    static Resolved common(List<Resolved> types) {
        boolean same = types.stream().map(Resolved::type).distinct().count() == 1;
        boolean nullable = types.stream().anyMatch(Resolved::nullable);
        return same ? new Resolved(types.get(0).type(), nullable) : Resolved.ANY;
    }

    private Resolved objectOrMap(SchemaAt schema) {
        if (!schema.properties().isEmpty()
                || schema.isClosed()
                || schema.discriminator().isPresent()) {
            return object(schema);
        }
        List<SchemaAt> values = new ArrayList<>(schema.patternProperties());
        schema.additional().filter(additional -> !schema.isOpen()).ifPresent(values::add);
        if (values.isEmpty()) {
            return Resolved.ANY;
        }
        if (schema.isOpen()) {
            return new Resolved(new TypeRef.MapOf(TypeRef.ANY, false), false);
        }
        Resolved common = common(values.stream().map(this::resolve).toList());
        return new Resolved(new TypeRef.MapOf(common.type(), common.nullable()), false);
    }

    /** Declares an object; what it consists of is found out later, so that types may contain themselves. */
    Resolved object(SchemaAt schema) {
        TypeId id = id(schema);
        if (!declared.containsKey(id)) {
            declared.put(id, null);
            waiting.add(() -> declared.put(id, objects.describe(schema, id)));
            if (composition.isHead(schema)) {
                heads.put(id, schema);
                // Nothing else may refer to a type of the family that stands in another file.
                waiting.add(() -> schema.mapping().values().forEach(reference -> resolve(store.target(reference))));
            }
        }
        return new Resolved(new TypeRef.Named(id), false);
    }

    /** Declares the union of an operation's answers. */
    TypeRef byStatus(String name, List<TypeRef> cases, Docs docs, SpecPath operation) {
        SpecPath at = operation.child("responses").at(operation.line(), operation.column());
        TypeId id = new TypeId((at.document().equals(mainDocument) ? "" : at.document()) + "#" + at.pointer());
        declare(new UnionDecl(id, name, cases, UnionDecl.Told.BY_STATUS, Optional.empty(), docs, at));
        return new TypeRef.Named(id);
    }

    void declare(TypeDecl decl) {
        declared.put(decl.id(), decl);
    }

    /** The type of that id, if it was described already. */
    Optional<TypeDecl> declared(TypeId id) {
        return Optional.ofNullable(declared.get(id));
    }

    TypeId id(SchemaAt schema) {
        return schema.id(mainDocument);
    }

    private static SpecPath at(SchemaAt schema, String member) {
        SpecPath at = schema.at();
        return at.child(member).at(at.line(), at.column());
    }
}
