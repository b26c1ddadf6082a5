package dev.lathe.processor.select;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Discriminator;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The types that operations of OpenAPI need, directly or through others. */
final class Reachable {

    private final Set<TypeId> reached = new HashSet<>();
    private final Deque<TypeId> open = new ArrayDeque<>();

    private Reachable() {}

    /** In the order of the document. */
    static List<TypeDecl> from(List<HttpOperation> operations, ApiModel model) {
        var reachable = new Reachable();
        operations.forEach(reachable::operation);
        while (!reachable.open.isEmpty()) {
            model.type(reachable.open.pop()).ifPresent(reachable::declaration);
        }
        return model.types().stream()
                .filter(type -> reachable.reached.contains(type.id()))
                .toList();
    }

    private void operation(HttpOperation operation) {
        operation.parameters().forEach(parameter -> type(parameter.type()));
        operation.body().ifPresent(body -> {
            type(body.type());
            body.fields().forEach(field -> type(field.type()));
        });
        operation.responses().forEach(response -> {
            response.type().ifPresent(this::type);
            response.headers().forEach(header -> type(header.type()));
        });
        operation.answers().ifPresent(this::type);
        operation.paging().ifPresent(paging -> type(paging.item()));
    }

    private void declaration(TypeDecl declaration) {
        if (declaration instanceof ObjectDecl object) {
            object.base().ifPresent(this::id);
            object.properties().forEach(property -> type(property.type()));
            object.additional().ifPresent(this::type);
            discriminator(object.discriminator());
        } else if (declaration instanceof UnionDecl union) {
            union.cases().forEach(this::type);
            discriminator(union.discriminator());
        }
    }

    private void discriminator(Optional<Discriminator> discriminator) {
        discriminator.ifPresent(d -> d.mapping().values().forEach(this::id));
    }

    private void type(TypeRef type) {
        TypeRef at = type;
        while (at instanceof TypeRef.ListOf || at instanceof TypeRef.MapOf) {
            at = at instanceof TypeRef.ListOf list ? list.item() : ((TypeRef.MapOf) at).value();
        }
        if (at instanceof TypeRef.Named named) {
            id(named.id());
        }
    }

    private void id(TypeId id) {
        if (reached.add(id)) {
            open.push(id);
        }
    }
}
