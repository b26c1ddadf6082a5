package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.odata.Filter;
import java.util.LinkedHashMap;
import java.util.Map;

/** How query functions are called: by qualified name, with the column's name as the first parameter. */
final class Functions {

    private static final String NAMESPACE = "Microsoft.Dynamics.CRM.";

    private Functions() {}

    static <E> Filter<E> of(String function, String column, String insteadOfNot) {
        return call(function, column, Map.of(), insteadOfNot);
    }

    static <E> Filter<E> of(String function, String column, String parameter, Object value, String insteadOfNot) {
        return call(function, column, Map.of(parameter, value), insteadOfNot);
    }

    static <E> Filter<E> of(
            String function,
            String column,
            String parameter,
            Object value,
            String second,
            Object other,
            String insteadOfNot) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put(parameter, value);
        both.put(second, other);
        return call(function, column, both, insteadOfNot);
    }

    private static <E> Filter<E> call(String function, String column, Map<String, ?> values, String insteadOfNot) {
        // A function looks at the row to which a path leads; its parameter names a column of that very row.
        int slash = column.lastIndexOf('/');
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("PropertyName", column.substring(slash + 1));
        parameters.putAll(values);
        String path = slash < 0 ? "" : column.substring(0, slash);
        return Filter.function(path, NAMESPACE + function, parameters, insteadOfNot);
    }

    static long positive(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("The number of the " + what + " is not positive: " + number);
        }
        return number;
    }
}
