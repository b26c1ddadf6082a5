package dev.lathe.runtime.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that arrives page by page. Nothing is fetched before it is needed, and each iteration fetches anew; at most two
 * pages are in memory at a time. Immutable and thread-safe; its iterators are not.
 *
 * <p>Iterating throws what a call throws. It ends in any case: also when a service gives the same numbered page again
 * and again, or when its links lead in a circle.
 *
 * @param <T> the items
 */
public final class Pages<T> implements Iterable<T> {

    private final PageSource<T> source;
    private final @Nullable String start;
    private final boolean numbered;

    private Pages(PageSource<T> source, @Nullable String start, boolean numbered) {
        this.source = source;
        this.start = start;
        this.numbered = numbered;
    }

    /** A list whose pages lead from one to the next. */
    public static <T> Pages<T> of(PageSource<T> source) {
        return new Pages<>(Objects.requireNonNull(source, "source"), null, false);
    }

    /** A list whose pages can be asked for by number: {@link Page#next()} is the number, in digits. */
    public static <T> Pages<T> numbered(PageSource<T> source) {
        return new Pages<>(Objects.requireNonNull(source, "source"), null, true);
    }

    /**
     * The same list from a page on.
     *
     * @param pageNumber as the service counts; for a list that is read by offset the number of items to leave out
     * @throws UnsupportedOperationException where pages have no numbers; {@link #resume} works there
     */
    public Pages<T> from(long pageNumber) {
        if (!numbered) {
            throw new UnsupportedOperationException(
                    "The pages of this list have no numbers. Keep Page.next() and give it to resume().");
        }
        if (pageNumber < 0) {
            throw new IllegalArgumentException("A page number is not negative: " + pageNumber);
        }
        return new Pages<>(source, Long.toString(pageNumber), true);
    }

    /** The same list from the page to which {@link Page#next()} led. */
    public Pages<T> resume(String next) {
        return new Pages<>(source, Objects.requireNonNull(next, "next"), numbered);
    }

    /** Item by item. */
    @Override
    public Iterator<T> iterator() {
        return new Items<>(new Walk<>(this));
    }

    /** Item by item; sequential unless told otherwise. Needs no closing. */
    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false);
    }

    /** Page by page. */
    public Iterable<Page<T>> pages() {
        return () -> new Walk<>(this);
    }

    /** Page by page. */
    public Stream<Page<T>> pageStream() {
        return StreamSupport.stream(pages().spliterator(), false);
    }

    /** The first item; fetches one page, or more when the first ones are empty. */
    public Optional<T> first() {
        Iterator<T> items = iterator();
        return items.hasNext() ? Optional.ofNullable(items.next()) : Optional.empty();
    }

    /** All items; fetches all pages. */
    public List<T> toList() {
        List<T> all = new ArrayList<>();
        for (Page<T> page : pages()) {
            all.addAll(page.items());
        }
        return Collections.unmodifiableList(all);
    }

    @Override
    public String toString() {
        return "Pages[from " + (start == null ? "the start" : "a later page") + "]";
    }

    /** From page to page. */
    private static final class Walk<T> implements Iterator<Page<T>> {

        private final PageSource<T> source;
        private final boolean numbered;
        private @Nullable String next;
        private boolean more = true;
        private @Nullable Page<T> before;
        private @Nullable Page<T> ready;

        // Brent's algorithm finds a circle of links without keeping them all: one link is remembered, for twice as
        // long each time.
        private @Nullable String remembered;
        private long stepsLeft = 1;
        private long stretch = 1;

        Walk(Pages<T> pages) {
            this.source = pages.source;
            this.numbered = pages.numbered;
            this.next = pages.start;
        }

        @Override
        public boolean hasNext() {
            if (ready == null && more) {
                Page<T> page = source.fetch(next, before);
                if (numbered && before != null && isRepeated(page, before)) {
                    more = false;
                    return false;
                }
                before = page;
                ready = page;
                next = page.next().orElse(null);
                more = next != null && !leadsBack(next);
            }
            return ready != null;
        }

        @Override
        public Page<T> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There are no more pages");
            }
            Page<T> page = Objects.requireNonNull(ready);
            ready = null;
            return page;
        }

        // A service that does not know the page parameter answers with the same items for ever.
        private static <T> boolean isRepeated(Page<T> page, Page<T> before) {
            return !page.items().isEmpty() && page.items().equals(before.items());
        }

        private boolean leadsBack(String link) {
            if (link.equals(remembered)) {
                return true;
            }
            stepsLeft--;
            if (stepsLeft == 0) {
                stretch *= 2;
                stepsLeft = stretch;
                remembered = link;
            }
            return false;
        }
    }

    /** From item to item. */
    private static final class Items<T> implements Iterator<T> {

        private final Walk<T> pages;
        private Iterator<T> items = Collections.emptyIterator();

        Items(Walk<T> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (!items.hasNext() && pages.hasNext()) {
                items = pages.next().items().iterator();
            }
            return items.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There are no more items");
            }
            return items.next();
        }
    }
}
