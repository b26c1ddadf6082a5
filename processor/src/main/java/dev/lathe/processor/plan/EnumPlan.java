package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A generated class of known values.
 *
 * @param factory of the runtime's {@code EnumType}: {@code strings}, {@code numbers}, {@code booleans} or {@code any}
 * @param flags whether values combine
 */
public record EnumPlan(ClassName name, String factory, boolean flags, List<Constant> constants, DocPlan docs) {

    /** One known value. */
    public record Constant(String name, String wireValue, String text) {}
}
