package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import dev.lathe.processor.model.EnumDecl;
import java.util.ArrayList;
import java.util.List;

/** Plans the class of an enumeration. */
final class EnumPlanner {

    private EnumPlanner() {}

    /** A constant and its place among the known values take 21 bytes of a static initializer, which ends at 65,535. */
    private static final int MOST_CONSTANTS = 2_000;

    static EnumPlan plan(EnumDecl type, boolean odata, TypeNames names) {
        ClassName name = names.of(type.id());
        Scope constants = Scope.ofMembers("TYPE");
        List<EnumPlan.Constant> members = new ArrayList<>();
        for (EnumDecl.Member member : type.members()) {
            String constant = Identifiers.constant(signed(member.name()));
            members.add(new EnumPlan.Constant(
                    constants.take(member.name().isEmpty() ? "EMPTY" : constant),
                    member.wireValue(),
                    DocPlan.of(member.docs())));
        }
        boolean large = members.size() > MOST_CONSTANTS;
        return new EnumPlan(
                name,
                odata ? type.id().value() : "",
                factory(type.wire()),
                type.flags(),
                large ? List.of() : members,
                large ? holders(name, members, names) : List.of(),
                DocPlan.of(type.docs(), type.at(), "Values of " + type.name() + "."));
    }

    /** {@code -1} is not to be told from {@code 1} by a number behind its name. */
    private static String signed(String name) {
        return name.matches("[+-][0-9].*") ? (name.startsWith("-") ? "minus_" : "plus_") + name.substring(1) : name;
    }

    private static List<EnumPlan.Holder> holders(ClassName name, List<EnumPlan.Constant> members, TypeNames names) {
        return Chunks.of(members, MOST_CONSTANTS).stream()
                .map(some -> new EnumPlan.Holder(names.take(name.simpleName() + "Values", ""), some))
                .toList();
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
