package dev.lathe.sandbox.dataverse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * A call of a function or an action that the document declares, with its parameters checked against the declaration.
 * Immutable.
 */
public final class OperationRequest {

    private final String name;
    private final String boundTo;
    private final String root;
    private final @Nullable Target binding;
    private final Map<String, JsonNode> parameters;

    OperationRequest(
            String name, String boundTo, String root, @Nullable Target binding, Map<String, JsonNode> parameters) {
        this.name = name;
        this.boundTo = boundTo;
        this.root = root;
        this.binding = binding;
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /** The operation's name, without a namespace. */
    public String name() {
        return name;
    }

    /** What the operation is bound to, as the URL has it: {@code accounts(…)} or {@code accounts}; empty if to nothing. */
    public String boundTo() {
        return boundTo;
    }

    /**
     * The parameters that were sent, but for the binding one: text, numbers, booleans, and maps and lists of them;
     * identifiers, dates and members of enumerations are text.
     */
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        parameters.forEach((parameter, value) -> values.put(parameter, Json.plain(value)));
        return values;
    }

    String root() {
        return root;
    }

    @Nullable
    Target binding() {
        return binding;
    }

    JsonNode parameter(String parameter) {
        return parameters.getOrDefault(parameter, NullNode.getInstance());
    }

    /** The name and what it is bound to. */
    @Override
    public String toString() {
        return boundTo.isEmpty() ? name : boundTo + "/" + name;
    }
}
