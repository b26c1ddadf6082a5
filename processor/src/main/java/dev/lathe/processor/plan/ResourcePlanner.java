package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.HttpOperation.Body;
import dev.lathe.processor.model.HttpOperation.Field;
import dev.lathe.processor.model.HttpOperation.Parameter;
import dev.lathe.processor.model.HttpOperation.Style;
import dev.lathe.processor.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the resource interfaces of OpenAPI and their methods. */
final class ResourcePlanner {

    /** The class file format allows 255 parameters, and a long counts twice. Beyond this many all of them become options. */
    static final int MOST_POSITIONAL = 100;

    /** What one class of options is made for: the forms of an operation, as far as they take the same. */
    private record SameOptions(String operation, List<ParameterPlan> parameters) {}

    private final TypeNames names;
    private final Values values;
    private final Scope accessors;
    private final List<OptionsPlan> options;
    private final ResultPlanner results;
    private final Map<SameOptions, ClassName> optionsOf = new HashMap<>();

    ResourcePlanner(TypeNames names, Values values, Scope accessors, List<OptionsPlan> options, ResultPlanner results) {
        this.names = names;
        this.values = values;
        this.accessors = accessors;
        this.options = options;
        this.results = results;
    }

    List<ResourcePlan> plan(List<Resource.Tagged> resources) {
        // Interfaces first, so that what is made for one operation cannot take the name of a resource.
        List<ClassName> interfaces = resources.stream()
                .map(r -> names.take(Identifiers.pascal(r.name()), "Resource"))
                .toList();
        List<ResourcePlan> plans = new ArrayList<>();
        for (int i = 0; i < resources.size(); i++) {
            plans.add(plan(resources.get(i), interfaces.get(i)));
        }
        return plans;
    }

    private ResourcePlan plan(Resource.Tagged resource, ClassName name) {
        Scope methods = Scope.ofMembers(
                "wait", "notify", "notifyAll", "getClass", "hashCode", "toString", "clone", "finalize", "equals");
        ClassName client = names.take(name.simpleName() + "Client", "");
        List<CallPlan> calls = resource.operations().stream()
                .map(operation -> call(operation, name, methods))
                .toList();
        return new ResourcePlan(
                name,
                client,
                accessors.take(Identifiers.camel(resource.name()), "Resource"),
                calls,
                results.headers(resource.operations()),
                DocPlan.of(resource.docs(), resource.at(), resource.name()));
    }

    private CallPlan call(HttpOperation operation, ClassName resource, Scope methods) {
        String method = methods.take(Identifiers.camel(operation.name()));
        ParameterNames parameterNames = new ParameterNames();
        List<ParameterPlan> all = new ArrayList<>();
        List<ParameterPlan> optional = new ArrayList<>();
        operation.parameters().stream()
                .filter(p -> p.required())
                .forEach(p -> all.add(parameter(p, operation, parameterNames)));
        operation.body().ifPresent(body -> body(body, operation, parameterNames, all, optional));
        Optional<String> pageParameter = operation.paging().map(HttpOperation.Paging::page);
        operation.parameters().stream()
                .filter(p -> !p.required() && !pageParameter.equals(Optional.of(p.wireName())))
                .forEach(p -> optional.add(parameter(p, operation, parameterNames)));

        List<ParameterPlan> required = all;
        if (all.size() > MOST_POSITIONAL) {
            optional.addAll(0, all);
            required = List.of();
        }
        Optional<ClassName> optionsName = Optional.empty();
        if (!optional.isEmpty()) {
            optionsName = Optional.of(optionsOf.computeIfAbsent(
                    new SameOptions(operation.at().reference(), optional),
                    none -> newOptions(resource, method, optional, operation)));
        }
        return new CallPlan(
                method,
                operation.method(),
                operation.path(),
                required,
                optionsName,
                results.result(operation),
                results.errors(operation),
                results.accept(operation),
                operation.server().orElse(""),
                operation.body().map(ResourcePlanner::multipart).orElse(""),
                CallDocs.of(operation));
    }

    private static String multipart(Body body) {
        boolean parts = isMultipart(body) && !body.fields().isEmpty();
        return parts && !body.mediaType().startsWith("multipart/form-data") ? body.mediaType() : "";
    }

