package dev.lathe.processor.openapi;

import dev.lathe.processor.model.Discriminator;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells each type with a discriminator which values stand for which of the types that descend from it. Known at the
 * end only: a parent does not name its children.
 */
final class Families {

    private final SchemaTypes types;
    private final SchemaStore store;
    private final Composition composition;

    Families(SchemaTypes types, SchemaStore store, Composition composition) {
        this.types = types;
        this.store = store;
        this.composition = composition;
    }

    List<TypeDecl> withMappings(List<TypeDecl> declarations, Map<TypeId, SchemaAt> heads) {
        Map<TypeId, ObjectDecl> objects = new HashMap<>();
        for (TypeDecl decl : declarations) {
            if (decl instanceof ObjectDecl object) {
                objects.put(object.id(), object);
            }
        }
        return declarations.stream()
                .map(decl -> decl instanceof ObjectDecl object && heads.containsKey(object.id())
                        ? with(object, discriminator(heads.get(object.id()), object, objects))
                        : decl)
                .toList();
    }

    private Discriminator discriminator(SchemaAt head, ObjectDecl object, Map<TypeId, ObjectDecl> objects) {
        String property = head.discriminator().orElseThrow();
        Telling telling = new Telling(property);
        head.mapping().forEach((value, reference) -> {
            if (types.resolve(store.target(reference)).type() instanceof TypeRef.Named named
                    && descends(named.id(), object.id(), objects)) {
                telling.state(value, named.id());
            }
        });
        List<SchemaAt> members = store.declared().stream()
                .filter(schema -> descends(types.id(schema), object.id(), objects))
                .toList();
        // What all inherit from the head tells none of them.
        List<String> common = composition.enumerated(head, property);
        Tags tags = new Tags(
                composition,
                property,
                members.stream()
                        .filter(schema ->
                                !composition.enumerated(schema, property).equals(common))
                        .toList());
        for (SchemaAt schema : members) {
            List<String> values = tags.of(schema);
            telling.infer(types.id(schema), values.isEmpty() ? List.of(schema.name()) : values);
        }
        return telling.discriminator();
    }

    private static boolean descends(TypeId id, TypeId head, Map<TypeId, ObjectDecl> objects) {
        Set<TypeId> seen = new HashSet<>();
        Optional<TypeId> next = Optional.of(id);
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(head)) {
                return objects.containsKey(id);
            }
            next = Optional.ofNullable(objects.get(next.get())).flatMap(ObjectDecl::base);
        }
        return false;
    }

    private static ObjectDecl with(ObjectDecl decl, Discriminator discriminator) {
        return new ObjectDecl(
                decl.id(),
                decl.name(),
                decl.kind(),
                decl.wireType(),
                decl.base(),
                decl.isAbstract(),
                decl.properties(),
                decl.navigations(),
                decl.key(),
                Optional.of(discriminator),
                decl.additional(),
                decl.docs(),
                decl.at());
    }
}
