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
    private final InheritedMembers inherited;

    ObjectTypes(SchemaTypes types, SchemaStore store, Unions unions, Agreement agreement, Findings findings) {
        this.types = types;
        this.store = store;
        this.composition = types.composition();
        this.unions = unions;
        this.agreement = agreement;
        this.annotations = types.annotations();
        this.inherited = new InheritedMembers(types, store, findings);
    }

    ObjectDecl describe(SchemaAt schema, TypeId id) {
        Optional<TypeId> base = composition
                .base(schema)
                .map(types::resolve)
                .map(Resolved::type)
                .flatMap(type -> type instanceof TypeRef.Named named ? Optional.of(named.id()) : Optional.empty());
        List<Property> properties = new ArrayList<>();
        composition.members(schema).forEach(member -> properties.add(property(schema, member)));
        inherited.report(schema);
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
    Resolved typeOf(SchemaAt owner, Composition.Member member) {
        List<SchemaAt> said =
                member.declarations().stream().map(store::deref).distinct().toList();
        if (said.size() == 1) {
            return types.resolve(member.last());
        }
        boolean nullable =
                member.last().isNullable() || store.deref(member.last()).isNullable();
        if (member.either() && said.stream().allMatch(ObjectTypes::isListOfTexts)) {
            return types.resolve(composition.textsOfAllCases(owner, member.wireName(), said))
                    .orNull(nullable);
        }
        List<SchemaAt> objects = said.stream().filter(this::isObject).toList();
        if (objects.size() > 1) {
            return types.object(composition.combined(owner, member.wireName(), objects))
                    .orNull(nullable);
        }
        List<SchemaAt> items = itemsOf(said);
        if (items.size() > 1) {
            Resolved item = types.object(composition.combinedItems(owner, member.wireName(), items));
            return new Resolved(new TypeRef.ListOf(item.type()), nullable);
        }
        return agreement.ofMember(owner, member);
    }

    private static boolean isListOfTexts(SchemaAt schema) {
        return schema.isType("string") && !schema.values().isEmpty();
    }

    /** What lists of objects are of; none where they are of something else. */
    private List<SchemaAt> itemsOf(List<SchemaAt> lists) {
        List<SchemaAt> items = lists.stream()
                .map(SchemaAt::items)
                .flatMap(Optional::stream)
                .map(store::deref)
                .distinct()
                .toList();
        boolean alike = lists.stream().allMatch(list -> list.items().isPresent());
        return alike && items.stream().allMatch(this::isObject) ? items : List.of();
    }

    private boolean isObject(SchemaAt schema) {
        return composition.isObject(schema) && !unions.isUnion(schema);
    }
}
