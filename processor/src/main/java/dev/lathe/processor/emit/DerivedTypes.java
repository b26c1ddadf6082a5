package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.lathe.processor.plan.Chunks;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.ObjectPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.List;
import java.util.Map;

/** The method of an object class that makes a value of a type derived from it, by the name on the wire. */
final class DerivedTypes {

    private DerivedTypes() {}

    // protected JsonObject createDerived(String typeName) {
    //     return switch (typeName) {
    //         case "Microsoft.Dynamics.CRM.task" -> new Task();
    //         default -> super.createDerived(typeName);
    //     };
    // }
    static List<MethodSpec> methods(ClientPlan plan, ObjectPlan object) {
        List<List<Map.Entry<String, ClassName>>> chunks =
                Chunks.of(List.copyOf(object.derived().entrySet()), Chunks.CASES);
        return java.util.stream.IntStream.range(0, chunks.size())
                .mapToObj(i -> method(plan, chunks, i))
                .toList();
    }

    private static MethodSpec method(ClientPlan plan, List<List<Map.Entry<String, ClassName>>> chunks, int number) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name(number))
                .returns(Sources.nullable(plan, RuntimeTypes.JSON_OBJECT))
                .addParameter(String.class, "typeName");
        if (number == 0) {
            method.addAnnotation(Override.class).addModifiers(PROTECTED);
        } else {
            method.addModifiers(PRIVATE);
        }
        method.beginControlFlow("return switch (typeName)");
        chunks.get(number)
                .forEach(entry ->
                        method.addStatement("case $L -> new $T()", Sources.literal(entry.getKey()), entry.getValue()));
        if (number + 1 < chunks.size()) {
            method.addStatement("default -> $N(typeName)", name(number + 1));
        } else {
            method.addStatement("default -> super.createDerived(typeName)");
        }
        return method.addCode("$<};\n").build();
    }

    private static String name(int number) {
        return number == 0 ? "createDerived" : "createDerived" + number;
    }
}
