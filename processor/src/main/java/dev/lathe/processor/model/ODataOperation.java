package dev.lathe.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A function or an action of OData.
 *
 * @param name simple name
 * @param qualifiedName namespace and name, as a bound call writes it
 * @param action whether it is an action (POST) rather than a function (GET)
 * @param binding what it is bound to; empty when unbound
 * @param parameters without the binding parameter
 * @param returns empty when it returns nothing
 * @param nullableResult whether the service may answer with nothing although something is returned
 * @param importName name in the container, which an unbound call writes; empty without an import
 * @param composable whether query options may follow
 */
public record ODataOperation(
        String name,
        String qualifiedName,
        boolean action,
        Optional<Binding> binding,
        List<Parameter> parameters,
        Optional<TypeRef> returns,
        boolean nullableResult,
        Optional<String> importName,
        boolean composable,
        Docs docs,
        SpecPath at) {

    public ODataOperation {
        parameters = List.copyOf(parameters);
    }

    /** The type that a bound operation starts from. */
    public record Binding(TypeId type, boolean collection) {}

    /** A parameter, passed by name. */
    public record Parameter(
            String wireName, TypeRef type, boolean optional, boolean nullable, Docs docs, SpecPath at) {}
}
