package dev.lathe.processor.plan;

import dev.lathe.processor.model.SecurityScheme;
import java.util.List;

/** Plans how a root client's users log in, as the document says. */
final class LoginPlanner {

    private LoginPlanner() {}

    /** @param methods names of the root client's members, of which those of the resources are taken */
    static List<RootPlan.Login> plan(List<SecurityScheme> schemes, Scope methods) {
        return schemes.stream().map(scheme -> login(scheme, methods)).toList();
    }

    private static RootPlan.Login login(SecurityScheme scheme, Scope methods) {
        String name = Identifiers.camel(scheme.name());
        return new RootPlan.Login(
                methods.take(name.endsWith("Credentials") ? name : name + "Credentials"),
                scheme.kind(),
                scheme.parameter(),
                scheme.tokenUrl(),
                scheme.scopes(),
                DocPlan.of(scheme.docs(), scheme.at(), "Credentials for " + scheme.name() + "."));
    }
}
