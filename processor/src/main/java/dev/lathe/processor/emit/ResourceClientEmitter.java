package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
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
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.stream.Stream;

/** Emits the implementation of a group of operations: each method says what to call, the runtime knows how. */
final class ResourceClientEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.resources().stream().map(r -> Sources.file(plan, r.client(), type(plan, r), getClass()));
    }

    private static TypeSpec.Builder type(ClientPlan plan, ResourcePlan resource) {
        TypeSpec.Builder type = TypeSpec.classBuilder(resource.client())
                .addModifiers(FINAL)
                .addSuperinterface(resource.name())
                .addField(RuntimeTypes.API_CLIENT, "client", PRIVATE, FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeTypes.API_CLIENT, "client")
                        .addStatement("this.client = client")
                        .build());
        resource.calls().forEach(call -> type.addMethod(call(plan, call)));
        return type;
    }

    // @Override
    // public Trait get(long sid) {
    //     return client.call("GET", "/traits/{sid}")
    //             .path("sid", sid)
    //             .read(Trait.TYPE);
    // }
    private static MethodSpec call(ClientPlan plan, CallPlan call) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(call.name())
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(Calls.returns(plan, call.result()));
        if (call.docs().deprecated()) {
            method.addAnnotation(Deprecated.class);
        }
        CodeBlock.Builder request =
                CodeBlock.builder().add("client.call($S, $L)", call.httpMethod(), Sources.literal(call.path()));
        if (!call.server().isEmpty()) {
            request.add("\n.server($L)", Sources.literal(call.server()));
        }
        if (!call.accept().isEmpty()) {
            request.add("\n.accept($L)", Sources.literal(call.accept()));
        }
        if (!call.multipart().isEmpty()) {
            request.add("\n.multipart($L)", Sources.literal(call.multipart()));
        }
        for (ParameterPlan parameter : call.required()) {
            method.addParameter(Calls.parameter(plan, parameter));
            request.add("\n.$L", Calls.required(parameter));
        }
        call.options().ifPresent(options -> {
            method.addParameter(Calls.options(options));
            method.addStatement("$T chosen = new $T()", options, options).addStatement("options.accept(chosen)");
            request.add("\n.options(chosen)");
        });
        request.add("\n$L", Calls.ending(call.result()));
        return method.addStatement(call.result() instanceof ResultPlan.None ? "$L" : "return $L", request.build())
                .build();
    }
}
