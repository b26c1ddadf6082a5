package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceNavigation;
import org.apache.olingo.server.api.uri.queryoption.AliasQueryOption;
import org.apache.olingo.server.api.uri.queryoption.ExpandItem;
import org.apache.olingo.server.api.uri.queryoption.ExpandOption;
import org.apache.olingo.server.api.uri.queryoption.OrderByItem;
import org.apache.olingo.server.api.uri.queryoption.OrderByOption;
import org.apache.olingo.server.api.uri.queryoption.SelectItem;
import org.apache.olingo.server.api.uri.queryoption.SelectOption;
import org.jspecify.annotations.Nullable;

/** Turns {@code $select}, {@code $expand} and {@code $orderby} into what the store and the writer need. */
final class Shapes {

    private static final int MOST_EXPANSIONS = 15;

    private final QueryFunctions functions;
    private final Lookups lookups;
    private final Map<String, AliasQueryOption> aliases;
    private int expansions;

    Shapes(QueryFunctions functions, Lookups lookups, Map<String, AliasQueryOption> aliases) {
        this.functions = functions;
        this.lookups = lookups;
        this.aliases = aliases;
    }

    /** @param expandText the text of the {@code $expand} option, decoded */
    Shape shape(
            EdmEntityType type,
            @Nullable SelectOption select,
            @Nullable ExpandOption expand,
            Optional<String> expandText) {
        return new Shape(type, selected(type, select), expanded(expand, ExpandText.of(expandText.orElse(""))));
    }

    private static Optional<Set<String>> selected(EdmEntityType type, @Nullable SelectOption select) {
        if (select == null || select.getSelectItems().isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        for (SelectItem item : select.getSelectItems()) {
            if (item.isStar()) {
                return Optional.empty();
            }
            if (item.getResourcePath() == null) {
                throw DataverseError.query("Only columns can be selected.");
            }
            UriResource first = item.getResourcePath().getUriResourceParts().get(0);
            if (first instanceof UriResourceNavigation) {
                throw DataverseError.query("Could not find a property named '" + first.getSegmentValue() + "' on type '"
                        + Schema.nameOf(type) + "'. A navigation property is not selected but expanded.");
            }
            names.add(first.getSegmentValue());
        }
        return Optional.of(names);
    }

    private List<Shape.Expansion> expanded(@Nullable ExpandOption expand, ExpandText text) {
        List<Shape.Expansion> result = new ArrayList<>();
        if (expand != null) {
            for (ExpandItem item : expand.getExpandItems()) {
                result.add(expansion(item, text));
            }
        }
        return List.copyOf(result);
    }

    private Shape.Expansion expansion(ExpandItem item, ExpandText text) {
        if (++expansions > MOST_EXPANSIONS) {
            throw DataverseError.query("Number of expands exceeds the limit of " + MOST_EXPANSIONS + ".");
        }
        if (item.isStar()
                || item.getResourcePath() == null
                || !(item.getResourcePath().getUriResourceParts().get(0) instanceof UriResourceNavigation part)) {
            throw DataverseError.query("Only navigation properties of a row can be expanded.");
        }
        EdmNavigationProperty nav = part.getProperty();
        checkOptions(item, nav);
        Shape shape = new Shape(
                nav.getType(),
                selected(nav.getType(), item.getSelectOption()),
                expanded(item.getExpandOption(), text.inside(nav.getName())));
        if (!shape.expansions().isEmpty() && (item.getOrderByOption() != null || item.getTopOption() != null)) {
            throw DataverseError.query("$orderby and $top are not supported together with a nested $expand.");
        }
        Predicate<Row> filter = item.getFilterOption() == null
                ? row -> true
                : Terms.filter(item.getFilterOption().getExpression(), functions, aliases);
        int top = item.getTopOption() == null
                ? Integer.MAX_VALUE
                : item.getTopOption().getValue();
        return new Shape.Expansion(
                nav, shape, filter, order(item.getOrderByOption()), top, item.isRef(), text.queryOf(nav.getName()));
    }

    private static void checkOptions(ExpandItem item, EdmNavigationProperty nav) {
        if (item.getLevelsOption() != null
                || item.getSkipOption() != null
                || item.getCountOption() != null
                || item.getSearchOption() != null
                || item.getApplyOption() != null
                || item.hasCountPath()) {
            throw DataverseError.query("$levels, $skip, $count, $search and $apply are not supported inside $expand.");
        }
        if (nav.isCollection() && item.isRef()) {
            throw DataverseError.query("$ref is supported for single-valued navigation properties only.");
        }
        boolean forCollections =
                item.getFilterOption() != null || item.getOrderByOption() != null || item.getTopOption() != null;
        if (!nav.isCollection() && forCollections) {
            throw DataverseError.query("Only $select and $expand are supported for the single-valued navigation "
                    + "property '" + nav.getName() + "'.");
        }
    }

    /** The order asked for; lookups sort by the name of the row they hold. */
    Optional<Comparator<Row>> order(@Nullable OrderByOption option) {
        if (option == null) {
            return Optional.empty();
        }
        Comparator<Row> order = null;
        for (OrderByItem item : option.getOrders()) {
            Term term = Terms.compile(item.getExpression(), functions, aliases);
            Term sortedBy = lookups.columnOf(item.getExpression())
                    .<Term>map(column -> scope -> lookups.nameOfTarget(scope.row(), column))
                    .orElse(term);
            Comparator<Row> next =
                    (a, b) -> Comparison.ORDER.compare(sortedBy.of(Term.Scope.of(a)), sortedBy.of(Term.Scope.of(b)));
            Comparator<Row> directed = item.isDescending() ? next.reversed() : next;
            order = order == null ? directed : order.thenComparing(directed);
        }
        return Optional.ofNullable(order);
    }
}