    private static boolean isMultipart(Body body) {
        return body.mediaType().startsWith("multipart/");
    }

    private ClassName newOptions(
            ClassName resource, String method, List<ParameterPlan> parameters, HttpOperation operation) {
        ClassName name = names.take(resource.simpleName() + Identifiers.pascal(method) + "Options", "");
        options.add(options(name, resource.simpleName() + "." + method, parameters, operation));
        return name;
    }

    private static OptionsPlan options(
            ClassName name, String operation, List<ParameterPlan> parameters, HttpOperation source) {
        return new OptionsPlan(
                name,
                operation,
                parameters,
                new DocPlan(
                        "Optional parameters of " + operation + ".", source.at().reference(), false, ""));
    }

    private ParameterPlan parameter(Parameter parameter, HttpOperation operation, ParameterNames parameterNames) {
        ValuePlan value = values.of(parameter.type());
        String method = parameter.in().name().toLowerCase(java.util.Locale.ROOT);
        boolean elsewhere = operation.parameters().stream()
                .anyMatch(p -> p.in() != parameter.in() && p.wireName().equalsIgnoreCase(parameter.wireName()));
        return new ParameterPlan(
                parameterNames.take(parameter.wireName(), elsewhere ? Identifiers.pascal(method) : ""),
                parameter.wireName(),
                parameter.required() ? unboxed(value) : value.java(),
                value,
                styled(method, parameter.style(), parameter.explode(), parameter.allowReserved()),
                !parameter.required(),
                DocPlan.of(parameter.docs(), parameter.at()));
    }

    private static ParameterPlan.Styled styled(String method, Style style, boolean explode, boolean allowReserved) {
        boolean form = Set.of("query", "cookie", "form").contains(method);
        boolean byDefault = !allowReserved && explode == form && style == (form ? Style.FORM : Style.SIMPLE);
        return new ParameterPlan.Styled(method, style.name(), explode, allowReserved, byDefault);
    }

    private void body(
            Body body,
            HttpOperation operation,
            ParameterNames parameterNames,
            List<ParameterPlan> required,
            List<ParameterPlan> optional) {
        if (body.fields().isEmpty()) {
            ValuePlan value = values.of(body.type());
            String name = value instanceof ValuePlan.Declared declared
                    ? declared.java().simpleName()
                    : "body";
            required.add(new ParameterPlan(
                    parameterNames.take(name),
                    "",
                    value.java(),
                    value,
                    new ParameterPlan.Whole(body.mediaType(), body.json(), body.required() && body.nullable()),
                    !body.required() || body.nullable(),
                    DocPlan.of(body.docs(), body.at())));
            return;
        }
        boolean multipart = isMultipart(body);
        for (Field field : body.fields()) {
            ValuePlan value = values.of(field.type());
            // Most documents forget to say that the body is required where fields of it are.
            boolean named = !field.wireName().isEmpty();
            boolean needed = field.required() && (named || body.required());
            ParameterPlan parameter = new ParameterPlan(
                    parameterNames.take(
                            field.wireName().isEmpty() ? "fields" : field.wireName(),
                            operation.parameters().stream()
                                            .anyMatch(p -> p.wireName().equalsIgnoreCase(field.wireName()))
                                    ? "Field"
                                    : ""),
                    field.wireName(),
                    needed ? unboxed(value) : value.java(),
                    value,
                    multipart ? part(field) : styled("form", field.style(), field.explode(), false),
                    !needed,
                    value instanceof ValuePlan.Streamed && multipart
                            ? DocPlan.of(field.docs(), field.at())
                                    .saying("An Upload gives it the name of a file and a type.")
                            : DocPlan.of(field.docs(), field.at()));
            (needed ? required : optional).add(parameter);
        }
    }

    private static ParameterPlan.Part part(Field field) {
        String style = field.style() == Style.PART ? "" : field.style().name();
        return new ParameterPlan.Part(field.contentType(), style, field.explode());
    }

    static TypeName unboxed(ValuePlan value) {
        return value.java().isBoxedPrimitive() ? value.java().unbox() : value.java();
    }
}
