package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayList;
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
            Map.entry(ScalarKind.BASE64URL, new Kind("BinaryColumn", "of"))));

    private final ApiModel model;
    private final TypeNames names;
    private final Values values;
    private final Lineage lineage;
    private final Map<TypeId, ClassName> columnsIn;

    ColumnsPlanner(ApiModel model, TypeNames names, Values values, Lineage lineage, Map<TypeId, ClassName> columnsIn) {
        this.model = model;
        this.names = names;
        this.values = values;
        this.lineage = lineage;
        this.columnsIn = columnsIn;
    }

    ColumnsPlan of(ObjectDecl type) {
        Scope constants = Scope.ofMembers();
        List<ColumnsPlan.Column> columns = new ArrayList<>();
        for (Property property : lineage.properties(type)) {
            if (!(property.type() instanceof TypeRef.Stream)) {
                columns.add(column(property, constants.take(Identifiers.constant(property.wireName()))));
            }
        }
        List<ColumnsPlan.Link> links = new ArrayList<>();
        for (Navigation navigation : lineage.navigations(type)) {
            links.add(new ColumnsPlan.Link(
                    constants.take(Identifiers.constant(navigation.wireName()), "_LINK"),
                    navigation.wireName(),
                    navigation.collection() ? RuntimeTypes.TO_MANY : RuntimeTypes.TO_ONE,
                    // A table that was left out of the client can still be bound, though not expanded into a class.
                    names.find(navigation.target()).orElse(RuntimeTypes.ODATA_ENTITY),
                    DocPlan.of(navigation.docs(), navigation.at())));
        }
        return new ColumnsPlan(names.of(type.id()), columns, links);
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
        return of(
                type instanceof TypeRef.ListOf ? "CollectionColumn" : "OtherColumn",
                List.of(),
                "",
                property,
                constant,
                docs);
    }

    private static ColumnsPlan.Column of(
            String type, List<TypeName> arguments, String enumType, Property property, String constant, DocPlan docs) {
        return new ColumnsPlan.Column(
                constant, property.wireName(), RuntimeTypes.column(type), arguments, "of", enumType, docs);
    }

    /** Types without a set whose columns a query can reach: through a navigation, or inside of a complex value. */
    List<ColumnsHolderPlan> holders() {
        Set<TypeId> reached = new LinkedHashSet<>();
        columnsIn.keySet().stream()
                .sorted(java.util.Comparator.comparing(TypeId::value))
                .forEach(id -> model.object(id).ifPresent(type -> reach(type, reached)));
        return reached.stream()
                .filter(id -> !columnsIn.containsKey(id))
                .map(id -> model.object(id).orElseThrow())
                .filter(type -> !lineage.properties(type).isEmpty()
                        || !lineage.navigations(type).isEmpty())
                .map(this::holder)
                .toList();
    }

    private void reach(ObjectDecl type, Set<TypeId> reached) {
        for (Property property : lineage.properties(type)) {
            if (property.type() instanceof TypeRef.Named named) {
                next(named.id(), reached);
            }
        }
        lineage.navigations(type).forEach(navigation -> next(navigation.target(), reached));
    }

    private void next(TypeId id, Set<TypeId> reached) {
        model.object(id).ifPresent(type -> {
            if (!columnsIn.containsKey(id) && reached.add(id)) {
                reach(type, reached);
            }
        });
    }

    private ColumnsHolderPlan holder(ObjectDecl type) {
        ClassName of = names.of(type.id());
        return new ColumnsHolderPlan(
                names.take(of.simpleName() + "Columns", ""),
                of(type),
                new DocPlan(
                        "Columns of " + type.name() + " for queries.", type.at().reference(), false, ""));
    }
}
