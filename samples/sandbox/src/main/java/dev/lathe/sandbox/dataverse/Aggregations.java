package dev.lathe.sandbox.dataverse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceCount;
import org.apache.olingo.server.api.uri.UriResourceNavigation;
import org.apache.olingo.server.api.uri.UriResourceProperty;
import org.apache.olingo.server.api.uri.queryoption.ApplyItem;
import org.apache.olingo.server.api.uri.queryoption.ApplyOption;
import org.apache.olingo.server.api.uri.queryoption.apply.Aggregate;
import org.apache.olingo.server.api.uri.queryoption.apply.AggregateExpression;
import org.apache.olingo.server.api.uri.queryoption.apply.Filter;
import org.apache.olingo.server.api.uri.queryoption.apply.GroupBy;
import org.apache.olingo.server.api.uri.queryoption.apply.GroupByItem;
import org.jspecify.annotations.Nullable;

/** Computes {@code $apply}: filters, groups, and values of groups, within the limits of Dataverse. */
final class Aggregations {

    /** Most rows that values are computed from. */
    private static final int ROW_LIMIT = 50_000;

    private final QueryFunctions functions;
    private final Store store;
    private final DataverseCall call;

    Aggregations(QueryFunctions functions, DataverseCall call) {
        this.functions = functions;
        this.store = functions.store();
        this.call = call;
    }

    /** The outcomes: values by name, in the order of the request; what is null is left out. */
    List<Map<String, Object>> of(ApplyOption apply, List<Row> rows) {
        List<Row> left = rows;
        for (ApplyItem item : apply.getApplyItems()) {
            if (item instanceof Filter filter) {
                left = left.stream()
                        .filter(Terms.filter(filter.getFilterOption().getExpression(), functions, call.aliases()))
                        .toList();
            } else if (item instanceof GroupBy groups) {
                return limited(left, grouped(groups, left));
            } else if (item instanceof Aggregate aggregate) {
                Map<String, Object> outcome = new LinkedHashMap<>();
                compute(aggregate, left, outcome);
                return limited(left, List.of(outcome));
            } else {
                throw DataverseError.query("The transformation '" + item.getKind() + "' of $apply is not supported.");
            }
        }
        throw DataverseError.query("$apply neither groups nor aggregates.");
    }

    private static List<Map<String, Object>> limited(List<Row> rows, List<Map<String, Object>> outcomes) {
        if (rows.size() > ROW_LIMIT) {
            throw new DataverseError(
                    400,
                    "0x8004E023",
                    "The maximum record limit is exceeded. Reduce the number of records in the aggregate.");
        }
        return outcomes;
    }

    private List<Map<String, Object>> grouped(GroupBy groups, List<Row> rows) {
        Map<String, Function<Row, @Nullable Object>> columns = new LinkedHashMap<>();
        for (GroupByItem item : groups.getGroupByItems()) {
            if (item.getPath().isEmpty()) {
                throw DataverseError.query("Rollups are not supported.");
            }
            columns.put(name(item.getPath()), row -> value(row, item.getPath()));
        }
        Map<List<Object>, List<Row>> byValues = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> columns.values().stream()
                                .map(column -> comparable(column.apply(row)))
                                .toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Map<String, Object>> outcomes = new ArrayList<>();
        for (List<Row> group : byValues.values()) {
            Map<String, Object> outcome = new LinkedHashMap<>();
            columns.forEach((name, column) -> {
                Object value = column.apply(group.get(0));
                if (value != null) {
                    outcome.put(name, value);
                }
            });
            if (groups.getApplyOption() != null) {
                for (ApplyItem item : groups.getApplyOption().getApplyItems()) {
                    if (!(item instanceof Aggregate aggregate)) {
                        throw DataverseError.query("Only aggregate may follow the columns of groupby.");
                    }
                    compute(aggregate, group, outcome);
                }
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    /** Decimals of different scale are the same value; null is a value of its own. */
    private static Object comparable(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return Objects.requireNonNullElse(value, "\0");
    }

    private void compute(Aggregate aggregate, List<Row> rows, Map<String, Object> outcome) {
        for (AggregateExpression expression : aggregate.getExpressions()) {
            Object value = compute(expression, rows);
            if (value != null) {
                outcome.put(expression.getAlias(), value);
            }
        }
    }

    private @Nullable Object compute(AggregateExpression expression, List<Row> rows) {
        List<UriResource> path = expression.getPath();
        if (!path.isEmpty() && path.get(path.size() - 1) instanceof UriResourceCount) {
            return (long) rows.size();
        }
        if (expression.getExpression() == null || expression.getStandardMethod() == null) {
            throw DataverseError.query("The aggregate '" + expression.getAlias() + "' is not supported.");
        }
        Term term = Terms.compile(expression.getExpression(), functions, call.aliases());
        List<Object> values = rows.stream()
                .map(row -> term.of(Term.Scope.of(row)))
                .filter(Objects::nonNull)
                .toList();
        return switch (expression.getStandardMethod()) {
            case SUM -> values.isEmpty() ? null : sum(values);
            case AVERAGE ->
                values.isEmpty() ? null : sum(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
            case MIN -> extreme(values, -1);
            case MAX -> extreme(values, 1);
            case COUNT_DISTINCT ->
                throw DataverseError.query("The aggregation method 'countdistinct' is not supported.");
        };
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(Aggregations::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw DataverseError.query("Only numbers have a sum and an average.");
    }

    @SuppressWarnings("unchecked") // values of one column are of one class
    private static @Nullable Object extreme(List<Object> values, int sign) {
        return values.stream()
                .reduce((a, b) -> Integer.signum(((Comparable<Object>) a).compareTo(b)) == sign ? a : b)
                .orElse(null);
    }

    private @Nullable Object value(Row row, List<UriResource> path) {
        Row at = row;
        for (UriResource part : path) {
            if (part instanceof UriResourceNavigation navigation) {
                List<Row> next = store.related(at, navigation.getProperty());
                if (next.isEmpty()) {
                    return null;
                }
                at = next.get(0);
            } else if (part instanceof UriResourceProperty property) {
                return at.get(property.getProperty().getName());
            }
        }
        throw DataverseError.query("Only columns can be grouped by.");
    }

    /** A column of the table by its name; one behind a navigation by the target's table and its name. */
    private static String name(List<UriResource> path) {
        UriResource last = path.get(path.size() - 1);
        if (path.size() > 1 && path.get(path.size() - 2) instanceof UriResourceNavigation navigation) {
            EdmNavigationProperty property = navigation.getProperty();
            return property.getType().getName() + "_" + last.getSegmentValue();
        }
        return last.getSegmentValue();
    }
}
