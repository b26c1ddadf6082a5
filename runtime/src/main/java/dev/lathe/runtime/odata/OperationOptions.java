package dev.lathe.runtime.odata;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Base of the generated classes that take the optional parameters of a function or an action. Not thread-safe. */
public abstract class OperationOptions {

    private final Map<String, Argument> arguments = new LinkedHashMap<>();

    /** For generated classes. */
    protected OperationOptions() {}

    /** For generated classes: sets a parameter, or leaves it out again if the value is {@code null}. */
    protected final void param(String name, @Nullable Object value) {
        param(name, value, "");
    }

    /**
     * For generated classes: sets a parameter, or leaves it out again if the value is {@code null}.
     *
     * @param type qualified name of the enumeration that the value is of, {@code geography} or {@code geometry}
     */
    protected final void param(String name, @Nullable Object value, String type) {
        if (value == null) {
            arguments.remove(name);
        } else {
            arguments.put(name, new Argument(value, type));
        }
    }

    final Map<String, Argument> arguments() {
        return arguments;
    }
}
