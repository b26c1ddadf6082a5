package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import dev.lathe.processor.plan.SingletonPlan;
import java.util.stream.Stream;

/** Emits the interface of a singleton and its implementation. */
final class SingletonEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.singletons().stream()
                .flatMap(s -> Stream.of(
                        Sources.file(plan, s.name(), declaration(plan, s), getClass()),
                        Sources.file(plan, s.client(), implementation(plan, s), getClass())));
    }

    private static TypeSpec.Builder declaration(ClientPlan plan, SingletonPlan singleton) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(singleton.name())
                .addModifiers(PUBLIC)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.SINGLETON, singleton.entity()))
                .addJavadoc(Javadocs.of(singleton.docs()));
        if (singleton.docs().deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        Operations.declarations(plan, singleton.operations()).forEach(type::addMethod);
        return type;
    }

    // final class MeClient extends ODataSingleton<Person> implements Me
    private static TypeSpec.Builder implementation(ClientPlan plan, SingletonPlan singleton) {
        TypeSpec.Builder type = TypeSpec.classBuilder(singleton.client())
                .addModifiers(FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.ODATA_SINGLETON, singleton.entity()))
                .addSuperinterface(singleton.name())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeTypes.ODATA_SERVICE, "service")
                        .addStatement(
                                "super(service, $L, $T.TYPE)",
                                Sources.literal(singleton.wireName()),
                                singleton.entity())
                        .build());
        Operations.overrides(plan, singleton.operations()).forEach(type::addMethod);
        return type;
    }
}
