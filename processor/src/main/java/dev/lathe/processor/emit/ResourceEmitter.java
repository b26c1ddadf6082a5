package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.CallPlan;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.ParameterPlan;
import dev.lathe.processor.plan.ResourcePlan;
import dev.lathe.processor.plan.ResultPlan;
import dev.lathe.processor.plan.RuntimeTypes;
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
        resource.headers().forEach(header -> type.addField(header(header)));
        for (CallPlan call : resource.calls()) {
            if (call.options().isPresent()) {
                type.addMethod(shortForm(plan, call));
            }
            type.addMethod(Calls.signature(
                            plan,
                            call.name(),
                            call.required(),
                            call.options(),
                            call.result(),
                            call.errors(),
                            call.docs())
                    .addModifiers(PUBLIC, ABSTRACT)
                    .build());
        }
        return type;
    }

    // ResponseHeader<Integer> X_RATE_LIMIT = ResponseHeader.<Integer>of("X-Rate-Limit", Scalars.INT32);
    private static FieldSpec header(ResourcePlan.HeaderPlan header) {
        FieldSpec.Builder constant = FieldSpec.builder(
                        ParameterizedTypeName.get(
                                RuntimeTypes.RESPONSE_HEADER, header.value().java()),
                        header.constant(),
                        PUBLIC,
                        STATIC,
                        FINAL)
                .addJavadoc(Javadocs.of(header.docs()))
                .initializer(
                        "$T.<$T>$L($L, $L)",
                        RuntimeTypes.RESPONSE_HEADER,
                        header.read().java(),
                        header.factory(),
                        Sources.literal(header.wireName()),
                        Values.type(header.read()));
        if (header.docs().deprecated()) {
            constant.addAnnotation(Deprecated.class);
        }
        return constant.build();
    }

    // default Pages<Trait> list() {
    //     return list(options -> {});
    // }
    private static MethodSpec shortForm(ClientPlan plan, CallPlan call) {
        return withoutOptions(
                        Calls.signature(
                                plan,
                                call.name(),
                                call.required(),
                                Optional.empty(),
                                call.result(),
                                call.errors(),
                                call.docs()),
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
