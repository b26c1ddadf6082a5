package dev.lathe.runtime.odata;

import dev.lathe.runtime.Call;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.paging.Page;
import dev.lathe.runtime.paging.Pages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A query and how it is sent. Immutable. */
final class ODataQuery<E> implements Query<E> {

    private final ODataService service;
    private final Target target;
    private final JsonType<E> type;
    private final Options options;
    private final int pageSize;

    /** Names of wanted annotations; null for all that come. */
    private final @Nullable List<String> annotations;

    private final Map<String, String> others;

    ODataQuery(ODataService service, Target target, JsonType<E> type) {
        this(service, target, type, Options.NONE, 0, null, Map.of());
    }

    private ODataQuery(
            ODataService service,
            Target target,
            JsonType<E> type,
            Options options,
            int pageSize,
            @Nullable List<String> annotations,
            Map<String, String> others) {
        this.service = service;
        this.target = target;
        this.type = type;
        this.options = options;
        this.pageSize = pageSize;
        this.annotations = annotations;
        this.others = others;
    }

    private ODataQuery<E> with(Options changed) {
        return new ODataQuery<>(service, target, type, changed, pageSize, annotations, others);
    }

    private ODataQuery<E> with(List<String> names) {
        return new ODataQuery<>(service, target, type, options, pageSize, names, others);
    }

    @Override
    public Query<E> select(List<? extends Column<? super E, ?>> columns) {
        return with(options.select(columns));
    }

    @Override
    public <U> Query<E> expand(ToOne<? super E, U> navigation, UnaryOperator<Projection<U>> projection) {
        return with(options.expand(navigation.name(), false, Projection.of(projection)));
    }

    @Override
    public <U> Query<E> expand(ToMany<? super E, U> navigation, UnaryOperator<Expansion<U>> expansion) {
        return with(options.expand(navigation.name(), true, Expansion.of(expansion)));
    }

    @Override
    public Query<E> filter(Filter<? super E> filter) {
        return with(options.filter(filter));
    }

    @Override
    public Query<E> orderBy(List<? extends Order<? super E>> keys) {
        return with(options.orderBy(keys));
    }

    @Override
    public Query<E> top(int rows) {
        return with(options.top(rows));
    }

    @Override
    public Query<E> withCount() {
        return with(options.counted());
    }

    @Override
    public Query<E> pageSize(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A page has at least one row, not " + rows);
        }
        return new ODataQuery<>(service, target, type, options, rows, annotations, others);
    }

    @Override
    public Query<E> includeAnnotations(String... names) {
        return with(List.of(names));
    }

    @Override
    public Query<E> withoutAnnotations() {
        return with(List.of());
    }

    @Override
    public Query<E> option(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(others);
        more.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
        return new ODataQuery<>(service, target, type, options, pageSize, annotations, more);
    }

    @Override
    public Aggregation<E> aggregate() {
        Options rest = new Options(
                options.select(), options.expand(), null, options.orderBy(), options.top(), options.count());
        if (!rest.equals(Options.NONE)) {
            throw new IllegalStateException("Only a condition goes with an aggregation, not " + rest.values());
        }
        if (!(type instanceof ObjectType<?> rows)) {
            throw new IllegalStateException("Values of " + target.template() + " have no columns");
        }
        var bare = new ODataQuery<>(service, target, type, Options.NONE, pageSize, annotations, others);
        return new Aggregation<>(bare, rows, options.filter(), List.of(), List.of());
    }

    @Override
    public Pages<E> pages() {
        return Pages.of(this::page);
    }

    private Page<E> page(@Nullable String next, @Nullable Page<E> before) {
        Position position = next == null ? new Position(options.top(), "") : Position.parse(next, options.top());
        RowPage<E> page = prepared(
                        position.link().isEmpty()
                                ? target.call(service.client(), "GET", allOptions())
                                : target.next(service.client(), position.link()))
                .read(new RowPage.Type<>(type, filterOfAnnotations()));
        if (options.hasExpandedLists()) {
            new ExpandedLists(service, target, this::prepared, filterOfAnnotations()).complete(page.items());
        }
        List<E> rows = page.items();
        if (options.top() >= 0 && rows.size() > position.left()) {
            rows = rows.subList(0, position.left());
        }
        return Page.of(
                rows,
                before == null ? 0 : before.number() + 1,
                page.count(),
                position.after(rows, page.nextLink()),
                page.annotations());
    }

    /**
     * Where a page starts.
     *
     * @param left how many rows are still wanted; negative for all
     * @param link to the page; empty for the first
     */
    private record Position(int left, String link) {

        /** With a limit the text that leads to a page starts with what is left of it. */
        static Position parse(String next, int top) {
            int space = next.indexOf(' ');
            if (top < 0 || space < 1 || !next.substring(0, space).chars().allMatch(c -> c >= '0' && c <= '9')) {
                return new Position(top, next);
            }
            return new Position(Integer.parseInt(next.substring(0, space)), next.substring(space + 1));
        }

        @Nullable
        String after(List<?> rows, @Nullable String nextLink) {
            if (nextLink == null || left < 0) {
                return nextLink;
            }
            int rest = left - rows.size();
            return rest <= 0 ? null : rest + " " + nextLink;
        }
    }

    private Map<String, String> allOptions() {
        Map<String, String> all = new LinkedHashMap<>(options.values());
        all.putAll(others);
        return all;
    }

    private @Nullable AnnotationFilter filterOfAnnotations() {
        return annotations == null || annotations.contains("*") ? null : new AnnotationFilter(annotations);
    }

    private Call prepared(Call call) {
        // A page size makes some services ignore $top: it is left out where one page will do.
        if (pageSize > 0 && (options.top() < 0 || options.top() > pageSize)) {
            call.prefer("odata.maxpagesize=" + pageSize);
        }
        if (annotations != null && !annotations.isEmpty()) {
            call.prefer("odata.include-annotations=\"" + String.join(",", annotations) + "\"");
        }
        return call;
    }

    @Override
    public long count() {
        Map<String, String> filter = new LinkedHashMap<>(others);
        String condition = options.values().get("$filter");
        if (condition != null) {
            filter.put("$filter", condition);
        }
        Target count = target.then("$count");
        String text = count.call(service.client(), "GET", filter)
                .accept("text/plain, application/json")
                .text()
                .strip();
        try {
            // Some services start the text with a byte order mark.
            return Long.parseLong(text.startsWith("\uFEFF") ? text.substring(1).strip() : text);
        } catch (NumberFormatException e) {
            throw new InvalidResponseException(
                    Failure.of("GET", count.template()).withMessage("The answer is no number."), null);
        }
    }

    /** The options as they stand in the URL, before percent-encoding. */
    @Override
    public String toString() {
        return "Query[" + target.template() + ", " + allOptions() + "]";
    }
}
