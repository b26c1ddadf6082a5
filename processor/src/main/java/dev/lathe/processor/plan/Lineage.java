package dev.lathe.processor.plan;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.KeyPart;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A type with what it inherits, the outermost base first. */
final class Lineage {

    private final ApiModel model;
    private final Map<TypeId, List<TypeId>> derived = new HashMap<>();

    Lineage(ApiModel model) {
        this.model = model;
        for (TypeDecl type : model.types()) {
            if (type instanceof ObjectDecl object) {
                object.base()
                        .ifPresent(base -> derived.computeIfAbsent(base, none -> new ArrayList<>())
                                .add(object.id()));
            }
        }
    }

    List<Property> properties(ObjectDecl type) {
        List<Property> all = new ArrayList<>();
        line(type).forEach(t -> all.addAll(t.properties()));
        return all;
    }

    List<Navigation> navigations(ObjectDecl type) {
        List<Navigation> all = new ArrayList<>();
        line(type).forEach(t -> all.addAll(t.navigations()));
        return all;
    }

    /** Whether a value comes with a stream of its own. */
    boolean isMedia(ObjectDecl type) {
        return line(type).stream().anyMatch(ObjectDecl::media);
    }

    /** Types right below, in document order. */
    List<TypeId> derived(TypeId id) {
        return derived.getOrDefault(id, List.of());
    }

    /** Sets of properties that address a row besides its key; equal ones once. */
    List<List<KeyPart>> alternateKeys(ObjectDecl type) {
        return line(type).stream()
                .flatMap(t -> t.alternateKeys().stream())
                .distinct()
                .toList();
    }

    private List<ObjectDecl> line(ObjectDecl type) {
        List<ObjectDecl> line = new ArrayList<>(
                type.base().flatMap(model::object).map(this::line).orElse(List.of()));
        line.add(type);
        return line;
    }
}
