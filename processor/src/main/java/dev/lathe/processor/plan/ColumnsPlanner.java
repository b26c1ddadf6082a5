package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the constants that queries are written with. */
final class ColumnsPlanner {

    private record Kind(String type, String factory) {}

    private static final Map<ScalarKind, Kind> KINDS = new EnumMap<>(Map.ofEntries(
            Map.entry(ScalarKind.STRING, new Kind("TextColumn", "of")),
            Map.entry(ScalarKind.BOOLEAN, new Kind("BooleanColumn", "of")),
            Map.entry(ScalarKind.INT8, new Kind("NumberColumn", "int8")),
            Map.entry(ScalarKind.UINT8, new Kind("NumberColumn", "uint8")),
            Map.entry(ScalarKind.INT16, new Kind("NumberColumn", "int16")),
            Map.entry(ScalarKind.INT32, new Kind("NumberColumn", "int32")),
            Map.entry(ScalarKind.INT64, new Kind("NumberColumn", "int64")),
            Map.entry(ScalarKind.FLOAT, new Kind("NumberColumn", "float32")),
            Map.entry(ScalarKind.DOUBLE, new Kind("NumberColumn", "float64")),
            Map.entry(ScalarKind.DECIMAL, new Kind("NumberColumn", "decimal")),
            Map.entry(ScalarKind.UUID, new Kind("GuidColumn", "of")),
            Map.entry(ScalarKind.DATE_TIME, new Kind("DateTimeColumn", "of")),
            Map.entry(ScalarKind.DATE, new Kind("DateColumn", "of")),
            Map.entry(ScalarKind.TIME_OF_DAY, new Kind("TimeColumn", "of")),
            Map.entry(ScalarKind.DURATION, new Kind("DurationColumn", "of")),
            Map.entry(ScalarKind.BASE64URL, new Kind("BinaryColumn", "of")),
            Map.entry(ScalarKind.GEOGRAPHY, new Kind("GeoColumn", "geography")),
            Map.entry(ScalarKind.GEOMETRY, new Kind("GeoColumn", "geometry"))));

    private final ApiModel model;
    private final TypeNames names;
    private final Values values;
    private final Lineage lineage;
    private final EntityKeys keys;
    private final Map<TypeId, ClassName> columnsIn;
    private final Problems problems;

    ColumnsPlanner(
            ApiModel model,
            TypeNames names,
            Values values,
            Lineage lineage,
            EntityKeys keys,
            Map<TypeId, ClassName> columnsIn,
            Problems problems) {
        this.model = model;
        this.names = names;
        this.values = values;
        this.lineage = lineage;
        this.keys = keys;
        this.columnsIn = columnsIn;
        this.problems = problems;
    }

    /**
     * The constants of one type.
     *
     * @param classes names that a class which inherits the constants needs for classes
     */
    ColumnsPlan of(ObjectDecl type, Set<String> classes) {
        Scope constants = Scope.ofMembers().reserve(classes);
        List<ColumnsPlan.Column> columns = new ArrayList<>();
        List<ColumnsPlan.Streamed> streams = new ArrayList<>();
        for (Property property : lineage.properties(type)) {
            String constant = constants.take(constant(property.wireName(), "_COLUMN", classes));
            if (property.type() instanceof TypeRef.Stream) {
                streams.add(new ColumnsPlan.Streamed(
                        constant, property.wireName(), DocPlan.of(property.docs(), property.at())));
            } else {
                columns.add(column(property, constant));
            }
        }
        if (lineage.isMedia(type)) {
            streams.add(new ColumnsPlan.Streamed(
                    constants.take("MEDIA", "_STREAM"),
                    "",
                    new DocPlan("What a row is about.", type.at().reference(), false, "")));
        }
        List<ColumnsPlan.Link> links = new ArrayList<>();
        for (Navigation navigation : lineage.navigations(type)) {
            links.add(link(navigation, constants.take(constant(navigation.wireName(), "_LINK", classes), "_LINK")));
        }
        return new ColumnsPlan(names.of(type.id()), columns, streams, links);
    }

    private static String constant(String wireName, String suffix, Set<String> classes) {
        String constant = Identifiers.constant(wireName);
        return classes.contains(constant) ? constant + suffix : constant;
    }

    private ColumnsPlan.Link link(Navigation navigation, String constant) {
        // A table that was left out of the client can still be bound, though not expanded into a class.
        Optional<ClassName> known = names.find(navigation.target());
        TypeName target = known.orElse(RuntimeTypes.ODATA_ENTITY);
        DocPlan documented = DocPlan.of(navigation.docs(), navigation.at());
        DocPlan docs = known.isPresent()
                ? documented
                : documented.and("Leads to " + navigation.target().value() + ", for which this client has no class.");
        if (!navigation.collection()) {
            return new ColumnsPlan.Link(
                    constant, navigation.wireName(), RuntimeTypes.TO_ONE, List.of(target), "of", docs);
        }
        Optional<TypeName> key = navigation.contained()
                ? model.object(navigation.target()).map(keys::of).flatMap(EntityKeys.Planned::type)
                : Optional.empty();
        return key.map(type -> new ColumnsPlan.Link(
                        constant, navigation.wireName(), RuntimeTypes.CONTAINED, List.of(target, type), "within", docs))
                .orElseGet(() -> new ColumnsPlan.Link(
                        constant, navigation.wireName(), RuntimeTypes.TO_MANY, List.of(target), "of", docs));
    }

