package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Discriminator;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the sealed interfaces of {@code oneOf} and {@code anyOf}. */
final class UnionPlanner {

    private final ApiModel model;
    private final TypeNames names;
    private final Values values;

    UnionPlanner(ApiModel model, TypeNames names, Values values) {
        this.model = model;
        this.names = names;
        this.values = values;
    }

    /** All unions, and for each class the interfaces that it has to implement. */
    record Planned(List<UnionPlan> plans, Map<ClassName, List<ClassName>> interfaces) {
        List<ClassName> interfacesOf(ClassName object) {
            return interfaces.getOrDefault(object, List.of());
        }
    }

    Planned plan() {
        List<UnionPlan> plans = new ArrayList<>();
        Map<ClassName, List<ClassName>> interfaces = new LinkedHashMap<>();
        for (TypeDecl type : model.types()) {
            if (type instanceof UnionDecl union) {
                UnionPlan plan = plan(union);
                plans.add(plan);
                plan.objects()
                        .forEach(o -> interfaces
                                .computeIfAbsent(o, none -> new ArrayList<>())
                                .add(plan.name()));
            }
        }
        return new Planned(plans, interfaces);
    }

    private UnionPlan plan(UnionDecl union) {
        ClassName name = names.of(union.id());
        Set<ClassName> objects = new LinkedHashSet<>();
        Map<ValuePlan, String> others = new LinkedHashMap<>();
        flatten(union, new HashSet<>(), objects, others);

        Map<String, ClassName> mapping = new LinkedHashMap<>();
        union.discriminator()
                .map(Discriminator::mapping)
                .orElse(Map.of())
                .forEach((value, id) ->
                        names.find(id).filter(objects::contains).ifPresent(target -> mapping.put(value, target)));

        // A nested class must not be called like the one around it, nor like a case that is named in it.
        Scope records = Scope.ofTypes(Set.of(name.simpleName()));
        objects.forEach(o -> records.reserve(List.of(o.simpleName())));
        List<UnionPlan.Wrapped> wrapped = new ArrayList<>();
        others.forEach(
                (value, label) -> wrapped.add(new UnionPlan.Wrapped(name.nestedClass(records.take(label)), value)));
        return new UnionPlan(
                name,
                List.copyOf(objects),
                wrapped,
                name.nestedClass(records.take("Unknown")),
                union.discriminator().map(Discriminator::property).orElse(""),
                mapping,
                DocPlan.of(union.docs(), union.at(), "One of several types."));
    }

    /** A union that is a case of another one brings its cases along. */
    private void flatten(UnionDecl union, Set<TypeId> seen, Set<ClassName> objects, Map<ValuePlan, String> others) {
        if (!seen.add(union.id())) {
            return;
        }
        for (TypeRef type : union.cases()) {
            Optional<TypeDecl> declared =
                    type instanceof TypeRef.Named named ? model.type(named.id()) : Optional.empty();
            if (union.told() == UnionDecl.Told.BY_VALUE
                    && declared.isPresent()
                    && declared.get() instanceof UnionDecl inner) {
                flatten(inner, seen, objects, others);
            } else if (declared.isPresent() && declared.get() instanceof ObjectDecl object) {
                objects.add(names.of(object.id()));
            } else {
                ValuePlan value = values.of(type);
                if (!(value instanceof ValuePlan.Scalar scalar && scalar.scalar() == ScalarPlan.ANY)) {
                    others.putIfAbsent(value, label(value));
                }
            }
        }
    }

    private static String label(ValuePlan value) {
        if (value instanceof ValuePlan.Scalar scalar) {
            return "Of" + Identifiers.pascal(scalar.scalar().name().toLowerCase(java.util.Locale.ROOT));
        }
        if (value instanceof ValuePlan.Declared declared) {
            return "Of" + declared.java().simpleName();
        }
        return value instanceof ValuePlan.Mapped ? "OfMap" : value instanceof ValuePlan.Listed ? "OfList" : "OfStream";
    }
}
