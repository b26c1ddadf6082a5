package dev.lathe.processor.plan;

/** What a generated method returns, and how it gets it. */
public sealed interface ResultPlan {

    /** Nothing. */
    record None() implements ResultPlan {}

    /** A value from a JSON body; {@code nullable} when the service may answer without one. */
    record Value(ValuePlan value, boolean nullable) implements ResultPlan {}

    /** The body as text. */
    record Text() implements ResultPlan {}

    /** The body as a stream that the caller closes. */
    record Bytes() implements ResultPlan {}

    /** Items, page by page. */
    record Paged(ValuePlan item, PagingPlan paging) implements ResultPlan {}

    /** {@code {"value": [...]}} of OData. */
    record Collection(ValuePlan item) implements ResultPlan {}

    /** {@code {"value": ...}} of OData. */
    record Wrapped(ValuePlan value) implements ResultPlan {}

    /** How the runtime pages; the first component names the factory. */
    record PagingPlan(String style, String page, String size, int first, String items, String total, String next) {}
}
