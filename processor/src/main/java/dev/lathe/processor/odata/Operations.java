package dev.lathe.processor.odata;

import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.olingo.commons.api.edm.provider.CsdlFunction;
import org.apache.olingo.commons.api.edm.provider.CsdlOperation;
import org.apache.olingo.commons.api.edm.provider.CsdlParameter;
import org.apache.olingo.commons.api.edm.provider.CsdlReturnType;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;

/** Makes the model's functions and actions: the bound ones, and the unbound ones that have an import. */
final class Operations {

    private final TypeNames names;
    private final Vocabulary vocabulary;
    private final Marks marks;
    private final Findings findings;
    private final boolean dataverse;

    /** What an overload is told by: two of the same cannot be told apart in a call. */
    private record Signature(
            String name, boolean action, Optional<ODataOperation.Binding> binding, Set<String> parameters) {}

    private record Placed(int offset, ODataOperation operation) {}

    Operations(TypeNames names, Vocabulary vocabulary, Marks marks, Findings findings, boolean dataverse) {
        this.names = names;
        this.vocabulary = vocabulary;
        this.marks = marks;
        this.findings = findings;
        this.dataverse = dataverse;
    }

    List<ODataOperation> all(List<CsdlSchema> schemas, List<Containers.Import> imports) {
        Map<String, List<Containers.Import>> importsOf = new HashMap<>();
        Set<String> declared = new LinkedHashSet<>();
        Set<String> unbound = new HashSet<>();
        for (Containers.Import one : imports) {
            importsOf
                    .computeIfAbsent(names.qualify(one.operation()) + one.action(), operation -> new ArrayList<>(1))
                    .add(one);
        }
        List<Placed> operations = new ArrayList<>();
        Set<Signature> signatures = new HashSet<>();
        for (CsdlSchema schema : schemas) {
            Map<String, Integer> ordinals = new HashMap<>();
            unbound(schema, schema.getFunctions(), false).forEach(unbound::add);
            unbound(schema, schema.getActions(), true).forEach(unbound::add);
            schema.getFunctions()
                    .forEach(function ->
                            read(schema, function, false, ordinals, importsOf, signatures, declared, operations));
            schema.getActions()
                    .forEach(action ->
                            read(schema, action, true, ordinals, importsOf, signatures, declared, operations));
        }
        reportDangling(imports, declared, unbound);
        operations.sort(Comparator.comparingInt(Placed::offset));
        return operations.stream().map(Placed::operation).toList();
    }

    private static Stream<String> unbound(CsdlSchema schema, List<? extends CsdlOperation> operations, boolean action) {
        return operations.stream()
                .filter(operation -> !operation.isBound())
                .map(operation -> Marks.type(schema.getNamespace(), operation.getName()) + action);
    }

    private void read(
            CsdlSchema schema,
            CsdlOperation operation,
            boolean action,
            Map<String, Integer> ordinals,
            Map<String, List<Containers.Import>> importsOf,
            Set<Signature> signatures,
            Set<String> declared,
            List<Placed> into) {
        String name = operation.getName();
        String qualified = Marks.type(schema.getNamespace(), name);
        int ordinal = ordinals.merge((action ? "action " : "function ") + name, 1, Integer::sum) - 1;
        String place = Marks.operation(action, schema.getNamespace(), name, ordinal);
        declared.add(qualified + action);
        List<CsdlParameter> parameters = operation.getParameters();
        Optional<ODataOperation.Binding> binding = Optional.empty();
        List<Optional<Containers.Import>> calls = List.of(Optional.empty());
        if (operation.isBound()) {
            binding = binding(operation, place);
            if (binding.isEmpty()) {
                return;
            }
            parameters = parameters.subList(1, parameters.size());
        } else {
            calls = importsOf.getOrDefault(qualified + action, List.of()).stream()
                    .map(Optional::of)
                    .toList();
            if (calls.isEmpty()) {
                reportUnreachable(operation, action, place);
                return;
            }
        }
        Set<String> parameterNames = new HashSet<>();
        parameters.forEach(parameter -> parameterNames.add(parameter.getName()));
        if (!signatures.add(new Signature(qualified, action, binding, parameterNames))) {
            findings.warning(
                    "duplicate-definition",
                    marks.at(place),
                    "'" + name
                            + "' is defined twice with the same binding and parameters; the first definition counts.");
            return;
        }
        CsdlReturnType returns = operation.getReturnType();
        for (Optional<Containers.Import> call : calls) {
            into.add(new Placed(
                    marks.get(place).offset(),
                    new ODataOperation(
                            name,
                            qualified,
                            action,
                            binding,
                            parameters(parameters, action, place),
                            returns(returns, place),
                            returns != null && returns.isNullable() && !returns.isCollection(),
                            call.map(Containers.Import::name),
                            operation instanceof CsdlFunction function && function.isComposable(),
                            docs(place, call),
                            marks.at(place))));
        }
    }

