package dev.lathe.sandbox.dataverse;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled part of a {@code $filter} or {@code $orderby}: its value for a row, null for null and for unknown. */
@FunctionalInterface
interface Term {

    @Nullable
    Object of(Scope scope);

    /** The row that is looked at, and the rows that lambda variables stand for. */
    record Scope(Row row, Map<String, Object> variables) {

        static Scope of(Row row) {
            return new Scope(row, Map.of());
        }

        Scope with(String variable, Object bound) {
            Map<String, Object> more = new HashMap<>(variables);
            more.put(variable, bound);
            return new Scope(row, more);
        }
    }
}
