package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.lathe.processor.plan.Chunks;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.MemberPlan;
import dev.lathe.processor.plan.ObjectPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The methods of an object class that reach a member by its index. Long switches are spread over several methods. */
final class Members {

    private Members() {}

    // protected void read(int member, JsonReader in) {
    //     switch (member) {
    //         case 3 -> this.name = in.string();
    //         default -> super.read(member, in);
    //     }
    // }
    static List<MethodSpec> read(ObjectPlan object) {
        var reader = ParameterSpec.builder(RuntimeTypes.JSON_READER, "in").build();
        return new Switch<MemberPlan>(
                        "read",
                        TypeName.VOID,
                        List.of(reader),
                        MemberPlan::index,
                        m -> CodeBlock.of("this.$N = $L", m.field(), Values.read(m.value())))
                .methods(object.members());
    }

    // protected @Nullable Object value(int member)
    static List<MethodSpec> value(ClientPlan plan, ObjectPlan object) {
        return new Switch<MemberPlan>(
                        "value",
                        Sources.nullable(plan, ClassName.get(Object.class)),
                        List.of(),
                        MemberPlan::index,
                        m -> CodeBlock.of("this.$N", m.field()))
                .methods(object.members());
    }

    /** Only for members whose Java type does not tell how they travel; the runtime writes all others. */
    static List<MethodSpec> write(ObjectPlan object) {
        var writer = ParameterSpec.builder(RuntimeTypes.JSON_WRITER, "out").build();
        return new Switch<MemberPlan>(
                        "write",
                        TypeName.VOID,
                        List.of(writer),
                        MemberPlan::index,
                        m -> CodeBlock.of("out.write($L, this.$N)", Values.type(m.value()), m.field()))
                .methods(object.members().stream()
                        .filter(m -> !m.value().plain())
                        .toList());
    }

    // protected @Nullable JsonType<?> navigation(int member)
    static List<MethodSpec> navigation(ClientPlan plan, ObjectPlan object) {
        TypeName type = ParameterizedTypeName.get(RuntimeTypes.JSON_TYPE, WildcardTypeName.subtypeOf(Object.class));
        return new Switch<ObjectPlan.NavigationPlan>(
                        "navigation",
                        Sources.nullable(plan, type),
                        List.of(),
                        ObjectPlan.NavigationPlan::index,
                        n -> CodeBlock.of("$T.TYPE", n.target()))
                .methods(object.navigations());
    }

    /** One switch over member indices: what a case does, and how the method looks. */
    private record Switch<T>(
            String name,
            TypeName returns,
            List<ParameterSpec> parameters,
            ToIntFunction<T> index,
            Function<T, CodeBlock> action) {

        List<MethodSpec> methods(List<T> members) {
            List<List<T>> chunks = Chunks.of(members, Chunks.CASES);
            if (chunks.isEmpty()) {
                return List.of();
            }
            if (chunks.size() == 1) {
                return List.of(overriding().addCode(cases(chunks.get(0))).build());
            }
            List<MethodSpec> methods = new ArrayList<>();
            MethodSpec.Builder entry = overriding();
            for (int i = 0; i < chunks.size(); i++) {
                List<T> chunk = chunks.get(i);
                String part = name + (i + 1);
                entry.beginControlFlow(
                        "if (member >= $L && member <= $L)",
                        index.applyAsInt(chunk.get(0)),
                        index.applyAsInt(chunk.get(chunk.size() - 1)));
                entry.addStatement(isVoid() ? "$N($L)" : "return $N($L)", part, arguments());
                if (isVoid()) {
                    entry.addStatement("return");
                }
                entry.endControlFlow();
                methods.add(
                        method(part).addModifiers(PRIVATE).addCode(cases(chunk)).build());
            }
            entry.addStatement(isVoid() ? "super.$N($L)" : "return super.$N($L)", name, arguments());
            methods.add(0, entry.build());
            return methods;
        }

        private MethodSpec.Builder overriding() {
            return method(name).addAnnotation(Override.class).addModifiers(PROTECTED);
        }

        private MethodSpec.Builder method(String methodName) {
            return MethodSpec.methodBuilder(methodName)
                    .returns(returns)
                    .addParameter(int.class, "member")
                    .addParameters(parameters);
        }

        private boolean isVoid() {
            return returns.equals(TypeName.VOID);
        }

        private String arguments() {
            return parameters.isEmpty()
                    ? "member"
                    : "member, " + parameters.get(0).name();
        }

        private CodeBlock cases(List<T> members) {
            CodeBlock.Builder code =
                    CodeBlock.builder().beginControlFlow(isVoid() ? "switch (member)" : "return switch (member)");
            members.forEach(m -> code.addStatement("case $L -> $L", index.applyAsInt(m), action.apply(m)));
            code.addStatement("default -> super.$N($L)", name, arguments());
            return isVoid()
                    ? code.endControlFlow().build()
                    : code.unindent().add("};\n").build();
        }
    }
}