    /** What the operation says of itself, or its import of it, and of what it returns. */
    private Docs docs(String place, Optional<Containers.Import> call) {
        Docs own = vocabulary.docs(marks.get(place).annotations());
        Docs imported = call.map(one -> vocabulary.docs(marks.get(one.place()).annotations()))
                .orElse(Docs.NONE);
        Docs result = Optional.ofNullable(marks.find(Marks.returned(place)))
                .map(mark -> vocabulary.docs(mark.annotations()))
                .orElse(Docs.NONE);
        Docs docs = Docs.of(own.text().isEmpty() ? imported.text() : own.text());
        if (!result.text().isEmpty()) {
            docs = Docs.of(docs.text() + "\n\nReturns: " + result.text());
        }
        Docs deprecated = own.deprecated() ? own : imported;
        return deprecated.deprecated() ? docs.deprecated(deprecated.deprecation()) : docs;
    }

    private Optional<ODataOperation.Binding> binding(CsdlOperation operation, String place) {
        if (operation.getParameters().isEmpty()) {
            findings.warning(
                    "missing-binding",
                    marks.at(place),
                    "'" + operation.getName() + "' is bound but has no parameter to be bound by; it is left out.");
            return Optional.empty();
        }
        CsdlParameter first = operation.getParameters().get(0);
        Optional<TypeId> type = names.find(first.getType(), TypeNames.Kind.ENTITY, TypeNames.Kind.COMPLEX);
        if (type.isEmpty() && names.isKnown(first.getType())) {
            findings.warning(
                    "binding-type",
                    marks.at(Marks.member(place, first.getName())),
                    "'" + operation.getName() + "' is bound to '" + first.getType()
                            + "'. Only what is bound to an entity or a complex type of the document can be called; it is"
                            + " left out.");
        } else if (type.isEmpty()) {
            names.unknown(
                    first.getType(),
                    marks.at(Marks.member(place, first.getName())),
                    "operations bound to it are left out");
        }
        return type.map(id -> new ODataOperation.Binding(id, first.isCollection()));
    }

    private List<ODataOperation.Parameter> parameters(List<CsdlParameter> parameters, boolean action, String place) {
        return parameters.stream()
                .map(parameter -> {
                    String key = Marks.member(place, parameter.getName());
                    SpecPath at = marks.at(key);
                    var annotations = marks.get(key).annotations();
                    // OData JSON 4.01, section 18: a parameter of an action that is null may be left out.
                    boolean optional = vocabulary.isOptional(annotations)
                            || (action && parameter.isNullable() && !parameter.isCollection());
                    return new ODataOperation.Parameter(
                            parameter.getName(),
                            inJson(names.type(parameter.getType(), parameter.isCollection(), at)),
                            optional || (action && parameter.isNullable()),
                            parameter.isNullable() && !parameter.isCollection(),
                            vocabulary.docs(annotations),
                            at);
                })
                .toList();
    }

    /** OData JSON 4.01, section 9: a stream that stands among other values is spelled as binary values are. */
    private static TypeRef inJson(TypeRef type) {
        return type instanceof TypeRef.Stream ? new TypeRef.Scalar(ScalarKind.BASE64URL) : type;
    }

    private Optional<TypeRef> returns(CsdlReturnType returns, String place) {
        return returns == null
                ? Optional.empty()
                : Optional.of(names.type(returns.getType(), returns.isCollection(), marks.at(place)));
    }

    /** An unbound operation without an import has no address; a function may still be of use within a filter. */
    private void reportUnreachable(CsdlOperation operation, boolean action, String place) {
        boolean queryFunction = dataverse
                && !action
                && operation.getReturnType() != null
                && operation.getReturnType().getType().equals("Edm.Boolean");
        if (!queryFunction) {
            findings.warning(
                    "no-import",
                    marks.at(place),
                    "The unbound " + (action ? "action" : "function") + " '" + operation.getName()
                            + "' has no import in the entity container, so it cannot be called; it is left out.");
        }
    }

    private void reportDangling(List<Containers.Import> imports, Set<String> declared, Set<String> unbound) {
        for (Containers.Import one : imports) {
            String operation = names.qualify(one.operation()) + one.action();
            if (declared.contains(operation) && !unbound.contains(operation)) {
                findings.warning(
                        "unknown-operation",
                        marks.at(one.place()),
                        "The " + (one.action() ? "action" : "function") + " '" + one.operation()
                                + "' is bound, so it has no address of its own; its import is left out, and it is called"
                                + " where it is bound.");
            } else if (!declared.contains(operation)) {
                List<String> sameKind = declared.stream()
                        .filter(name -> name.endsWith(String.valueOf(one.action())))
                        .map(name -> name.substring(
                                0, name.length() - String.valueOf(one.action()).length()))
                        .toList();
                findings.warning(
                        "unknown-operation",
                        marks.at(one.place()),
                        "The document declares no " + (one.action() ? "action" : "function") + " '" + one.operation()
                                + "'; its import is left out.",
                        () -> Nearest.hint(names.qualify(one.operation()), sameKind));
            }
        }
    }
}
