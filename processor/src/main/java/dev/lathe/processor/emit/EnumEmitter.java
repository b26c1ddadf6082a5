package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.Chunks;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.DocPlan;
import dev.lathe.processor.plan.EnumPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Emits the class of an enumeration: a constant for each known value, and room for the others. */
final class EnumEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.enums().stream()
                .flatMap(e -> Stream.concat(
                        Stream.of(Sources.file(plan, e.name(), type(e), getClass())),
                        e.holders().stream().map(h -> Sources.file(plan, h.name(), holder(e, h), getClass()))));
    }

    private static TypeSpec.Builder type(EnumPlan plan) {
        TypeSpec.Builder type = TypeSpec.classBuilder(plan.name())
                .addModifiers(PUBLIC, FINAL)
                .superclass(RuntimeTypes.OPEN_ENUM)
                .addJavadoc(Javadocs.of(plan.docs()))
                .addJavadoc("\n<p>A value that is not listed here is read, kept and written like the others.");
        if (plan.docs().deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        plan.constants()
                .forEach(constant -> type.addField(constant(
                        plan,
                        constant,
                        CodeBlock.of("new $T($L)", plan.name(), Sources.literal(constant.wireValue())))));
        plan.holders().forEach(holder -> type.addSuperinterface(holder.name()));
        known(plan).forEach(type::addMethod);
        return type.addField(typeConstant(plan))
                .addMethod(constructor())
                .addMethod(of(plan))
                .addMethod(create(plan));
    }

    // interface StatusValues { Status ACTIVE = Status.of("ACTIVE"); ... }
    private static TypeSpec.Builder holder(EnumPlan plan, EnumPlan.Holder holder) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(holder.name())
                .addModifiers(PUBLIC)
                .addJavadoc("Some of the constants of {@link $T}.", plan.name());
        holder.constants()
                .forEach(constant -> type.addField(constant(
                        plan,
                        constant,
                        CodeBlock.of("$T.of($L)", plan.name(), Sources.literal(constant.wireValue())))));
        return type;
    }

    // private static Status[] known() { Status[] all = new Status[5000]; known1(all); ... return all; }
    private static List<MethodSpec> known(EnumPlan plan) {
        List<EnumPlan.Constant> all =
                plan.holders().stream().flatMap(h -> h.constants().stream()).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        TypeName array = ArrayTypeName.of(plan.name());
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder known = MethodSpec.methodBuilder("known")
                .addModifiers(PRIVATE, STATIC)
                .returns(array)
                .addStatement("$T all = new $T[$L]", array, plan.name(), all.size());
        int at = 0;
        for (List<EnumPlan.Constant> some : Chunks.of(all, Chunks.STATEMENTS)) {
            String part = "known" + (methods.size() + 1);
            known.addStatement("$N(all)", part);
            MethodSpec.Builder method =
                    MethodSpec.methodBuilder(part).addModifiers(PRIVATE, STATIC).addParameter(array, "all");
            for (EnumPlan.Constant constant : some) {
                method.addStatement("all[$L] = new $T($L)", at++, plan.name(), Sources.literal(constant.wireValue()));
            }
            methods.add(method.build());
        }
        methods.add(0, known.addStatement("return all").build());
        return methods;
    }

    // public static final Status ACTIVE = new Status("ACTIVE");
    private static FieldSpec constant(EnumPlan plan, EnumPlan.Constant constant, CodeBlock value) {
        DocPlan docs = constant.docs();
        String text = Javadocs.escape(docs.text());
        FieldSpec.Builder field = FieldSpec.builder(plan.name(), constant.name(), PUBLIC, STATIC, FINAL)
                .addJavadoc(
                        "$L",
                        (text.isEmpty() ? "" : text + "\n") + "{@code " + Javadocs.escape(constant.wireValue()) + "}"
                                + Javadocs.deprecation(docs))
                .initializer(value);
        if (docs.deprecated()) {
            field.addAnnotation(Deprecated.class);
        }
        return field.build();
    }

    // public static final EnumType<Status> TYPE = EnumType.<Status>strings(ACTIVE, INACTIVE);
    // public static final EnumType<Gender> TYPE = EnumType.<Gender>odata("Trippin.Gender", MALE, FEMALE);
    private static FieldSpec typeConstant(EnumPlan plan) {
        CodeBlock known = !plan.holders().isEmpty()
                ? CodeBlock.of("known()")
                : plan.constants().isEmpty()
                        ? CodeBlock.of("new $T(\"\")", plan.name())
                        : plan.constants().stream()
                                .map(c -> CodeBlock.of("$N", c.name()))
                                .collect(CodeBlock.joining(", "));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.ENUM_TYPE, plan.name()), "TYPE", PUBLIC, STATIC, FINAL)
                .addJavadoc("How values of this class are read and written.")
                .initializer(
                        "$T.<$T>$N($L$L)",
                        RuntimeTypes.ENUM_TYPE,
                        plan.name(),
                        plan.odataType().isEmpty() ? plan.factory() : "odata",
                        plan.odataType().isEmpty()
                                ? CodeBlock.of("")
                                : CodeBlock.of("$L, ", Sources.literal(plan.odataType())),
                        known)
                .build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(PRIVATE)
                .addParameter(String.class, "value")
                .addStatement("super(value)")
                .build();
    }

    private static MethodSpec of(EnumPlan plan) {
        return MethodSpec.methodBuilder("of")
                .addModifiers(PUBLIC, STATIC)
                .returns(plan.name())
                .addParameter(String.class, "value")
                .addJavadoc("The constant of that value on the wire, or a value of its own where there is none.")
                .addStatement("return TYPE.of(value)")
                .build();
    }

    private static MethodSpec create(EnumPlan plan) {
        return MethodSpec.methodBuilder("create")
                .addAnnotation(Override.class)
                .addModifiers(PROTECTED)
                .returns(RuntimeTypes.OPEN_ENUM)
                .addParameter(String.class, "value")
                .addStatement("return new $T(value)", plan.name())
                .build();
    }
}
