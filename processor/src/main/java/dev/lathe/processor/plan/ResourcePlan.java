package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A generated interface for a group of operations, with its implementation.
 *
 * @param accessor method of the root client that returns it
 * @param headers that its answers are described to have
 */
public record ResourcePlan(
        ClassName name,
        ClassName client,
        String accessor,
        List<CallPlan> calls,
        List<HeaderPlan> headers,
        DocPlan docs) {

    /**
     * A constant for a header of answers.
     *
     * @param value a single value, a list of them, an object, or what stands in the header as JSON
     * @param read what the factory is told to read: an item of a list, otherwise the value
     * @param factory method of the runtime's {@code ResponseHeader}
     */
    public record HeaderPlan(
            String constant, String wireName, ValuePlan value, ValuePlan read, String factory, DocPlan docs) {}
}
