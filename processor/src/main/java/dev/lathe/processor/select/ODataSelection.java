package dev.lathe.processor.select;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Selects entity sets, types, operations and columns. A type that something selected needs comes along; the target of a
 * navigation does not, or the first table would drag in all others.
 */
final class ODataSelection {

    private final ApiModel model;
    private final List<Glob> include;
    private final List<Glob> exclude;
    private final Names names;

    ODataSelection(ApiModel model, List<Glob> include, List<Glob> exclude) {
        this.model = model;
        this.include = include;
        this.exclude = exclude;
        this.names = new Names(model);
    }

    ApiModel apply(Problems problems, SpecPath at) {
        Matched in = Matched.of(include, "include", true, model, names, problems, at);
        Matched out = Matched.of(exclude, "exclude", false, model, names, problems, at);
        Set<TypeId> excluded = excludedTypes(out);
        Set<TypeId> tables = selectedTypes(in, excluded);
        List<ODataOperation> operations = operations(in, out, tables, excluded);
        // A bound operation is called on a value of its binding type, so it needs that type and a set to find one in.
        operations.forEach(operation -> operation.binding().ifPresent(binding -> tables.add(binding.type())));

        var needs = new Needs(model, in.columns, out.columns, excluded);
        tables.forEach(needs::type);
        operations.forEach(needs::operation);
        needs.close();

        List<TypeDecl> types = model.types().stream()
                .filter(type -> needs.isKept(type.id()))
                .map(needs::trim)
                .toList();
        List<Resource> resources = model.resources().stream()
                .filter(resource -> isSelected(resource, in, out, tables))
                .toList();
        return new ApiModel(
                model.info(),
                types,
                resources,
                operations.stream().map(needs::trim).toList());
    }

    /** Types that a pattern excludes by name, or by excluding every set that has values of it. */
    private Set<TypeId> excludedTypes(Matched out) {
        Set<TypeId> excluded = new HashSet<>(out.types);
        for (TypeDecl type : model.types()) {
            List<String> sets = names.setsOf(type.id());
            if (!sets.isEmpty() && out.sets.containsAll(sets)) {
                excluded.add(type.id());
            }
        }
        return excluded;
    }

    /** Types that were asked for, by their own name or by that of a set or a column. */
    private Set<TypeId> selectedTypes(Matched in, Set<TypeId> excluded) {
        Set<TypeId> selected = new HashSet<>(in.types);
        selected.addAll(in.columns.keySet());
        for (TypeDecl type : model.types()) {
            if (include.isEmpty() || names.setsOf(type.id()).stream().anyMatch(in.sets::contains)) {
                selected.add(type.id());
            }
        }
        selected.removeAll(excluded);
        return selected;
    }

    private List<ODataOperation> operations(Matched in, Matched out, Set<TypeId> tables, Set<TypeId> excluded) {
        List<ODataOperation> matched = model.operations().stream()
                .filter(operation -> include.isEmpty() || in.operations.contains(operation))
                .filter(operation -> !out.operations.contains(operation))
                .filter(operation -> operation
                        .binding()
                        .map(binding -> !excluded.contains(binding.type()))
                        .orElse(true))
                .toList();
        // An operation with overloads for twelve tables, of which one is selected, is meant for that one.
        Set<String> bindable = new HashSet<>();
        matched.stream()
                .filter(operation -> isBoundTo(operation, tables))
                .forEach(operation -> bindable.add(operation.qualifiedName()));
        return matched.stream()
                .filter(operation -> operation.binding().isEmpty()
                        || isBoundTo(operation, tables)
                        || !bindable.contains(operation.qualifiedName()))
                .toList();
    }

    private static boolean isBoundTo(ODataOperation operation, Set<TypeId> tables) {
        return operation
                .binding()
                .map(binding -> tables.contains(binding.type()))
                .orElse(false);
    }

    private boolean isSelected(Resource resource, Matched in, Matched out, Set<TypeId> tables) {
        if (out.sets.contains(resource.name())) {
            return false;
        }
        boolean ofTable = Names.typeOf(resource).map(tables::contains).orElse(false);
        if (include.isEmpty() || in.sets.contains(resource.name())) {
            return ofTable;
        }
        // Of a type with several sets, a set that was named stands for itself only.
        boolean anotherIsNamed = Names.typeOf(resource)
                .map(type ->
                        !in.types.contains(type) && names.setsOf(type).stream().anyMatch(in.sets::contains))
                .orElse(false);
        return ofTable && !anotherIsNamed;
    }
}
