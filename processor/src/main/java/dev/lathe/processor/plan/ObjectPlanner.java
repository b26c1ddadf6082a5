package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Discriminator;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the classes of objects: members with their positions, and who derives from whom. */
final class ObjectPlanner {

    private final ApiModel model;
    private final TypeNames names;
    private final Values values;
    private final UnionPlanner.Planned unions;
    private final Problems problems;
    private final ReadOnlyMembers readOnly;
    private final Marks marks;
    private final Map<TypeId, ObjectPlan> planned = new LinkedHashMap<>();
    private final Map<TypeId, List<ObjectDecl>> derived = new LinkedHashMap<>();

    ObjectPlanner(ApiModel model, TypeNames names, Values values, UnionPlanner.Planned unions, Problems problems) {
        this.model = model;
        this.names = names;
        this.values = values;
        this.unions = unions;
        this.problems = problems;
        this.readOnly = new ReadOnlyMembers(model);
        this.marks = new Marks(model);
    }

    List<ObjectPlan> plan() {
        List<ObjectDecl> objects = model.types().stream()
                .filter(ObjectDecl.class::isInstance)
                .map(ObjectDecl.class::cast)
                .toList();
        objects.forEach(o -> o.base()
                .ifPresent(base ->
                        derived.computeIfAbsent(base, none -> new ArrayList<>()).add(o)));
        return objects.stream().map(this::plan).toList();
    }

    /** Bases first, whatever order the document has. */
    private ObjectPlan plan(ObjectDecl type) {
        ObjectPlan known = planned.get(type.id());
        if (known != null) {
            return known;
        }
        Optional<ObjectPlan> base = type.base().flatMap(model::object).map(this::plan);
        ObjectPlan plan = plan(type, base);
        planned.put(type.id(), plan);
        return plan;
    }

    private ObjectPlan plan(ObjectDecl type, Optional<ObjectPlan> base) {
        ClassName name = names.of(type.id());
        List<MemberPlan> inherited = new ArrayList<>();
        base.ifPresent(b -> {
            inherited.addAll(b.inherited());
            inherited.addAll(b.members());
        });
        Scope accessors = Scope.ofMembers("getClass");
        inherited.forEach(m -> accessors.reserve(List.of(m.getter())));
        // A field would hide the package of a class whose simple name is taken.
        Scope fields = Scope.ofMembers("TYPE").reserve(Scope.PACKAGES);

        List<String> wireNames = new ArrayList<>(base.map(ObjectPlan::wireNames).orElse(List.of()));
        int firstOwn = wireNames.size();
        List<MemberPlan> members = new ArrayList<>();
        for (Property property : type.properties()) {
            // Its bytes have an address of their own: ColumnsPlanner.
            if (property.type() instanceof TypeRef.Stream) {
                continue;
            }
            members.add(member(property, wireNames.size(), accessors, fields));
            wireNames.add(property.wireName());
        }
        List<ObjectPlan.NavigationPlan> navigations = new ArrayList<>();
        for (Navigation navigation : type.navigations()) {
            names.find(navigation.target())
                    .ifPresent(target -> navigations.add(new ObjectPlan.NavigationPlan(wireNames.size(), target)));
            wireNames.add(navigation.wireName());
        }
        return new ObjectPlan(
                name,
                base.map(ObjectPlan::name).orElse(runtimeBase(type)),
                base.isPresent(),
                type.wireType(),
                wireNames,
                firstOwn,
                members,
                inherited,
                navigations,
                derivedOf(type),
                readOnly.of(type, inherited, members),
                discriminator(type),
                marks.of(type),
                type.key().stream()
                        .map(part -> new ObjectPlan.KeyPart(part.name(), part.path()))
                        .toList(),
                additional(type, base),
                unions.interfacesOf(name),
                DocPlan.of(type.docs(), type.at(), kindName(type) + " " + type.name() + "."));
    }

    private MemberPlan member(Property property, int index, Scope accessors, Scope fields) {
        String wireName = property.wireName();
        String getter = accessors.take("get" + Identifiers.pascal(wireName).replaceFirst("^_", ""), "Member");
        String setter = property.access() == Property.Access.READ_ONLY ? "" : "s" + getter.substring(1);
        return new MemberPlan(
                index,
                wireName,
                fields.take(Identifiers.variable(wireName)),
                getter,
                setter,
                values.of(property.type()),
                property.aliases(),
                DocPlan.of(property.docs(), property.at()));
    }

    /** A class that inherits the members of any name has them with the type that its base says. */
    private Optional<ValuePlan> additional(ObjectDecl type, Optional<ObjectPlan> base) {
        Optional<ValuePlan> own =
                type.additional().map(values::of).filter(v -> !v.java().equals(RuntimeTypes.JSON_VALUE));
        for (Optional<ObjectPlan> above = base; above.isPresent(); above = baseOf(above.get())) {
            Optional<ValuePlan> inherited = above.get().additional();
            if (inherited.isPresent()) {
                if (own.isPresent() && !own.equals(inherited)) {
                    problems.warning(
                            "additional-type",
                            type.at(),
                            "The members of any name are of another type in " + type.name()
                                    + " than in the type that it inherits from; they are read as that says.");
                }
                return Optional.empty();
            }
        }
        return own;
    }

    private Optional<ObjectPlan> baseOf(ObjectPlan plan) {
        return planned.values().stream()
                .filter(p -> p.name().equals(plan.base()))
                .findFirst();
    }

    private static String kindName(ObjectDecl type) {
        return switch (type.kind()) {
            case ENTITY -> "Entity type";
            case COMPLEX -> "Complex type";
            case SCHEMA -> "Schema";
        };
    }

    private static ClassName runtimeBase(ObjectDecl type) {
        return switch (type.kind()) {
            case ENTITY -> RuntimeTypes.ODATA_ENTITY;
            case COMPLEX -> RuntimeTypes.ODATA_OBJECT;
            case SCHEMA -> RuntimeTypes.JSON_OBJECT;
        };
    }

    /** A type's discriminator is its own or that of the nearest base. */
    private String discriminator(ObjectDecl type) {
        return type.discriminator()
                .map(Discriminator::property)
                .or(() -> type.base().flatMap(model::object).map(this::discriminator))
                .orElse("");
    }

    private Map<String, ClassName> derivedOf(ObjectDecl type) {
        Map<String, ClassName> all = new LinkedHashMap<>();
        type.discriminator().map(Discriminator::mapping).orElse(Map.of()).forEach((value, id) -> {
            if (!id.equals(type.id()) && isBelow(id, type.id())) {
                all.put(value, names.of(id));
            }
        });
        collectDerived(type, all);
        return all;
    }

    private void collectDerived(ObjectDecl type, Map<String, ClassName> all) {
        for (ObjectDecl below : derived.getOrDefault(type.id(), List.of())) {
            all.putIfAbsent(below.wireType(), names.of(below.id()));
            collectDerived(below, all);
        }
    }

    private boolean isBelow(TypeId id, TypeId above) {
        for (Optional<TypeDecl> at = model.type(id); at.isPresent(); ) {
            Optional<TypeId> base = at.get() instanceof ObjectDecl object ? object.base() : Optional.empty();
            if (base.isPresent() && base.get().equals(above)) {
                return true;
            }
            at = base.flatMap(model::type);
        }
        return false;
    }
}
