package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans the methods for functions and actions, and where each of them stands. */
final class OperationPlanner {

    /** What the runtime's entity sets offer: a bound operation of such a name would read as one of them. */
    private static final String[] GENERIC = {
        "get",
        "find",
        "getIfChanged",
        "create",
        "createAndReturn",
        "createIfAbsent",
        "update",
        "updateAndReturn",
        "upsert",
        "upsertAndReturn",
        "delete",
        "deleteIfUnchanged",
        "associate",
        "disassociate",
        "replace",
        "related",
        "filter",
        "select",
        "expand",
        "orderBy",
        "top",
        "pageSize",
        "withCount",
        "includeAnnotations",
        "withoutAnnotations",
        "option",
        "count",
        "first",
        "toList",
        "stream",
        "pages",
        "iterator",
        "forEach",
        "aggregate",
        "changes",
        "changesSince",
        "getValue",
        "setValue",
        "as",
        "within",
        "media",
        "spliterator",
        "ref",
        "key",
        "service",
        "path",
        "wait",
        "notify",
        "notifyAll",
        "getClass",
        "hashCode",
        "toString",
        "clone",
        "finalize",
        "equals"
    };

    private final ApiModel model;
    private final TypeNames names;
    private final Values values;
    private final List<OptionsPlan> options;
    private final Set<TypeId> setTypes;
    private final Set<TypeId> reachable;
    private final Set<TypeId> contained;

    OperationPlanner(
            ApiModel model,
            TypeNames names,
            Values values,
            List<OptionsPlan> options,
            List<Resource.EntitySet> sets,
            List<Resource.Singleton> singletons) {
        this.model = model;
        this.names = names;
        this.values = values;
        this.options = options;
        this.setTypes = sets.stream().map(Resource.EntitySet::type).collect(Collectors.toSet());
        this.reachable = Stream.concat(setTypes.stream(), singletons.stream().map(Resource.Singleton::type))
                .collect(Collectors.toSet());
        this.contained = model.types().stream()
                .filter(ObjectDecl.class::isInstance)
                .flatMap(type -> ((ObjectDecl) type).navigations().stream())
                .filter(Navigation::contained)
                .map(Navigation::target)
                .collect(Collectors.toSet());
    }

    List<OperationPlan> ofSet(Resource.EntitySet set, ClassName owner, TypeName keyType) {
        Methods methods = new Methods(Scope.ofMembers(GENERIC));
        List<OperationPlan> plans = new ArrayList<>();
        for (ODataOperation operation : boundTo(set.type())) {
            boolean many = operation.binding().orElseThrow().collection();
            Optional<ParameterPlan> key = many ? Optional.empty() : Optional.of(rowKey(keyType));
            plans.add(plan(
                    operation,
                    owner,
                    methods,
                    many ? OperationPlan.Target.SET : OperationPlan.Target.ROW,
                    key,
                    operation.qualifiedName()));
        }
        return plans;
    }

    List<OperationPlan> ofSingleton(Resource.Singleton singleton, ClassName owner) {
        Methods methods = new Methods(Scope.ofMembers(GENERIC));
        return boundTo(singleton.type()).stream()
                .filter(o -> !o.binding().orElseThrow().collection())
                .map(o -> plan(o, owner, methods, OperationPlan.Target.SINGLETON, Optional.empty(), o.qualifiedName()))
                .toList();
    }

    /** Imports, and what is bound to rows that no set or singleton holds, such as those of a common base type. */
    List<OperationPlan> unbound(Scope accessors) {
        Methods methods = new Methods(accessors);
        List<OperationPlan> plans = new ArrayList<>();
        for (ODataOperation operation : model.operations()) {
            if (operation.binding().isEmpty()) {
                operation
                        .importName()
                        .ifPresent(name -> plans.add(
                                plan(operation, null, methods, OperationPlan.Target.UNBOUND, Optional.empty(), name)));
            } else if (!isOffered(operation.binding().get())
                    || isElsewhere(operation.binding().get().type())) {
                boolean rows = operation.binding().get().collection() && isEntity(operation);
                plans.add(plan(
                        operation,
                        null,
                        methods,
                        rows ? OperationPlan.Target.ROWS : OperationPlan.Target.REFERENCE,
                        Optional.of(rows ? anyRows(operation) : anyRow(operation)),
                        operation.qualifiedName()));
            }
        }
        return plans;
    }

