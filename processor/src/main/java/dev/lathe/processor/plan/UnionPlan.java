package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;

/**
 * A generated sealed interface: one of several types.
 *
 * @param objects cases that are generated classes and implement the interface
 * @param wrapped cases of other kinds, each in a record of its own
 * @param unknown name of the record for values of none of them
 * @param discriminator wire name of the member that tells the case; empty without one
 * @param mapping value of that member to class
 */
public record UnionPlan(
        ClassName name,
        List<ClassName> objects,
        List<Wrapped> wrapped,
        ClassName unknown,
        String discriminator,
        Map<String, ClassName> mapping,
        DocPlan docs) {

    /** A record around a value that is no object class. */
    public record Wrapped(ClassName name, ValuePlan value) {}
}
