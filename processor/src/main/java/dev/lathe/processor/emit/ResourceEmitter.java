package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.CallPlan;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.ParameterPlan;
import dev.lathe.processor.plan.ResourcePlan;
import dev.lathe.processor.plan.ResultPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Emits the interface of a group of operations. */
final class ResourceEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.resources().stream().map(r -> Sources.file(plan, r.name(), type(plan, r), getClass()));
    }

    private static TypeSpec.Builder type(ClientPlan plan, ResourcePlan resource) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(resource.name())
                .addModifiers(PUBLIC)
                .addJavadoc(Javadocs.of(resource.docs()));
        for (CallPlan call : resource.calls()) {
            if (call.options().isPresent()) {
                type.addMethod(shortForm(plan, call));
            }
            type.addMethod(
                    Calls.signature(plan, call.name(), call.required(), call.options(), call.result(), call.docs())
                            .addModifiers(PUBLIC, ABSTRACT)
                            .build());
        }
        return type;
    }

    // default Pages<Trait> list() {
    //     return list(options -> {});
    // }
    private static MethodSpec shortForm(ClientPlan plan, CallPlan call) {
        return withoutOptions(
                        Calls.signature(
                                plan, call.name(), call.required(), Optional.empty(), call.result(), call.docs()),
                        call.name(),
                        call.required(),
                        call.result())
                .addModifiers(PUBLIC, DEFAULT)
                .build();
    }

    /** The body of a method that leaves all optional parameters out. */
    static MethodSpec.Builder withoutOptions(
            MethodSpec.Builder method, String name, List<ParameterPlan> required, ResultPlan result) {
        CodeBlock arguments = Stream.concat(
                        required.stream().map(p -> CodeBlock.of("$N", p.name())),
                        Stream.of(CodeBlock.of("options -> {}")))
                .collect(CodeBlock.joining(", "));
        return method.addStatement(result instanceof ResultPlan.None ? "$N($L)" : "return $N($L)", name, arguments);
    }
}
