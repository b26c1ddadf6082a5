package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import dev.lathe.processor.model.EnumDecl;
import java.util.ArrayList;
import java.util.List;

/** Plans the class of an enumeration. */
final class EnumPlanner {

    private EnumPlanner() {}

    static EnumPlan plan(EnumDecl type, ClassName name) {
        Scope constants = Scope.ofMembers("TYPE");
        List<EnumPlan.Constant> members = new ArrayList<>();
        for (EnumDecl.Member member : type.members()) {
            String constant = Identifiers.constant(member.name());
            members.add(new EnumPlan.Constant(
                    constants.take(member.name().isEmpty() ? "EMPTY" : constant),
                    member.wireValue(),
                    member.docs().text()));
        }
        return new EnumPlan(
                name,
                factory(type.wire()),
                type.flags(),
                members,
                DocPlan.of(type.docs(), type.at(), "Values of " + type.name() + "."));
    }

    private static String factory(EnumDecl.Wire wire) {
        return switch (wire) {
            case STRING -> "strings";
            case NUMBER -> "numbers";
            case BOOLEAN -> "booleans";
            case JSON -> "any";
        };
    }
}
