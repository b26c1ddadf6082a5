package dev.lathe.processor.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one document offers. Immutable; every {@link TypeRef.Named} in it resolves. */
public final class ApiModel {

    private final ApiInfo info;
    private final Map<TypeId, TypeDecl> types = new LinkedHashMap<>();
    private final List<Resource> resources;
    private final List<ODataOperation> operations;

    /**
     * @param types in document order
     * @param resources in document order
     * @param operations functions and actions of OData; empty for OpenAPI
     */
    public ApiModel(
            ApiInfo info, List<? extends TypeDecl> types, List<Resource> resources, List<ODataOperation> operations) {
        this.info = info;
        types.forEach(type -> this.types.put(type.id(), type));
        this.resources = List.copyOf(resources);
        this.operations = List.copyOf(operations);
    }

    public ApiInfo info() {
        return info;
    }

    public List<TypeDecl> types() {
        return List.copyOf(types.values());
    }

    public Optional<TypeDecl> type(TypeId id) {
        return Optional.ofNullable(types.get(id));
    }

    /** The object type of that id, if it is one. */
    public Optional<ObjectDecl> object(TypeId id) {
        return type(id).filter(ObjectDecl.class::isInstance).map(ObjectDecl.class::cast);
    }

    public List<Resource> resources() {
        return resources;
    }

    public List<ODataOperation> operations() {
        return operations;
    }
}
