package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * The generated root client.
 *
 * @param profile the runtime's service profile
 * @param servers constants for the base addresses that the document names
 * @param odata whether it speaks OData
 * @param operations functions and actions that are bound to no set
 */
public record RootPlan(
        ClassName name,
        ProfilePlan profile,
        List<Server> servers,
        boolean odata,
        List<OperationPlan> operations,
        DocPlan docs) {

    /** A base address. */
    public record Server(String constant, String url, String description) {}
}
