package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.paging.Page;
import dev.lathe.runtime.paging.Pages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service to compute values from the rows of a query ({@code $apply}; OData Data Aggregation 4.0):
 *
 * <pre>{@code
 * Aggregate<Account, BigDecimal> total = Accounts.REVENUE.sum("total");
 * for (AggregateRow<Account> row : crm.accounts()
 *         .filter(Accounts.STATECODE.eq(0))
 *         .aggregate()
 *         .groupBy(Accounts.INDUSTRYCODE)
 *         .compute(total)) {
 *     print(row.get(Accounts.INDUSTRYCODE), row.get(total));
 * }
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads; nothing is sent before rows are asked for. Dataverse computes from
 * 50,000 rows at most, does not group by date and time, and does not sort the outcome.
 *
 * @param <E> the class of the rows that values are computed from
 */
public final class Aggregation<E> implements Iterable<AggregateRow<E>> {

    private final ODataQuery<E> rows;
    private final ObjectType<?> type;
    private final @Nullable Expression filter;
    private final List<String> groups;
    private final List<Aggregate<? super E, ?>> aggregates;

    Aggregation(
            ODataQuery<E> rows,
            ObjectType<?> type,
            @Nullable Expression filter,
            List<String> groups,
            List<Aggregate<? super E, ?>> aggregates) {
        this.rows = rows;
        this.type = type;
        this.filter = filter;
        this.groups = groups;
        this.aggregates = aggregates;
    }

    /**
     * One outcome for each combination of values of these columns, which may stand behind navigations. Columns add up
     * when this is called several times. Without aggregates that is the list of distinct values.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    public final Aggregation<E> groupBy(Column<? super E, ?>... columns) {
        List<String> all = new ArrayList<>(groups);
        Arrays.stream(columns)
                .map(Column::name)
                .filter(name -> !all.contains(name))
                .forEach(all::add);
        return new Aggregation<>(rows, type, filter, List.copyOf(all), aggregates);
    }

    /**
     * Computes these values, for each group or for all rows together.
     *
     * @throws IllegalArgumentException if two of them have the same name
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    public final Aggregation<E> compute(Aggregate<? super E, ?>... values) {
        List<Aggregate<? super E, ?>> all = new ArrayList<>(aggregates);
        for (Aggregate<? super E, ?> value : values) {
            if (all.stream().anyMatch(known -> known.name().equals(value.name()))) {
                throw new IllegalArgumentException("Two aggregates have the name '" + value.name() + "'");
            }
            all.add(value);
        }
        return new Aggregation<>(rows, type, filter, groups, List.copyOf(all));
    }

    /**
     * The outcomes in pages.
     *
     * @throws IllegalStateException if there is neither a column to group by nor a value to compute
     */
    public Pages<AggregateRow<E>> pages() {
        Pages<E> read = rows.option("$apply", apply()).pages();
        return Pages.of((next, before) -> {
            Page<E> page =
                    (next == null ? read : read.resume(next)).pages().iterator().next();
            List<AggregateRow<E>> outcomes = page.items().stream()
                    .map(row -> new AggregateRow<E>((ODataObject) row, type))
                    .toList();
            return Page.of(
                    outcomes,
                    before == null ? 0 : before.number() + 1,
                    page.total(),
                    page.next().orElse(null));
        });
    }

    /** All outcomes, one page after the other. */
    @Override
    public Iterator<AggregateRow<E>> iterator() {
        return pages().iterator();
    }

    /** All outcomes, one page after the other. Needs no closing. */
    public Stream<AggregateRow<E>> stream() {
        return pages().stream();
    }

    /** All outcomes at once. */
    public List<AggregateRow<E>> toList() {
        return pages().toList();
    }

    private String apply() {
        String condition = filter == null ? "" : "filter(" + new Filter<E>(filter) + ")/";
        List<String> texts = aggregates.stream().map(Aggregate::toString).toList();
        String values = texts.isEmpty() ? "" : "aggregate(" + String.join(",", texts) + ")";
        if (groups.isEmpty() && values.isEmpty()) {
            throw new IllegalStateException("Neither a column to group by nor a value to compute");
        }
        if (groups.isEmpty()) {
            return condition + values;
        }
        return condition + "groupby((" + String.join(",", groups) + ")" + (values.isEmpty() ? "" : "," + values) + ")";
    }

    /** As it stands behind {@code $apply=}, before percent-encoding. */
    @Override
    public String toString() {
        return apply();
    }
}
