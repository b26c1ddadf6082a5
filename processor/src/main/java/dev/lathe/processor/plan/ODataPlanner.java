package dev.lathe.processor.plan;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.TypeId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans what a container offers: entity sets, singletons, and the operations around them. */
final class ODataPlanner {

    private final ApiModel model;
    private final TypeNames names;
    private final Values values;
    private final Scope accessors;
    private final List<OptionsPlan> options;
    private final Lineage lineage;
    private final EntityKeys keys;
    private final Problems problems;

    ODataPlanner(
            ApiModel model,
            TypeNames names,
            Values values,
            Scope accessors,
            List<OptionsPlan> options,
            Problems problems) {
        this.model = model;
        this.names = names;
        this.values = values;
        this.accessors = accessors;
        this.options = options;
        this.lineage = new Lineage(model);
        this.keys = new EntityKeys(model, values, lineage);
        this.problems = problems;
    }

    /** What comes out for a container. */
    record Planned(
            List<EntitySetPlan> sets,
            List<SingletonPlan> singletons,
            List<ColumnsHolderPlan> holders,
            List<OperationPlan> unbound) {}

    Planned plan() {
        List<Resource.EntitySet> sets = only(Resource.EntitySet.class);
        List<Resource.Singleton> singletons = only(Resource.Singleton.class);
        Map<String, ClassName> interfaces = new HashMap<>();
        Map<TypeId, ClassName> columnsIn = new HashMap<>();
        for (Resource.EntitySet set : sets) {
            ClassName name = names.take(Identifiers.pascal(set.name()), "Set");
            interfaces.put(set.name(), name);
            columnsIn.putIfAbsent(set.type(), name);
        }
        singletons.forEach(s -> interfaces.put(s.name(), names.take(Identifiers.pascal(s.name()), "Singleton")));

        var columns = new ColumnsPlanner(model, names, values, lineage, keys, columnsIn, problems);
        var operations = new OperationPlanner(model, names, values, options, sets, singletons);
        List<EntitySetPlan> setPlans = sets.stream()
                .map(set -> set(set, requireNonNull(interfaces.get(set.name())), columnsIn, columns, operations))
                .toList();
        List<SingletonPlan> singletonPlans = singletons.stream()
                .map(s -> singleton(s, requireNonNull(interfaces.get(s.name())), operations))
                .toList();
        return new Planned(
                setPlans,
                singletonPlans,
                columns.holders(
                        singletons.stream().map(Resource.Singleton::type).toList()),
                operations.unbound(accessors));
    }

    private <T> List<T> only(Class<T> kind) {
        return model.resources().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private SingletonPlan singleton(Resource.Singleton s, ClassName name, OperationPlanner operations) {
        return new SingletonPlan(
                name,
                names.take(name.simpleName() + "Client", ""),
                accessors.take(Identifiers.camel(s.name()), "Singleton"),
                s.name(),
                names.of(s.type()),
                operations.ofSingleton(s, name),
                DocPlan.of(s.docs(), s.at(), "Singleton " + s.name() + "."));
    }

    /** Names that the implementation of a set needs for classes: a constant that it inherits would hide them. */
    private static Set<String> classes(ClassName row, List<OperationPlan> bound) {
        Set<String> classes = new HashSet<>(Set.of(row.simpleName()));
        bound.stream()
                .flatMap(operation -> returned(operation.result()).stream())
                .filter(value -> value.java() instanceof ClassName)
                .forEach(value -> classes.add(((ClassName) value.java()).simpleName()));
        return classes;
    }

    private static Optional<ValuePlan> returned(ResultPlan result) {
        if (result instanceof ResultPlan.Value one) {
            return Optional.of(one.value());
        }
        if (result instanceof ResultPlan.Wrapped one) {
            return Optional.of(one.value());
        }
        if (result instanceof ResultPlan.Collection many) {
            return Optional.of(many.item());
        }
        return result instanceof ResultPlan.Rows rows ? Optional.of(rows.item()) : Optional.empty();
    }

    private EntitySetPlan set(
            Resource.EntitySet set,
            ClassName name,
            Map<TypeId, ClassName> columnsIn,
            ColumnsPlanner columns,
            OperationPlanner operations) {
        ObjectDecl type = model.object(set.type()).orElseThrow();
        EntityKeys.Planned key = keys.of(type);
        TypeName keyType = key.type().orElse(RuntimeTypes.ENTITY_KEY);
        ClassName columnsOf = requireNonNull(columnsIn.get(set.type()));
        boolean columnsHere = columnsOf.equals(name);
        List<OperationPlan> bound = operations.ofSet(set, name, keyType);
        return new EntitySetPlan(
                name,
                names.take(name.simpleName() + "Client", ""),
                accessors.take(Identifiers.camel(set.name()), "Set"),
                set.name(),
                names.of(set.type()),
                keyType,
                // A method that takes that many does not exist; EntityKey takes them one by one.
                key.parts().size() > ResourcePlanner.MOST_POSITIONAL ? List.of() : key.parts(),
                keys.alternate(type, bound),
                columnsHere ? Optional.of(columns.of(type, classes(names.of(set.type()), bound))) : Optional.empty(),
                columnsOf,
                bound,
                DocPlan.of(set.docs(), set.at(), "Entity set " + set.name() + "."));
    }
}
