package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.EnumPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.stream.Stream;

/** Emits the class of an enumeration: a constant for each known value, and room for the others. */
final class EnumEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.enums().stream().map(e -> Sources.file(plan, e.name(), type(e), getClass()));
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
        plan.constants().forEach(constant -> type.addField(constant(plan, constant)));
        return type.addField(typeConstant(plan))
                .addMethod(constructor())
                .addMethod(of(plan))
                .addMethod(create(plan));
    }

    // public static final Status ACTIVE = new Status("ACTIVE");
    private static FieldSpec constant(EnumPlan plan, EnumPlan.Constant constant) {
        String text = Javadocs.escape(constant.text());
        return FieldSpec.builder(plan.name(), constant.name(), PUBLIC, STATIC, FINAL)
                .addJavadoc(
                        "$L",
                        (text.isEmpty() ? "" : text + "\n") + "{@code " + Javadocs.escape(constant.wireValue()) + "}")
                .initializer("new $T($L)", plan.name(), Sources.literal(constant.wireValue()))
                .build();
    }

    // public static final EnumType<Status> TYPE = EnumType.<Status>strings(ACTIVE, INACTIVE);
    private static FieldSpec typeConstant(EnumPlan plan) {
        CodeBlock known = plan.constants().isEmpty()
                ? CodeBlock.of("new $T(\"\")", plan.name())
                : plan.constants().stream()
                        .map(c -> CodeBlock.of("$N", c.name()))
                        .collect(CodeBlock.joining(", "));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.ENUM_TYPE, plan.name()), "TYPE", PUBLIC, STATIC, FINAL)
                .addJavadoc("How values of this class are read and written.")
                .initializer("$T.<$T>$N($L)", RuntimeTypes.ENUM_TYPE, plan.name(), plan.factory(), known)
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
