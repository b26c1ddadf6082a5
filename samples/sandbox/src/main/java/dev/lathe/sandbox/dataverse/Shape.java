package dev.lathe.sandbox.dataverse;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;

/**
 * What of a row goes into an answer.
 *
 * @param selected names of the wanted columns; empty for all
 */
record Shape(EdmEntityType type, Optional<Set<String>> selected, List<Expansion> expansions) {

    /**
     * One expanded navigation property.
     *
     * @param reference whether only {@code @odata.id} is wanted
     * @param query the options inside the parentheses, as the query of a URL
     */
    record Expansion(
            EdmNavigationProperty navigation,
            Shape shape,
            Predicate<Row> filter,
            Optional<Comparator<Row>> order,
            int top,
            boolean reference,
            String query) {}

    static Shape all(EdmEntityType type) {
        return new Shape(type, Optional.empty(), List.of());
    }

    boolean shows(String column) {
        return selected.map(names -> names.contains(column)).orElse(true);
    }

    /** Whether an expansion inside an expansion is asked for, which changes how Dataverse pages. */
    boolean isNested() {
        return expansions.stream().anyMatch(e -> !e.shape().expansions().isEmpty());
    }

    /** The part of a context URL in parentheses, with them; empty when everything is selected. */
    String context() {
        StringBuilder text = new StringBuilder();
        selected.ifPresent(names -> text.append(String.join(",", names)));
        for (Expansion expansion : expansions) {
            text.append(text.length() == 0 ? "" : ",")
                    .append(expansion.navigation().getName())
                    .append(
                            expansion.shape().context().isEmpty()
                                    ? "()"
                                    : expansion.shape().context());
        }
        return text.length() == 0 ? "" : "(" + text + ")";
    }
}
