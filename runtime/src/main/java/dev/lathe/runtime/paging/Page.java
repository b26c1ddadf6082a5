package dev.lathe.runtime.paging;

import dev.lathe.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable as far as its items are.
 *
 * @param <T> the items
 */
public final class Page<T> {

    private final List<T> items;
    private final long number;
    private final OptionalLong total;
    private final @Nullable String next;
    private final Map<String, JsonValue> annotations;

    private Page(
            List<T> items, long number, OptionalLong total, @Nullable String next, Map<String, JsonValue> annotations) {
        this.items = items;
        this.number = number;
        this.total = total;
        this.next = next;
        this.annotations = annotations;
    }

    /**
     * A page.
     *
     * @param number the page's number as the service counts, or its place in the list, from 0
     * @param total of the whole list; empty when the service does not tell
     * @param next leads to the next page, such as a link; null on the last
     */
    public static <T> Page<T> of(List<? extends T> items, long number, OptionalLong total, @Nullable String next) {
        return of(items, number, total, next, Map.of());
    }

    /**
     * A page with annotations of its own.
     *
     * @param annotations by their names
     */
    public static <T> Page<T> of(
            List<? extends T> items,
            long number,
            OptionalLong total,
            @Nullable String next,
            Map<String, JsonValue> annotations) {
        return new Page<>(
                Collections.unmodifiableList(new ArrayList<>(items)),
                number,
                total,
                next,
                Collections.unmodifiableMap(new LinkedHashMap<>(annotations)));
    }

    /** What is on the page, in order; cannot be changed. */
    public List<T> items() {
        return items;
    }

    /** The page's number as the service counts; where it does not count, its place in the list, from 0. */
    public long number() {
        return number;
    }

    /** Length of the whole list as the service told with this page; empty when it does not tell. */
    public OptionalLong total() {
        return total;
    }

    /** Leads to the next page, for {@link Pages#resume}; empty on the last. */
    public Optional<String> next() {
        return Optional.ofNullable(next);
    }

    /** What the service says of the page besides, by name and in its order (OData: annotations); cannot be changed. */
    public Map<String, JsonValue> annotations() {
        return annotations;
    }

    @Override
    public String toString() {
        return "Page[" + number + ", " + items.size() + " items]";
    }
}