    /** Whether any set or singleton has it. */
    private boolean isOffered(ODataOperation.Binding binding) {
        return binding.collection()
                ? setTypes.stream().anyMatch(type -> isOffered(binding, type))
                : reachable.contains(binding.type());
    }

    /** Whether rows of the type are also in sets of a base type, or within other rows. */
    private boolean isElsewhere(TypeId type) {
        return (!setTypes.contains(type) && setTypes.stream().anyMatch(base -> derives(type, base)))
                || contained.stream()
                        .anyMatch(within -> within.equals(type) || derives(type, within) || derives(within, type));
    }

    private List<ODataOperation> boundTo(TypeId type) {
        List<ODataOperation> bound = model.operations().stream()
                .filter(o -> o.binding().filter(b -> isOffered(b, type)).isPresent())
                .toList();
        return bound.stream()
                .filter(o -> bound.stream().noneMatch(other -> overrides(other, o)))
                .toList();
    }

    /**
     * What is bound to a base type can be called on rows of the type as well. One row of a base type that no set holds is
     * pointed at: in Dataverse all tables have that type.
     */
    private boolean isOffered(ODataOperation.Binding binding, TypeId type) {
        return binding.type().equals(type)
                || (derives(type, binding.type()) && (binding.collection() || reachable.contains(binding.type())));
    }

    /** OData Protocol 4.01, section 11.5.2: the overload that is bound to the nearest type counts. */
    private boolean overrides(ODataOperation one, ODataOperation other) {
        ODataOperation.Binding nearer = one.binding().orElseThrow();
        ODataOperation.Binding farther = other.binding().orElseThrow();
        return one.qualifiedName().equals(other.qualifiedName())
                && one.action() == other.action()
                && nearer.collection() == farther.collection()
                && derives(nearer.type(), farther.type())
                && parameterNames(one).equals(parameterNames(other));
    }

    private static Set<String> parameterNames(ODataOperation operation) {
        return operation.parameters().stream()
                .map(ODataOperation.Parameter::wireName)
                .collect(Collectors.toSet());
    }

    private boolean derives(TypeId type, TypeId base) {
        return model.object(type)
                .flatMap(ObjectDecl::base)
                .filter(b -> b.equals(base) || derives(b, base))
                .isPresent();
    }

    private static ParameterPlan rowKey(TypeName keyType) {
        return target("key", keyType, "key of the row that it starts from");
    }

    private ParameterPlan anyRow(ODataOperation operation) {
        ClassName type = names.find(operation.binding().orElseThrow().type()).orElse(RuntimeTypes.ODATA_ENTITY);
        return target(
                "target",
                ParameterizedTypeName.get(RuntimeTypes.ENTITY_REFERENCE, WildcardTypeName.subtypeOf(type)),
                "the row that it starts from");
    }

    private ParameterPlan anyRows(ODataOperation operation) {
        ClassName type = names.find(operation.binding().orElseThrow().type()).orElse(RuntimeTypes.ODATA_ENTITY);
        return target(
                "rows",
                ParameterizedTypeName.get(
                        RuntimeTypes.ENTITY_SET,
                        WildcardTypeName.subtypeOf(type),
                        WildcardTypeName.subtypeOf(Object.class)),
                "the rows that it starts from");
    }

    private boolean isEntity(ODataOperation operation) {
        return model.object(operation.binding().orElseThrow().type())
                .filter(type -> type.kind() == ObjectDecl.Kind.ENTITY)
                .isPresent();
    }

    private static ParameterPlan target(String name, TypeName type, String text) {
        return new ParameterPlan(
                name,
                "",
                type,
                new ValuePlan.Scalar(ScalarPlan.ANY),
                new ParameterPlan.Argument(""),
                false,
                new DocPlan(text, "", false, ""));
    }

