package dev.lathe.processor.plan;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Discriminator;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which values of discriminators stand for an object's class, so that nobody has to set them. */
final class Marks {

    private final ApiModel model;
    private final Map<TypeId, Map<String, Set<String>>> found = new HashMap<>();

    Marks(ApiModel model) {
        this.model = model;
        for (TypeDecl decl : model.types()) {
            if (decl instanceof ObjectDecl head) {
                head.discriminator().ifPresent(told -> note(told, head.id()));
            } else if (decl instanceof UnionDecl union) {
                union.discriminator().ifPresent(told -> note(told, union.id()));
            }
        }
    }

    /** Of several values that stand for one class, the first; the head of a family has none of its own. */
    private void note(Discriminator told, TypeId head) {
        Set<TypeId> seen = new HashSet<>(Set.of(head));
        told.mapping().forEach((value, id) -> {
            if (!told.undecided().contains(id) && seen.add(id)) {
                found.computeIfAbsent(id, none -> new LinkedHashMap<>())
                        .computeIfAbsent(told.property(), none -> new LinkedHashSet<>())
                        .add(value);
            }
        });
    }

    /** Members to their values; where two unions call the class by two values, the caller has to choose. */
    Map<String, String> of(ObjectDecl type) {
        Map<String, String> marks = new LinkedHashMap<>();
        found.getOrDefault(type.id(), Map.of()).forEach((member, values) -> {
            if (values.size() == 1 && isText(type, member)) {
                marks.put(member, values.iterator().next());
            }
        });
        return marks;
    }

    private boolean isText(ObjectDecl type, String member) {
        for (Property property : type.properties()) {
            if (property.wireName().equals(member)) {
                return property.type().equals(TypeRef.STRING) || isListOfTexts(property.type());
            }
        }
        Optional<ObjectDecl> base = type.base().flatMap(model::object);
        return base.isPresent() && isText(base.get(), member);
    }

    private boolean isListOfTexts(TypeRef type) {
        return type instanceof TypeRef.Named named
                && model.type(named.id()).orElse(null) instanceof EnumDecl list
                && list.wire() == EnumDecl.Wire.STRING;
    }
}
