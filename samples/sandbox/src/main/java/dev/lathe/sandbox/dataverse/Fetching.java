package dev.lathe.sandbox.dataverse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.jspecify.annotations.Nullable;

/** Carries out a query in FetchXML: joins, conditions, order, and the page that is asked for. */
final class Fetching {

    private static final Pattern COOKIE = Pattern.compile(
            "<cookie page=\"(\\d{1,9})\"><(\\w+) last=\"\\{([^\"]*)}\" first=\"\\{[^\"]*}\" ?/></cookie>");

    private final Schema schema;
    private final Store store;
    private final Lookups lookups;
    private final FetchXml fetch;
    private final FetchConditions conditions;
    private final Map<String, EdmEntityType> types = new HashMap<>();

    Fetching(Schema schema, QueryFunctions functions, Lookups lookups, FetchXml fetch) {
        this.schema = schema;
        this.store = functions.store();
        this.lookups = lookups;
        this.fetch = fetch;
        this.conditions = new FetchConditions(functions);
        check(fetch.entity());
    }

    /** The rows of the tables that were joined, by alias; of an outer join that found nothing there is none. */
    record Joined(Map<String, Row> byAlias) implements FetchConditions.Joined {

        @Override
        public @Nullable Row row(String alias) {
            return byAlias.get(alias);
        }

        Joined with(String alias, Row row) {
            Map<String, Row> more = new LinkedHashMap<>(byAlias);
            more.put(alias, row);
            return new Joined(more);
        }

        Row outermost() {
            return Objects.requireNonNull(byAlias.get(""));
        }
    }

    /** @param next the cookie for the next page, when there is one */
    record Result(List<Joined> rows, int total, Optional<String> next) {}

    private void check(FetchXml.Entity entity) {
        EdmEntityType type = schema.type(schema.document().namespace() + "." + entity.name())
                .orElseThrow(() -> new DataverseError(
                        400, "0x80041102", "The entity with a name = '" + entity.name() + "' was not found."));
        if (types.put(entity.alias(), type) != null) {
            throw FetchXml.malformed("The alias '" + entity.alias() + "' is used twice.");
        }
        entity.attributes().forEach(attribute -> FetchConditions.column(type, attribute.name()));
        entity.filters().forEach(FetchConditions::check);
        entity.links().forEach(this::check);
    }

    EdmEntityType type(String alias) {
        return Objects.requireNonNull(types.get(alias));
    }

    /** All rows that meet the conditions, in order. */
    List<Joined> matching(List<Row> outermost) {
        List<Joined> found = new ArrayList<>();
        for (Row row : outermost) {
            Joined start = new Joined(Map.of("", row));
            for (Joined joined : joined(start, fetch.entity())) {
                if (fetch.entity().filters().stream().allMatch(filter -> conditions.meets(filter, "", joined))) {
                    found.add(joined);
                }
            }
        }
        if (!fetch.aggregate()) { // the outcomes are ordered then
            order(fetch.entity()).ifPresent(found::sort);
        }
        return found;
    }

    private List<Joined> joined(Joined start, FetchXml.Entity entity) {
        List<Joined> all = List.of(start);
        for (FetchXml.Entity link : entity.links()) {
            List<Joined> next = new ArrayList<>();
            for (Joined joined : all) {
                List<Joined> matches = matches(joined, entity.alias(), link);
                next.addAll(matches.isEmpty() && link.outer() ? List.of(joined) : matches);
            }
            all = next;
        }
        return all;
    }

    private List<Joined> matches(Joined joined, String alias, FetchXml.Entity link) {
        Row parent = joined.row(alias);
        Object value = parent == null ? null : parent.get(FetchConditions.column(parent.type(), link.to()));
        if (value == null) {
            return List.of();
        }
        EdmEntityType type = type(link.alias());
        List<Joined> matches = new ArrayList<>();
        for (Row row : store.allWhere(type, List.of(FetchConditions.column(type, link.from())), List.of(value))) {
            Joined more = joined.with(link.alias(), row);
            if (link.filters().stream().allMatch(filter -> conditions.meets(filter, link.alias(), more))) {
                matches.addAll(joined(more, link));
            }
        }
        return matches;
    }

    /** The keys of the outermost table first, then those of the links. */
    private Optional<Comparator<Joined>> order(FetchXml.Entity entity) {
        Comparator<Joined> order = null;
        for (FetchXml.Order key : entity.orders()) {
            if (key.alias()) {
                throw FetchXml.malformed("Only aggregates are ordered by an alias.");
            }
            String column = FetchConditions.column(type(entity.alias()), key.by());
            Comparator<Joined> next =
                    Comparator.comparing(joined -> sortedBy(joined.row(entity.alias()), column), Comparison.ORDER);
            Comparator<Joined> directed = key.descending() ? next.reversed() : next;
            order = order == null ? directed : order.thenComparing(directed);
        }
        for (FetchXml.Entity link : entity.links()) {
            Optional<Comparator<Joined>> inner = order(link);
            if (inner.isPresent()) {
                order = order == null ? inner.get() : order.thenComparing(inner.get());
            }
        }
        return Optional.ofNullable(order);
    }

