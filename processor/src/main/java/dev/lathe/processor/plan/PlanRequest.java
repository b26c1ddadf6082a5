package dev.lathe.processor.plan;

/**
 * What the annotation and the compilation say about the client to plan.
 *
 * @param packageName the annotated package
 * @param clientName simple name of the root client; empty to take it from the document
 * @param profile service profile; empty to take the one that the document asks for
 * @param jspecify whether JSpecify's annotations are on the class path, so that generated code may carry them
 */
public record PlanRequest(String packageName, String clientName, String profile, boolean jspecify) {}