    private OperationPlan plan(
            ODataOperation operation,
            @Nullable ClassName owner,
            Methods methods,
            OperationPlan.Target target,
            Optional<ParameterPlan> start,
            String wireName) {
        ParameterNames parameterNames = new ParameterNames();
        start.ifPresent(p -> parameterNames.take(p.name()));
        List<ParameterPlan> required = new ArrayList<>();
        start.ifPresent(required::add);
        List<ParameterPlan> optional = new ArrayList<>();
        for (ODataOperation.Parameter parameter : operation.parameters()) {
            (parameter.optional() ? optional : required).add(parameter(parameter, operation.action(), parameterNames));
        }
        if (required.size() > ResourcePlanner.MOST_POSITIONAL) {
            List<ParameterPlan> named = required.subList(start.isPresent() ? 1 : 0, required.size());
            optional.addAll(0, named);
            named.clear();
        }
        String method = methods.take(
                // A function may have several imports, which are what its callers know.
                Identifiers.camel(target == OperationPlan.Target.UNBOUND ? wireName : operation.name()),
                "Operation",
                required.stream().map(ParameterPlan::java).toList(),
                !optional.isEmpty());
        Optional<ClassName> optionsName = Optional.empty();
        if (!optional.isEmpty()) {
            String prefix = owner == null ? "" : owner.simpleName();
            ClassName className = names.take(prefix + Identifiers.pascal(method) + "Options", "");
            optionsName = Optional.of(className);
            options.add(new OptionsPlan(
                    className,
                    method,
                    optional,
                    new DocPlan(
                            "Optional parameters of " + operation.name() + ".",
                            operation.at().reference(),
                            false,
                            "")));
        }
        return new OperationPlan(
                method,
                wireName,
                operation.action(),
                target,
                required,
                optionsName,
                result(operation),
                DocPlan.of(
                        operation.docs(),
                        operation.at(),
                        (operation.action() ? "Action " : "Function ") + operation.name() + "."));
    }

    private ParameterPlan parameter(ODataOperation.Parameter parameter, boolean action, ParameterNames parameterNames) {
        ValuePlan value = values.of(parameter.type());
        boolean nullable = parameter.optional() || parameter.nullable();
        return new ParameterPlan(
                parameterNames.take(parameter.wireName()),
                parameter.wireName(),
                rows(parameter.type(), action).orElse(nullable ? value.java() : ResourcePlanner.unboxed(value)),
                value,
                new ParameterPlan.Argument(literalType(parameter.type())),
                nullable,
                DocPlan.of(parameter.docs(), parameter.at()));
    }

    /**
     * Rows as parameters: an action takes them by their values, and a list may be one of rows of a derived type; a function,
     * whose parameters stand in a URL, takes references.
     */
    private Optional<TypeName> rows(TypeRef type, boolean action) {
        if (type instanceof TypeRef.ListOf list) {
            return isRow(list.item())
                    ? Optional.of(ParameterizedTypeName.get(
                            ClassName.get(List.class), WildcardTypeName.subtypeOf(row(list.item(), action))))
                    : Optional.empty();
        }
        return isRow(type) && !action ? Optional.of(row(type, false)) : Optional.empty();
    }

    private boolean isRow(TypeRef type) {
        return type instanceof TypeRef.Named named
                && model.object(named.id())
                        .filter(o -> o.kind() == ObjectDecl.Kind.ENTITY)
                        .isPresent();
    }

    private TypeName row(TypeRef type, boolean byValue) {
        TypeName row = values.of(type).java();
        return byValue
                ? row
                : ParameterizedTypeName.get(RuntimeTypes.ENTITY_REFERENCE, WildcardTypeName.subtypeOf(row));
    }

    /** What the class of a value does not tell: the name of an enumeration, or that JSON is a shape. */
    private String literalType(TypeRef type) {
        if (type instanceof TypeRef.ListOf list) {
            return literalType(list.item());
        }
        if (type instanceof TypeRef.Scalar scalar) {
            return switch (scalar.kind()) {
                case GEOGRAPHY -> "geography";
                case GEOMETRY -> "geometry";
                default -> "";
            };
        }
        return type instanceof TypeRef.Named named
                ? model.type(named.id())
                        .filter(EnumDecl.class::isInstance)
                        .map(t -> t.id().value())
                        .orElse("")
                : "";
    }

    private ResultPlan result(ODataOperation operation) {
        if (operation.returns().isEmpty()) {
            return new ResultPlan.None();
        }
        TypeRef type = operation.returns().get();
        if (type instanceof TypeRef.ListOf list) {
            ValuePlan item = values.of(list.item());
            return operation.composable() && isRow(list.item())
                    ? new ResultPlan.Rows(item)
                    : new ResultPlan.Collection(item);
        }
        if (type instanceof TypeRef.Stream) {
            return new ResultPlan.Bytes();
        }
        Optional<TypeDecl> declared = type instanceof TypeRef.Named named ? model.type(named.id()) : Optional.empty();
        if (declared.isPresent() && declared.get() instanceof ObjectDecl object) {
            boolean entity = object.kind() == ObjectDecl.Kind.ENTITY;
            return new ResultPlan.Value(values.of(type), entity || operation.nullableResult());
        }
        return new ResultPlan.Wrapped(values.of(type), operation.nullableResult());
    }
}
