package dev.lathe.processor.openapi;

import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.openapi.SchemaTypes.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes objects: their bases and members. */
final class ObjectTypes {

    private final SchemaTypes types;
    private final SchemaStore store;
    private final Composition composition;
    private final Unions unions;
    private final Agreement agreement;
    private final Annotations annotations;

    ObjectTypes(SchemaTypes types, SchemaStore store, Unions unions, Agreement agreement) {
        this.types = types;
        this.store = store;
        this.composition = types.composition();
        this.unions = unions;
        this.agreement = agreement;
        this.annotations = types.annotations();
    }

    ObjectDecl describe(SchemaAt schema, TypeId id) {
        Optional<TypeId> base = composition
                .base(schema)
                .map(types::resolve)
                .map(Resolved::type)
                .flatMap(type -> type instanceof TypeRef.Named named ? Optional.of(named.id()) : Optional.empty());
        List<Property> properties = new ArrayList<>();
        composition.members(schema).forEach(member -> properties.add(property(schema, member)));
        return new ObjectDecl(
                id,
                schema.name(),
                ObjectDecl.Kind.SCHEMA,
                schema.name(),
                base,
                false,
                properties,
                List.of(),
                List.of(),
                Optional.empty(),
                additional(schema),
                annotations.ofType(schema),
                schema.at());
    }

    /** The type of members that the schema does not name; empty where there are none. */
    private Optional<TypeRef> additional(SchemaAt schema) {
        if (composition.isOpen(schema)) {
            return Optional.of(TypeRef.ANY);
        }
        List<Resolved> unnamed =
                composition.unnamed(schema).stream().map(types::resolve).toList();
        return unnamed.isEmpty()
                ? Optional.empty()
                : Optional.of(SchemaTypes.common(unnamed).type());
    }

    private Property property(SchemaAt owner, Composition.Member member) {
        SchemaAt last = member.last();
        Resolved type = typeOf(owner, member);
        return new Property(
                member.wireName(),
                type.type(),
                member.required(),
                type.nullable(),
                composition.access(member),
                last.aliases(),
                annotations.ofValue(member.declarations(), type.type()),
                last.at());
    }

    /** Objects that several parts describe are combined; of all else the parts have to agree. */
    private Resolved typeOf(SchemaAt owner, Composition.Member member) {
        List<SchemaAt> said = member.declarations();
        if (said.size() == 1) {
            return types.resolve(said.get(0));
        }
        List<SchemaAt> objects = said.stream()
                .map(store::deref)
                .distinct()
                .filter(schema -> composition.isObject(schema) && !unions.isUnion(schema))
                .toList();
        if (objects.size() < 2) {
            return agreement.ofMember(owner, member);
        }
        boolean nullable =
                member.last().isNullable() || store.deref(member.last()).isNullable();
        return types.object(composition.combined(owner, member.wireName(), objects))
                .orNull(nullable);
    }
}
