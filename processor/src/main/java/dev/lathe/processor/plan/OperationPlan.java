package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A generated method for a function or an action.
 *
 * @param wireName what the URL says: simple for an import, qualified for a bound one
 * @param target what the method starts from
 */
public record OperationPlan(
        String name,
        String wireName,
        boolean action,
        Target target,
        List<ParameterPlan> required,
        Optional<ClassName> options,
        ResultPlan result,
        DocPlan docs) {

    /** What a call is bound to. */
    public enum Target {
        /** Nothing: an import. */
        UNBOUND,
        /** A row of the set, by its key. */
        ROW,
        /** The set as a whole. */
        SET,
        /** The singleton. */
        SINGLETON,
        /** Any row, by reference: the type has no set of its own. */
        REFERENCE,
        /** Any rows: their type has no set of its own. */
        ROWS
    }
}