    private ColumnsPlan.Column column(Property property, String constant) {
        DocPlan docs = DocPlan.of(property.docs(), property.at());
        TypeRef type = property.type();
        if (type instanceof TypeRef.Scalar scalar && KINDS.containsKey(scalar.kind())) {
            Kind kind = KINDS.get(scalar.kind());
            List<TypeName> number =
                    kind.type().equals("NumberColumn") ? List.of(values.of(type).java()) : List.of();
            return new ColumnsPlan.Column(
                    constant, property.wireName(), RuntimeTypes.column(kind.type()), number, kind.factory(), "", docs);
        }
        if (type instanceof TypeRef.Named named) {
            Optional<TypeDecl> declared = model.type(named.id());
            if (declared.isPresent() && declared.get() instanceof EnumDecl decl) {
                return of("EnumColumn", List.of(names.of(decl.id())), decl.id().value(), property, constant, docs);
            }
            if (declared.isPresent()) {
                return of("ComplexColumn", List.of(names.of(named.id())), "", property, constant, docs);
            }
        }
        Optional<ObjectDecl> item = item(type).flatMap(model::object);
        if (item.isPresent()) {
            ClassName of = names.of(item.get().id());
            return of("ComplexCollectionColumn", List.of(of), "", property, constant, docs);
        }
        return of(
                type instanceof TypeRef.ListOf ? "CollectionColumn" : "OtherColumn",
                List.of(),
                "",
                property,
                constant,
                docs);
    }

    private static Optional<TypeId> item(TypeRef type) {
        return type instanceof TypeRef.ListOf list && list.item() instanceof TypeRef.Named named
                ? Optional.of(named.id())
                : Optional.empty();
    }

    private static ColumnsPlan.Column of(
            String type, List<TypeName> arguments, String enumType, Property property, String constant, DocPlan docs) {
        return new ColumnsPlan.Column(
                constant, property.wireName(), RuntimeTypes.column(type), arguments, "of", enumType, docs);
    }

    /**
     * Types without a set whose columns a query can reach: of singletons, through a navigation, inside of complex
     * values, and of types derived from those; and types with navigations, which may be rows in parameters and results of
     * operations.
     */
    List<ColumnsHolderPlan> holders(List<TypeId> singletons) {
        Set<TypeId> addressed = reached(singletons, false);
        reportUnreachableStreams(addressed);
        Set<TypeId> held = reached(singletons, true);
        model.types().stream()
                .filter(ObjectDecl.class::isInstance)
                .map(ObjectDecl.class::cast)
                .filter(type -> !lineage.navigations(type).isEmpty())
                .forEach(type -> held.add(type.id()));
        return held.stream()
                .filter(id -> !columnsIn.containsKey(id))
                .map(id -> model.object(id).orElseThrow())
                .filter(type -> !lineage.properties(type).isEmpty()
                        || !lineage.navigations(type).isEmpty()
                        || lineage.isMedia(type))
                .map(type -> holder(type, addressed.contains(type.id())))
                .toList();
    }

    /**
     * Types that a query can get to.
     *
     * @param items whether also as items of collections, which have conditions but no address
     */
    private Set<TypeId> reached(List<TypeId> singletons, boolean items) {
        Set<TypeId> reached = new LinkedHashSet<>();
        Deque<TypeId> open = new ArrayDeque<>(columnsIn.keySet().stream()
                .sorted(Comparator.comparing(TypeId::value))
                .toList());
        open.addAll(singletons);
        while (!open.isEmpty()) {
            TypeId id = open.pop();
            Optional<ObjectDecl> type = model.object(id);
            if (type.isPresent() && reached.add(id)) {
                below(type.get(), items).forEach(open::push);
            }
        }
        return reached;
    }

    /** Types that a query can get to from this one, in one step. */
    private List<TypeId> below(ObjectDecl type, boolean items) {
        List<TypeId> below = new ArrayList<>();
        for (Property property : lineage.properties(type)) {
            if (property.type() instanceof TypeRef.Named named) {
                below.add(named.id());
            }
            if (items) {
                item(property.type()).ifPresent(below::add);
            }
        }
        lineage.navigations(type).forEach(navigation -> below.add(navigation.target()));
        below.addAll(lineage.derived(type.id()));
        return below;
    }

    /**
     * The bytes of an item of a collection have an address only if the item itself says so. A base type that nothing
     * leads to lends its streams to the types derived from it.
     */
    private void reportUnreachableStreams(Set<TypeId> reached) {
        for (TypeDecl type : model.types()) {
            if (type instanceof ObjectDecl object && !leadsTo(reached, type.id())) {
                object.properties().stream()
                        .filter(property -> property.type() instanceof TypeRef.Stream)
                        .forEach(property -> problems.warning(
                                "stream-property",
                                property.at(),
                                "'" + property.wireName() + "' is a stream of a type that no entity set, singleton or"
                                        + " navigation leads to; it is left out."));
                if (object.media()) {
                    problems.warning(
                            "stream-property",
                            object.at(),
                            "'" + object.name()
                                    + "' describes bytes, but no entity set, singleton or navigation leads to"
                                    + " it; the bytes are left out.");
                }
            }
        }
    }

    private boolean leadsTo(Set<TypeId> reached, TypeId type) {
        return reached.contains(type) || lineage.derived(type).stream().anyMatch(derived -> leadsTo(reached, derived));
    }

    private ColumnsHolderPlan holder(ObjectDecl type, boolean addressable) {
        ClassName of = names.of(type.id());
        ColumnsPlan columns = of(type, Set.of());
        return new ColumnsHolderPlan(
                names.take(of.simpleName() + "Columns", ""),
                addressable ? columns : columns.withoutStreams(),
                new DocPlan(
                        "Columns of " + type.name() + " for queries.", type.at().reference(), false, ""));
    }
}
