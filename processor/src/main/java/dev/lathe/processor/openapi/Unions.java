package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Discriminator;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import dev.lathe.processor.openapi.SchemaTypes.Resolved;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns {@code oneOf}, {@code anyOf} and lists of types into unions, or into less where less says the same. */
final class Unions {

    private final SchemaTypes types;
    private final SchemaStore store;
    private final Composition composition;

    Unions(SchemaTypes types, SchemaStore store, Composition composition) {
        this.types = types;
        this.store = store;
        this.composition = composition;
    }

    /** Whether values are of one of several types; cases that only restrict values, or own members, make no union. */
    boolean isUnion(SchemaAt schema) {
        return schema.cases().stream().anyMatch(Unions::tells) && !hasOwnMembers(schema) && !composition.isHead(schema);
    }

    private boolean hasOwnMembers(SchemaAt schema) {
        Set<String> own = new LinkedHashSet<>(schema.properties().keySet());
        schema.discriminator().ifPresent(own::remove);
        return !own.isEmpty();
    }

    private static boolean tells(SchemaAt one) {
        return one.ref().isPresent()
                || one.types().stream().anyMatch(type -> !type.equals("null"))
                || !one.values().isEmpty()
                || !one.properties().isEmpty()
                || !one.allOf().isEmpty()
                || !one.cases().isEmpty()
                || one.items().isPresent()
                || one.additional().isPresent();
    }

    Resolved resolve(SchemaAt schema) {
        List<SchemaAt> cases = new ArrayList<>();
        boolean nullable = false;
        for (SchemaAt one : schema.cases()) {
            if (isNull(one) || isNullBesideObjects(one, schema)) {
                nullable = true;
            } else {
                cases.add(one);
            }
        }
        if (cases.size() > 1 && cases.stream().allMatch(Unions::isConstant)) {
            return constants(schema, cases).orNull(nullable);
        }
        Set<TypeRef> found = new LinkedHashSet<>();
        for (SchemaAt one : cases) {
            Resolved type = types.resolve(one);
            nullable |= type.nullable();
            found.add(type.type());
        }
        if (schema.discriminator().isPresent()) {
            schema.mapping()
                    .values()
                    .forEach(target ->
                            found.add(types.resolve(store.target(target)).type()));
        }
        return declare(schema, simplified(found), cases).orNull(nullable);
    }

    /** A union of itself must be declared even if it has one case only. */
    Resolved force(SchemaAt schema, Resolved result) {
        TypeId id = types.id(schema);
        if (result.type().equals(new TypeRef.Named(id))) {
            return result;
        }
        types.declare(new UnionDecl(
                id, schema.name(), List.of(result.type()), Optional.empty(), DocsText.of(schema.node()), schema.at()));
        return new Resolved(new TypeRef.Named(id), result.nullable());
    }

    /** {@code type: [string, integer]}. */
    Resolved ofTypes(SchemaAt schema, List<String> names) {
        Set<TypeRef> found = new LinkedHashSet<>();
        names.stream()
                .filter(name -> !name.equals("integer") || !names.contains("number"))
                .forEach(name -> found.add(types.ofType(schema, name).type()));
        return declare(schema, simplified(found), List.of());
    }

    private Resolved declare(SchemaAt schema, List<TypeRef> cases, List<SchemaAt> said) {
        if (cases.contains(TypeRef.ANY)) {
            return besideAny(schema, cases, said);
        }
        if (cases.isEmpty()) {
            return Resolved.ANY;
        }
        if (cases.size() == 1) {
            return new Resolved(cases.get(0), false);
        }
        return union(schema, cases, said);
    }

    /** Any JSON is what the unknown case of a union is for: cases with types of their own are not lost beside it. */
    private Resolved besideAny(SchemaAt schema, List<TypeRef> cases, List<SchemaAt> said) {
        List<TypeRef> declared =
                cases.stream().filter(TypeRef.Named.class::isInstance).toList();
        return declared.isEmpty() ? Resolved.ANY : union(schema, declared, said);
    }

    private Resolved union(SchemaAt schema, List<TypeRef> cases, List<SchemaAt> said) {
        TypeId id = types.id(schema);
        types.declare(new UnionDecl(
                id,
                schema.name(),
                cases,
                discriminator(schema, said).or(() -> enumeratedMember(said)),
                DocsText.of(schema.node()),
                schema.at()));
        return new Resolved(new TypeRef.Named(id), false);
    }

