package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.EntitySetPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.stream.Stream;

/** Emits the implementation of an entity set, which the runtime does but for bound operations. */
final class EntitySetClientEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.sets().stream().map(s -> Sources.file(plan, s.client(), type(plan, s), getClass()));
    }

    // final class AccountsClient extends ODataSet<Account, UUID> implements Accounts {
    //     AccountsClient(ODataService service) {
    //         super(service, "accounts", Account.TYPE);
    //     }
    // }
    private static TypeSpec.Builder type(ClientPlan plan, EntitySetPlan set) {
        TypeSpec.Builder type = TypeSpec.classBuilder(set.client())
                .addModifiers(FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.ODATA_SET, set.entity(), set.keyType()))
                .addSuperinterface(set.name())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeTypes.ODATA_SERVICE, "service")
                        .addStatement("super(service, $L, $T.TYPE)", Sources.literal(set.wireName()), set.entity())
                        .build());
        Operations.overrides(plan, set.operations()).forEach(type::addMethod);
        return type;
    }
}
