package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A generated class of known values.
 *
 * @param odataType its qualified name in a document of OData; empty elsewhere
 * @param factory of the runtime's {@code EnumType}: {@code strings}, {@code numbers}, {@code booleans} or {@code any}
 * @param flags whether values combine
 * @param constants those that stand in the class itself
 * @param holders what holds the constants of a class that would be too large otherwise; empty for all others
 */
public record EnumPlan(
        ClassName name,
        String odataType,
        String factory,
        boolean flags,
        List<Constant> constants,
        List<Holder> holders,
        DocPlan docs) {

    /** One known value. */
    public record Constant(String name, String wireValue, DocPlan docs) {}

    /** An interface that the class inherits some of its constants from. */
    public record Holder(ClassName name, List<Constant> constants) {}
}
