package dev.lathe.runtime.odata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The system query options of a query or of an {@code $expand}. Immutable. */
record Options(
        List<String> select,
        List<Expanded> expand,
        @Nullable Expression filter,
        List<String> orderBy,
        int top,
        boolean count) {

    static final Options NONE = new Options(List.of(), List.of(), null, List.of(), -1, false);

    /** A navigation with its own options. */
    record Expanded(String navigation, boolean many, Options options) {

        @Override
        public String toString() {
            String inner = options.nested();
            return inner.isEmpty() ? navigation : navigation + "(" + inner + ")";
        }
    }

    Options select(List<? extends Column<?, ?>> columns) {
        List<String> names = new ArrayList<>(select);
        for (Column<?, ?> column : columns) {
            if (!names.contains(column.name())) {
                names.add(column.name());
            }
        }
        return new Options(List.copyOf(names), expand, filter, orderBy, top, count);
    }

    /** Replaces what was said about the same navigation before. */
    Options expand(String navigation, boolean many, Options options) {
        List<Expanded> all = new ArrayList<>(expand);
        all.removeIf(known -> known.navigation().equals(navigation));
        all.add(new Expanded(navigation, many, options));
        return new Options(select, List.copyOf(all), filter, orderBy, top, count);
    }

    Options filter(Filter<?> more) {
        Objects.requireNonNull(more, "filter");
        Expression both =
                filter == null ? more.expression() : new Expression.Junction("and", filter, more.expression());
        return new Options(select, expand, both, orderBy, top, count);
    }

    Options orderBy(List<? extends Order<?>> keys) {
        List<String> all = new ArrayList<>(orderBy);
        keys.forEach(key -> all.add(key.toString()));
        return new Options(select, expand, filter, List.copyOf(all), top, count);
    }

    Options top(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("The number of rows is negative: " + rows);
        }
        return new Options(select, expand, filter, orderBy, rows, count);
    }

    Options counted() {
        return new Options(select, expand, filter, orderBy, top, true);
    }

    /** The options that stay when only one row is read. */
    Options ofOneRow() {
        return new Options(select, expand, null, List.of(), -1, false);
    }

    /** Whether rows beyond some navigation may arrive in pages of their own. */
    boolean hasExpandedLists() {
        return expand.stream().anyMatch(e -> e.many() || e.options().hasExpandedLists());
    }

    /** By name, before percent-encoding. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        if (!select.isEmpty()) {
            values.put("$select", String.join(",", select));
        }
        if (!expand.isEmpty()) {
            values.put(
                    "$expand",
                    String.join(",", expand.stream().map(Expanded::toString).toList()));
        }
        if (filter != null) {
            values.put("$filter", new Filter<>(filter).toString());
        }
        if (!orderBy.isEmpty()) {
            values.put("$orderby", String.join(",", orderBy));
        }
        if (top >= 0) {
            values.put("$top", Integer.toString(top));
        }
        if (count) {
            values.put("$count", "true");
        }
        return values;
    }

    private String nested() {
        StringBuilder text = new StringBuilder();
        values().forEach((name, value) ->
                text.append(text.isEmpty() ? "" : ";").append(name).append('=').append(value));
        return text.toString();
    }
}
