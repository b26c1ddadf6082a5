package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/** What a generated method returns, and how it gets it. */
public sealed interface ResultPlan {

    /** Nothing. */
    record None() implements ResultPlan {}

    /** A value from a JSON body; {@code nullable} when the service may answer without one. */
    record Value(ValuePlan value, boolean nullable) implements ResultPlan {}

    /**
     * A value from a JSON body of one of several types, by the answer's status.
     *
     * @param union interface of all of them
     * @param cases in document order
     */
    record ByStatus(ValuePlan union, List<StatusCase> cases, boolean nullable) implements ResultPlan {
        public ByStatus {
            cases = List.copyOf(cases);
        }
    }

    /**
     * An answer of a status.
     *
     * @param status {@code 200} or {@code 2XX}
     * @param wrapper record that the value is put into; empty for a class that is a case itself
     */
    record StatusCase(String status, ValuePlan value, Optional<ClassName> wrapper) {}

    /** The items of the body as they arrive, in something that the caller closes; of events what each carries. */
    record Items(ValuePlan item, boolean events) implements ResultPlan {}

    /** The body as text. */
    record Text() implements ResultPlan {}

    /** The body as a stream that the caller closes. */
    record Bytes() implements ResultPlan {}

    /** Items, page by page. */
    record Paged(ValuePlan item, PagingPlan paging) implements ResultPlan {}

    /** {@code {"value": [...]}} of OData. */
    record Collection(ValuePlan item) implements ResultPlan {}

    /** Rows of a composable function of OData, to be queried further. */
    record Rows(ValuePlan item) implements ResultPlan {}

    /** {@code {"value": ...}} of OData; {@code nullable} when the service may answer without one. */
    record Wrapped(ValuePlan value, boolean nullable) implements ResultPlan {}

    /** How the runtime pages; the first component names the factory. */
    record PagingPlan(String style, String page, String size, int first, String items, String total, String next) {}
}
