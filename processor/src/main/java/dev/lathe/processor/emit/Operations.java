package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.OperationPlan;
import dev.lathe.processor.plan.OperationPlan.Target;
import dev.lathe.processor.plan.ParameterPlan;
import dev.lathe.processor.plan.ResultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Methods for functions and actions, as they stand in the root client, an entity set or a singleton. */
final class Operations {

    private Operations() {}

    /** For an interface. */
    static List<MethodSpec> declarations(ClientPlan plan, List<OperationPlan> operations) {
        List<MethodSpec> methods = new ArrayList<>();
        for (OperationPlan operation : operations) {
            if (operation.options().isPresent()) {
                methods.add(withoutOptions(plan, operation)
                        .addModifiers(PUBLIC, DEFAULT)
                        .build());
            }
            methods.add(Calls.signature(
                            plan,
                            operation.name(),
                            operation.required(),
                            operation.options(),
                            operation.result(),
                            Map.of(),
                            operation.docs())
                    .addModifiers(PUBLIC, ABSTRACT)
                    .build());
        }
        return methods;
    }

    /** For a class that has no interface: both forms, with documentation. */
    static List<MethodSpec> implementations(ClientPlan plan, List<OperationPlan> operations) {
        List<MethodSpec> methods = new ArrayList<>();
        for (OperationPlan operation : operations) {
            if (operation.options().isPresent()) {
                methods.add(withoutOptions(plan, operation).addModifiers(PUBLIC).build());
            }
            MethodSpec.Builder method = Calls.signature(
                            plan,
                            operation.name(),
                            operation.required(),
                            operation.options(),
                            operation.result(),
                            Map.of(),
                            operation.docs())
                    .addModifiers(PUBLIC);
            methods.add(body(method, operation, "service").build());
        }
        return methods;
    }

    /** For the implementation of an interface. */
    static List<MethodSpec> overrides(ClientPlan plan, List<OperationPlan> operations) {
        List<MethodSpec> methods = new ArrayList<>();
        for (OperationPlan operation : operations) {
            MethodSpec.Builder method = MethodSpec.methodBuilder(operation.name())
                    .addAnnotation(Override.class)
                    .addModifiers(PUBLIC)
                    .returns(Calls.returns(plan, operation.result()));
            if (operation.docs().deprecated()) {
                method.addAnnotation(Deprecated.class);
            }
            operation.required().forEach(p -> method.addParameter(Calls.parameter(plan, p)));
            operation.options().ifPresent(o -> method.addParameter(Calls.options(o)));
            methods.add(body(method, operation, "service()").build());
        }
        return methods;
    }

    private static MethodSpec.Builder withoutOptions(ClientPlan plan, OperationPlan operation) {
        return ResourceEmitter.withoutOptions(
                Calls.signature(
                        plan,
                        operation.name(),
                        operation.required(),
                        Optional.empty(),
                        operation.result(),
                        Map.of(),
                        operation.docs()),
                operation.name(),
                operation.required(),
                operation.result());
    }

    // return service().function("Microsoft.Dynamics.CRM.RetrieveUserPrivileges")
    //         .boundTo(path(), key)
    //         .param("Name", name)
    //         .read(RetrieveUserPrivilegesResponse.TYPE);
    private static MethodSpec.Builder body(MethodSpec.Builder method, OperationPlan operation, String service) {
        CodeBlock.Builder call = CodeBlock.builder()
                .add(
                        "$L.$L($L)",
                        service,
                        operation.action() ? "action" : "function",
                        Sources.literal(operation.wireName()));
        call.add(start(operation.target()));
        List<ParameterPlan> arguments = hasStart(operation.target())
                ? operation.required().subList(1, operation.required().size())
                : operation.required();
        arguments.forEach(p -> call.add("\n.$L", Calls.argument(p)));
        operation.options().ifPresent(options -> {
            method.addStatement("$T chosen = new $T()", options, options).addStatement("options.accept(chosen)");
            call.add("\n.options(chosen)");
        });
        call.add("\n$L", Calls.ending(operation.result()));
        return method.addStatement(operation.result() instanceof ResultPlan.None ? "$L" : "return $L", call.build());
    }

    private static boolean hasStart(Target target) {
        return target == Target.ROW || target == Target.REFERENCE || target == Target.ROWS;
    }

    private static String start(Target target) {
        return switch (target) {
            case UNBOUND -> "";
            case ROW -> "\n.boundTo(path(), key)";
            case SET, SINGLETON -> "\n.boundTo(path())";
            case REFERENCE -> "\n.boundTo(target)";
            case ROWS -> "\n.boundTo(rows)";
        };
    }
}
