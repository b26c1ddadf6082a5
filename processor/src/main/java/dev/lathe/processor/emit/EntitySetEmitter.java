package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.EntitySetPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.List;
import java.util.stream.Stream;

/** Emits the interface of an entity set: its columns, references to its rows, and what is bound to it. */
final class EntitySetEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.sets().stream().map(s -> Sources.file(plan, s.name(), type(plan, s), getClass()));
    }

    private static TypeSpec.Builder type(ClientPlan plan, EntitySetPlan set) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(set.name())
                .addModifiers(PUBLIC)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.ENTITY_SET, set.entity(), set.keyType()))
                .addJavadoc(Javadocs.of(set.docs()));
        if (set.docs().deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        set.columns()
                .ifPresentOrElse(
                        columns -> Columns.addTo(type, columns),
                        () -> type.addJavadoc("\n<p>Columns for queries stand in {@link $T}.", set.columnsIn()));
        if (!set.keyParts().isEmpty()) {
            if (set.hasCompositeKey()) {
                type.addMethod(key(set));
            }
            type.addMethod(reference(set));
        }
        set.alternateKeys().forEach(key -> type.addMethod(reference(set, key)));
        Operations.declarations(plan, set.operations()).forEach(type::addMethod);
        return type;
    }

    // static EntityKey key(int orderId, int productId) {
    //     return EntityKey.of("OrderID", orderId).and("ProductID", productId);
    // }
    private static MethodSpec key(EntitySetPlan set) {
        MethodSpec.Builder key = MethodSpec.methodBuilder("key")
                .addModifiers(PUBLIC, STATIC)
                .returns(RuntimeTypes.ENTITY_KEY)
                .addJavadoc("The key of a row.");
        set.keyParts().forEach(part -> key.addParameter(part.java(), part.name()));
        return key.addStatement("return $L", value(set.keyParts())).build();
    }

    // static EntityReference<Account> refByAccountnumber(String accountnumber) {
    //     return EntityReference.of("accounts", EntityKey.of("accountnumber", accountnumber));
    // }
    private static MethodSpec reference(EntitySetPlan set, EntitySetPlan.AlternateKey key) {
        MethodSpec.Builder reference = MethodSpec.methodBuilder(key.reference())
                .addModifiers(PUBLIC, STATIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.ENTITY_REFERENCE, set.entity()))
                .addJavadoc("Points at a row by an alternate key.");
        key.parts().forEach(part -> reference.addParameter(part.java(), part.name()));
        return reference
                .addStatement(
                        "return $T.of($L, $L)",
                        RuntimeTypes.ENTITY_REFERENCE,
                        Sources.literal(set.wireName()),
                        value(key.parts()))
                .build();
    }

    private static CodeBlock value(List<EntitySetPlan.KeyPart> parts) {
        CodeBlock.Builder value = CodeBlock.builder().add("$T", RuntimeTypes.ENTITY_KEY);
        for (int i = 0; i < parts.size(); i++) {
            value.add(
                    i == 0 ? ".of($L, $N)" : ".and($L, $N)",
                    Sources.literal(parts.get(i).wireName()),
                    parts.get(i).name());
        }
        return value.build();
    }

    // static EntityReference<Account> ref(UUID accountid) {
    //     return EntityReference.of("accounts", accountid);
    // }
    private static MethodSpec reference(EntitySetPlan set) {
        MethodSpec.Builder reference = MethodSpec.methodBuilder("ref")
                .addModifiers(PUBLIC, STATIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.ENTITY_REFERENCE, set.entity()))
                .addJavadoc("Points at a row, for lookups.");
        set.keyParts().forEach(part -> reference.addParameter(part.java(), part.name()));
        CodeBlock arguments = set.keyParts().stream()
                .map(part -> CodeBlock.of("$N", part.name()))
                .collect(CodeBlock.joining(", "));
        return reference
                .addStatement(
                        set.hasCompositeKey() ? "return $T.of($L, key($L))" : "return $T.of($L, $L)",
                        RuntimeTypes.ENTITY_REFERENCE,
                        Sources.literal(set.wireName()),
                        arguments)
                .build();
    }
}
