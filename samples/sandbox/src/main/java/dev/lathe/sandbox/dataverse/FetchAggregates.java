package dev.lathe.sandbox.dataverse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Groups and values of groups in FetchXML. */
final class FetchAggregates {

    private static final int ROW_LIMIT = 50_000;

    private final FetchXml fetch;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /** What an alias stands for: an attribute of a joined table. */
    private record Column(String table, FetchXml.Attribute attribute) {

        @Nullable
        Object of(Fetching.Joined joined) {
            Row row = joined.row(table);
            return row == null ? null : row.get(FetchConditions.column(row.type(), attribute.name()));
        }
    }

    FetchAggregates(FetchXml fetch) {
        this.fetch = fetch;
        collect(fetch.entity());
    }

    private void collect(FetchXml.Entity entity) {
        for (FetchXml.Attribute attribute : entity.attributes()) {
            if (attribute.alias().isEmpty() || attribute.aggregate().isEmpty() == !attribute.groupBy()) {
                throw FetchXml.malformed(
                        "In an aggregate each attribute has an alias, and is grouped by or aggregated: '"
                                + attribute.name() + "'.");
            }
            columns.put(attribute.alias(), new Column(entity.alias(), attribute));
        }
        entity.links().forEach(this::collect);
    }

    /** The outcomes: values by alias; what is null is left out. */
    List<Map<String, Object>> of(List<Fetching.Joined> rows) {
        if (rows.size() > ROW_LIMIT) {
            throw new DataverseError(
                    400,
                    "0x8004E023",
                    "The maximum record limit is exceeded. Reduce the number of records in the aggregate.");
        }
        List<Column> groups =
                columns.values().stream().filter(c -> c.attribute().groupBy()).toList();
        Map<List<Object>, List<Fetching.Joined>> byValues = rows.stream()
                .collect(Collectors.groupingBy(
                        joined -> groups.stream()
                                .map(group -> Objects.requireNonNullElse(grouped(group, joined), "\0"))
                                .toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (groups.isEmpty()) {
            byValues.putIfAbsent(List.of(), List.of());
        }
        List<Map<String, Object>> outcomes = new ArrayList<>();
        for (List<Fetching.Joined> group : byValues.values()) {
            Map<String, Object> outcome = new LinkedHashMap<>();
            columns.forEach((alias, column) -> {
                Object value = column.attribute().groupBy() ? grouped(column, group.get(0)) : computed(column, group);
                if (value != null) {
                    outcome.put(alias, value);
                }
            });
            outcomes.add(outcome);
        }
        orders(fetch.entity())
                .map(FetchAggregates::comparator)
                .reduce(Comparator::thenComparing)
                .ifPresent(outcomes::sort);
        return outcomes;
    }

    private static Stream<FetchXml.Order> orders(FetchXml.Entity entity) {
        return Stream.concat(entity.orders().stream(), entity.links().stream().flatMap(FetchAggregates::orders));
    }

    private static Comparator<Map<String, Object>> comparator(FetchXml.Order order) {
        if (!order.alias()) {
            throw FetchXml.malformed("An aggregate is ordered by an alias, not by the attribute '" + order.by() + "'.");
        }
        Comparator<Map<String, Object>> ascending =
                Comparator.comparing(outcome -> outcome.get(order.by()), Comparison.ORDER);
        return order.descending() ? ascending.reversed() : ascending;
    }

    private static @Nullable Object grouped(Column column, Fetching.Joined joined) {
        Object value = column.of(joined);
        String part = column.attribute().dateGrouping();
        if (value == null || part.isEmpty()) {
            return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
        }
        LocalDate day = value instanceof Instant time
                ? LocalDate.ofInstant(time, ZoneOffset.UTC)
                : value instanceof LocalDate date ? date : null;
        if (day == null) {
            throw FetchXml.malformed(
                    "Only dates have a dategrouping: '" + column.attribute().name() + "'.");
        }
        return switch (part) {
            case "day" -> day.getDayOfMonth();
            case "week" -> day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "month" -> day.getMonthValue();
            case "quarter", "fiscal-period" -> day.get(IsoFields.QUARTER_OF_YEAR);
            case "year", "fiscal-year" -> day.getYear();
            default -> throw FetchXml.malformed("The dategrouping '" + part + "' is not known.");
        };
    }

    private static @Nullable Object computed(Column column, List<Fetching.Joined> group) {
        FetchXml.Attribute attribute = column.attribute();
        if (attribute.aggregate().equals("count")) {
            return group.size();
        }
        List<Object> values = group.stream()
                .map(column::of)
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
        return switch (attribute.aggregate()) {
            case "countcolumn" ->
                attribute.distinct() ? (int) values.stream().distinct().count() : values.size();
            case "sum" -> values.isEmpty() ? null : sum(values);
            case "avg" ->
                values.isEmpty() ? null : sum(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
            case "min" -> values.stream().min(Comparison::compare).orElse(null);
            case "max" -> values.stream().max(Comparison::compare).orElse(null);
            default -> throw FetchXml.malformed("The aggregate '" + attribute.aggregate() + "' is not known.");
        };
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream()
                .map(value -> {
                    if (value instanceof Number number) {
                        return new BigDecimal(number.toString());
                    }
                    throw FetchXml.malformed("Only numbers have a sum and an average.");
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
