package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.OptionsPlan;
import dev.lathe.processor.plan.ParameterPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.stream.Stream;

/** Emits the class that takes the optional parameters of one operation. */
final class OptionsEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.options().stream().map(o -> Sources.file(plan, o.name(), type(plan, o), getClass()));
    }

    private static TypeSpec.Builder type(ClientPlan plan, OptionsPlan options) {
        boolean odata = options.parameters().stream().anyMatch(p -> p.binding() instanceof ParameterPlan.Argument);
        ClassName base = odata ? RuntimeTypes.OPERATION_OPTIONS : RuntimeTypes.CALL_OPTIONS;
        TypeSpec.Builder type = TypeSpec.classBuilder(options.name())
                .addModifiers(PUBLIC, FINAL)
                .superclass(base)
                .addJavadoc(Javadocs.of(options.docs()))
                .addJavadoc("\n<p>Not thread-safe; made for one call.")
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("For generated code.")
                        .build());
        options.parameters().forEach(parameter -> type.addMethod(setter(plan, options, parameter)));
        return type;
    }

    // public TraitsListOptions search(@Nullable String search) {
    //     query("search", search);
    //     return this;
    // }
    private static MethodSpec setter(ClientPlan plan, OptionsPlan options, ParameterPlan parameter) {
        MethodSpec.Builder setter = MethodSpec.methodBuilder(parameter.name())
                .addModifiers(PUBLIC)
                .returns(options.name())
                .addParameter(Calls.parameter(plan, parameter))
                .addJavadoc(Javadocs.of(parameter.docs(), Calls.label(parameter) + "; null leaves it out."))
                .addStatement("$L", Calls.argument(parameter))
                .addStatement("return this");
        if (parameter.docs().deprecated()) {
            setter.addAnnotation(Deprecated.class);
        }
        return setter.build();
    }
}
