package dev.lathe.runtime.paging;

import org.jspecify.annotations.Nullable;

/**
 * Fetches pages. Thread-safe; keeps nothing between two calls.
 *
 * @param <T> the items
 */
@FunctionalInterface
public interface PageSource<T> {

    /**
     * Fetches one page.
     *
     * @param next what the page before told in {@link Page#next()}, or what a caller resumes with; null for the first page
     * @param before the page before; null for the first that is fetched
     */
    Page<T> fetch(@Nullable String next, @Nullable Page<T> before);
}
