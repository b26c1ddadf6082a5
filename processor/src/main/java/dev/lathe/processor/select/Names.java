package dev.lathe.processor.select;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The things of an OData model under the names that patterns know them by. */
final class Names {

    private final ApiModel model;
    private final Map<TypeId, List<String>> setsOf = new LinkedHashMap<>();

    Names(ApiModel model) {
        this.model = model;
        for (Resource resource : model.resources()) {
            typeOf(resource)
                    .ifPresent(type -> setsOf.computeIfAbsent(type, id -> new ArrayList<>(1))
                            .add(resource.name()));
        }
    }

    /** Type of an entity set's or a singleton's values. */
    static Optional<TypeId> typeOf(Resource resource) {
        if (resource instanceof Resource.EntitySet set) {
            return Optional.of(set.type());
        }
        return resource instanceof Resource.Singleton singleton ? Optional.of(singleton.type()) : Optional.empty();
    }

    List<String> setsOf(TypeId type) {
        return setsOf.getOrDefault(type, List.of());
    }

    static List<String> of(TypeDecl type) {
        return List.of(type.name(), type.id().value());
    }

    static List<String> of(ODataOperation operation) {
        List<String> names = new ArrayList<>(List.of(operation.name(), operation.qualifiedName()));
        operation.importName().ifPresent(names::add);
        return names;
    }

    /** Names of a table before the dot of a column: its own and those of its sets. */
    List<String> ofTable(TypeDecl type) {
        List<String> names = new ArrayList<>(of(type));
        names.addAll(setsOf(type.id()));
        return names;
    }

    /** Names of all things but columns. */
    Set<String> things() {
        Set<String> names = new LinkedHashSet<>();
        model.resources().forEach(resource -> names.add(resource.name()));
        model.types().forEach(type -> names.addAll(of(type)));
        model.operations().forEach(operation -> names.addAll(of(operation)));
        return names;
    }

    /** Columns of that name, with their tables, where a table is called nearly so. */
    Set<String> columnsLike(String table, String column) {
        Set<String> columns = new LinkedHashSet<>();
        for (TypeDecl type : model.types()) {
            if (type instanceof ObjectDecl object && columns(object, true).contains(column)) {
                Nearest.to(table, ofTable(type), 1).forEach(name -> columns.add(name + "." + column));
            }
        }
        return columns;
    }

    /** Columns and navigations of a type; those of its bases too, if asked for. */
    Set<String> columns(ObjectDecl type, boolean inherited) {
        Set<String> columns = new LinkedHashSet<>();
        Optional<ObjectDecl> at = Optional.of(type);
        while (at.isPresent()) {
            at.get().properties().forEach(property -> columns.add(property.wireName()));
            at.get().navigations().forEach(navigation -> columns.add(navigation.wireName()));
            at = inherited ? at.get().base().flatMap(model::object) : Optional.empty();
        }
        return columns;
    }
}