    /** A list of known strings is open by nature: beside any string it says all that there is to say. */
    private List<TypeRef> simplified(Set<TypeRef> cases) {
        if (!cases.contains(TypeRef.STRING)) {
            return List.copyOf(cases);
        }
        List<TypeRef> enums = cases.stream().filter(this::isStringEnum).toList();
        List<TypeRef> rest = new ArrayList<>(cases);
        rest.removeAll(enums);
        if (enums.size() == 1) {
            rest.set(rest.indexOf(TypeRef.STRING), enums.get(0));
        }
        return rest;
    }

    private boolean isStringEnum(TypeRef type) {
        return type instanceof TypeRef.Named named
                && types.declared(named.id()).orElse(null) instanceof EnumDecl list
                && list.wire() == EnumDecl.Wire.STRING;
    }

    private Optional<Discriminator> discriminator(SchemaAt schema, List<SchemaAt> said) {
        return schema.discriminator().map(property -> {
            Telling telling = new Telling(property);
            schema.mapping()
                    .forEach((value, target) -> named(store.target(target)).ifPresent(id -> telling.state(value, id)));
            List<SchemaAt> targets = said.stream().map(store::deref).distinct().toList();
            Tags tags = new Tags(composition, property, targets);
            for (SchemaAt target : targets) {
                List<String> values = tags.of(target);
                List<String> told = values.isEmpty() && target.shared() ? List.of(target.name()) : values;
                named(target).ifPresent(id -> telling.infer(id, told));
            }
            return telling.discriminator();
        });
    }

    /** A member of which each object enumerates other values tells them apart as a discriminator does. */
    private Optional<Discriminator> enumeratedMember(List<SchemaAt> said) {
        List<SchemaAt> objects = said.stream()
                .map(store::deref)
                .filter(one -> named(one).isPresent() && composition.isObject(one))
                .distinct()
                .toList();
        if (objects.size() < 2 || objects.stream().anyMatch(this::isUnion)) {
            return Optional.empty();
        }
        List<Tags> telling = composition.allMembers(objects.get(0)).stream()
                .map(member -> new Tags(composition, member.wireName(), objects))
                .filter(Tags::tellAll)
                .toList();
        return telling.stream()
                .filter(Tags::areConstants)
                .findFirst()
                .or(() -> telling.stream().findFirst())
                .map(tags -> byTags(tags, objects));
    }

    private Discriminator byTags(Tags tags, List<SchemaAt> objects) {
        Telling telling = new Telling(tags.property());
        objects.forEach(object -> telling.infer(named(object).orElseThrow(), tags.of(object)));
        return telling.discriminator();
    }

    private Optional<TypeId> named(SchemaAt schema) {
        return types.resolve(schema).type() instanceof TypeRef.Named named ? Optional.of(named.id()) : Optional.empty();
    }

    private static boolean isNull(SchemaAt one) {
        return one.types().equals(Set.of("null"))
                || (!one.values().isEmpty() && Enums.known(one).isEmpty())
                || (one.flag("nullable") && !one.hasStructure() && one.ref().isEmpty());
    }

    /** Before 3.1 documents spell null so; but beside a text or a list it may be an object after all. */
    private boolean isNullBesideObjects(SchemaAt one, SchemaAt schema) {
        return one.flag("nullable")
                && one.saysNothing()
                && one.ref().isEmpty()
                && schema.cases().stream()
                        .filter(other -> !other.equals(one) && !isNull(other))
                        .map(store::deref)
                        .allMatch(other -> composition.isObject(other) || isUnion(other));
    }

    private static boolean isConstant(SchemaAt one) {
        List<JsonNode> values = one.values();
        return one.ref().isEmpty() && values.size() == 1 && values.get(0).isValueNode();
    }

    /** {@code oneOf: [{const: a, title: First}, …]} is how JSON Schema documents the values of a list. */
    private Resolved constants(SchemaAt schema, List<SchemaAt> cases) {
        List<EnumDecl.Member> members = new ArrayList<>();
        boolean text = cases.stream().allMatch(one -> one.values().get(0).isTextual());
        boolean number = cases.stream().allMatch(one -> one.values().get(0).isNumber());
        EnumDecl.Wire wire = text ? EnumDecl.Wire.STRING : number ? EnumDecl.Wire.NUMBER : EnumDecl.Wire.JSON;
        for (SchemaAt one : cases) {
            JsonNode value = one.values().get(0);
            String wireValue = wire == EnumDecl.Wire.JSON ? value.toString() : value.asText();
            Docs docs = DocsText.of(one.node());
            members.add(new EnumDecl.Member(wireValue, one.title().isEmpty() ? wireValue : one.title(), docs));
        }
        TypeId id = types.id(schema);
        types.declare(new EnumDecl(id, schema.name(), wire, false, members, DocsText.of(schema.node()), schema.at()));
        return new Resolved(new TypeRef.Named(id), false);
    }
}