    private @Nullable Object sortedBy(@Nullable Row row, String column) {
        if (row == null) {
            return null;
        }
        return Schema.isLookup(column) ? lookups.nameOfTarget(row, column) : row.get(column);
    }

    // ---- what a row shows

    /** Columns of the outermost table that were asked for; empty for all. */
    Optional<Set<String>> selected() {
        FetchXml.Entity entity = fetch.entity();
        if (entity.all()) {
            return Optional.empty();
        }
        Set<String> columns = new HashSet<>();
        entity.attributes().forEach(a -> columns.add(FetchConditions.column(type(""), a.name())));
        return Optional.of(columns);
    }

    /** Values under other names than their columns': of linked tables, and those with an alias. */
    Map<String, Object> aliased(Joined joined) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FetchXml.Attribute attribute : fetch.entity().attributes()) {
            if (!attribute.alias().isEmpty()) {
                put(values, attribute.alias(), joined.outermost(), attribute.name());
            }
        }
        fetch.entity().links().forEach(link -> linked(joined, link, values));
        return values;
    }

    private void linked(Joined joined, FetchXml.Entity link, Map<String, Object> values) {
        Row row = joined.row(link.alias());
        if (row != null) {
            if (link.all()) {
                row.columns().forEach((column, value) -> values.put(link.alias() + "." + column, value));
            }
            for (FetchXml.Attribute attribute : link.attributes()) {
                String name = attribute.alias().isEmpty() ? link.alias() + "." + attribute.name() : attribute.alias();
                put(values, name, row, attribute.name());
            }
        }
        link.links().forEach(inner -> linked(joined, inner, values));
    }

    private static void put(Map<String, Object> values, String name, Row row, String attribute) {
        Object value = row.get(FetchConditions.column(row.type(), attribute));
        if (value != null) {
            values.put(name, value);
        }
    }

    // ---- pages

    Result page(List<Row> outermost) {
        List<Joined> rows = matching(outermost);
        if (fetch.distinct()) {
            rows = distinct(rows);
        }
        if (fetch.top() >= 0) {
            return new Result(rows.subList(0, Math.min(rows.size(), fetch.top())), rows.size(), Optional.empty());
        }
        int start = Math.min(rows.size(), start(rows));
        int end = Math.min(rows.size(), start + fetch.count());
        List<Joined> page = rows.subList(start, end);
        return new Result(page, rows.size(), end < rows.size() ? Optional.of(cookie(page)) : Optional.empty());
    }

    private List<Joined> distinct(List<Joined> rows) {
        Set<List<Object>> seen = new HashSet<>();
        List<Joined> distinct = new ArrayList<>();
        for (Joined joined : rows) {
            Map<String, Object> shown = new LinkedHashMap<>(aliased(joined));
            selected()
                    .ifPresentOrElse(
                            columns -> columns.forEach(column -> {
                                Object value = joined.outermost().get(column);
                                if (value != null) {
                                    shown.put(column, value);
                                }
                            }),
                            () -> shown.putAll(joined.outermost().columns()));
            if (seen.add(List.of(shown))) {
                distinct.add(joined);
            }
        }
        return distinct;
    }

    /** Rows that went away before the last one of the page before shift nothing when there is a cookie. */
    private int start(List<Joined> rows) {
        int byNumber = (int) Math.min(Integer.MAX_VALUE, (fetch.page() - 1L) * fetch.count());
        if (fetch.cookie().isEmpty()) {
            return byNumber;
        }
        Matcher cookie = COOKIE.matcher(fetch.cookie());
        if (!cookie.matches() || Integer.parseInt(cookie.group(1)) != fetch.page() - 1) {
            throw new DataverseError(400, "0x80040216", "Malformed XML in the Paging Cookie");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).outermost().key().display().equalsIgnoreCase(cookie.group(3))
                    && (i + 1 == rows.size()
                            || !rows.get(i + 1)
                                    .outermost()
                                    .key()
                                    .equals(rows.get(i).outermost().key()))) {
                return i + 1;
            }
        }
        return byNumber;
    }

    private String cookie(List<Joined> page) {
        String key = type("").getKeyPredicateNames().get(0);
        return "<cookie page=\"" + fetch.page() + "\"><" + key + " last=\"{" + id(page.get(page.size() - 1))
                + "}\" first=\"{" + id(page.get(0)) + "}\" /></cookie>";
    }

    private static String id(Joined joined) {
        return joined.outermost().key().display().toUpperCase(Locale.ROOT);
    }

    /** The cookie as an answer tells it: the next page's number, and the cookie percent-encoded twice. */
    String annotation(String cookie) {
        String twice = encode(encode(cookie));
        return "<cookie pagenumber=\"" + (fetch.page() + 1) + "\" pagingcookie=\"" + twice
                + "\" istracking=\"False\" />";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
