package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.SEALED;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.Chunks;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import dev.lathe.processor.plan.UnionPlan;
import dev.lathe.processor.plan.ValuePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Emits the sealed interface of a union, with a record for each case that is no class of its own. */
final class UnionEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.unions().stream().map(u -> Sources.file(plan, u.name(), type(u), getClass()));
    }

    private static TypeSpec.Builder type(UnionPlan plan) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(plan.name())
                .addModifiers(PUBLIC, SEALED)
                .addJavadoc(Javadocs.of(plan.docs()));
        if (plan.docs().deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        plan.objects().forEach(type::addPermittedSubclass);
        plan.wrapped().forEach(w -> type.addPermittedSubclass(w.name()));
        type.addPermittedSubclass(plan.unknown());
        addTypeConstant(type, plan);
        for (UnionPlan.Wrapped wrapped : plan.wrapped()) {
            TypeSpec.Builder record =
                    record(plan, wrapped.name(), wrapped.value().java(), "A value of this kind.");
            if (!wrapped.value().plain()) {
                record.addMethod(write(wrapped.value()));
            }
            type.addType(record.build());
        }
        return type.addType(record(
                        plan,
                        plan.unknown(),
                        RuntimeTypes.JSON_VALUE,
                        "A value of none of the known cases, kept as it came.")
                .build());
    }

    // @Override
    // public void write(JsonWriter out) {
    //     out.write(Scalars.BASE64, value);
    // }
    private static MethodSpec write(ValuePlan value) {
        return MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .addParameter(RuntimeTypes.JSON_WRITER, "out")
                .addStatement("out.write($L, value)", Values.type(value))
                .build();
    }

    // UnionType<Pet> TYPE = UnionType.<Pet>of(Pet.Unknown::new)
    //         .discriminatedBy("kind")
    //         .when("cat", () -> Cat.TYPE)
    //         .object(() -> Cat.TYPE)
    //         .scalar(Scalars.STRING, Pet.OfString::new);
    private static void addTypeConstant(TypeSpec.Builder type, UnionPlan plan) {
        TypeName union = ParameterizedTypeName.get(RuntimeTypes.UNION_TYPE, plan.name());
        CodeBlock value = CodeBlock.of("$T.<$T>of($T::new)", RuntimeTypes.UNION_TYPE, plan.name(), plan.unknown());
        List<List<CodeBlock>> chains = Chunks.of(calls(plan), Chunks.CHAIN);
        // javac walks a chain of calls with a stack as deep as it is long.
        for (int i = 1; i < chains.size(); i++) {
            String method = "cases" + i;
            type.addMethod(MethodSpec.methodBuilder(method)
                    .addModifiers(PRIVATE, STATIC)
                    .returns(union)
                    .addParameter(union, "type")
                    .addStatement("return type$L", chain(chains.get(i)))
                    .build());
        }
        if (!chains.isEmpty()) {
            value = CodeBlock.of("$L$>$>$L$<$<", value, chain(chains.get(0)));
        }
        for (int i = 1; i < chains.size(); i++) {
            value = CodeBlock.of("cases$L($L)", i, value);
        }
        type.addField(FieldSpec.builder(union, "TYPE", PUBLIC, STATIC, FINAL)
                .addJavadoc("How values of this type are read and written.")
                .initializer(value)
                .build());
    }

    private static CodeBlock chain(List<CodeBlock> calls) {
        CodeBlock.Builder chain = CodeBlock.builder();
        calls.forEach(call -> chain.add("\n").add(call));
        return chain.build();
    }

    private static List<CodeBlock> calls(UnionPlan plan) {
        List<CodeBlock> calls = new ArrayList<>();
        if (!plan.discriminator().isEmpty()) {
            calls.add(CodeBlock.of(".discriminatedBy($L)", Sources.literal(plan.discriminator())));
        }
        // Together where a class has several names.
        Map<ClassName, List<String>> namesOf = new LinkedHashMap<>();
        plan.mapping()
                .forEach((name, type) ->
                        namesOf.computeIfAbsent(type, none -> new ArrayList<>()).add(name));
        namesOf.forEach((type, names) -> calls.add(
                names.size() == 1
                        ? CodeBlock.of(".when($L, () -> $T.TYPE)", Sources.literal(names.get(0)), type)
                        : CodeBlock.of(".when(() -> $T.TYPE, $L)", type, Sources.literals(names))));
        plan.objects().forEach(type -> calls.add(CodeBlock.of(".object(() -> $T.TYPE)", type)));
        // A list may be one of this very union, whose constant is still being made.
        plan.wrapped()
                .forEach(w -> calls.add(CodeBlock.of(
                        w.value() instanceof ValuePlan.Scalar ? ".scalar($L, $T::new)" : ".scalar(() -> $L, $T::new)",
                        Values.type(w.value()),
                        w.name())));
        return calls;
    }

    // record OfString(String value) implements Pet, UnionCase {}
    private static TypeSpec.Builder record(UnionPlan plan, ClassName name, TypeName component, String text) {
        return TypeSpec.recordBuilder(name)
                .addModifiers(PUBLIC, STATIC)
                .addJavadoc("$L\n\n@param value the value", text)
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(component, "value")
                        .build())
                .addSuperinterface(plan.name())
                .addSuperinterface(RuntimeTypes.UNION_CASE);
    }
}
