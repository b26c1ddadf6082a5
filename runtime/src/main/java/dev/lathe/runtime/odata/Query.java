package dev.lathe.runtime.odata;

import dev.lathe.runtime.paging.Pages;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query for rows. Immutable: each method that says what is wanted returns another query. Nothing is sent before rows
 * are asked for; pages are fetched when they are reached, and again by each iteration.
 *
 * <p>Reading throws what {@link EntitySet} says. Safe for use by several threads.
 *
 * @param <E> the class of the rows
 */
public interface Query<E> extends Selection<E, Query<E>>, Iterable<E> {

    /** Asks for rows that meet a condition; they must meet all conditions if this is called several times. */
    Query<E> filter(Filter<? super E> filter);

    /** Sorts the rows; by further keys if this is called several times. */
    Query<E> orderBy(List<? extends Order<? super E>> keys);

    /** Sorts the rows. */
    default Query<E> orderBy(Order<? super E> key) {
        return orderBy(List.of(key));
    }

    /** Sorts the rows by two keys. */
    default Query<E> orderBy(Order<? super E> key, Order<? super E> second) {
        return orderBy(List.of(key, second));
    }

    /** Sorts the rows by three keys. */
    default Query<E> orderBy(Order<? super E> key, Order<? super E> second, Order<? super E> third) {
        return orderBy(List.of(key, second, third));
    }

    /**
     * Ends after that many rows. Also where a service ignores {@code $top} beside a page size.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    Query<E> top(int rows);

    /**
     * Asks for pages of at most that many rows; services have a limit of their own.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    Query<E> pageSize(int rows);

    /** Asks for the number of all rows that meet the condition: {@link dev.lathe.runtime.paging.Page#total()}. */
    Query<E> withCount();

    /**
     * Asks for annotations, and keeps no others: {@code "*"} for all, a name, or the beginning of names followed by
     * {@code *}. Without this method what the service sends is kept.
     */
    Query<E> includeAnnotations(String... names);

    /** Keeps no annotations but those that rows need to work (ETag, type, identity): a row takes a third of the memory. */
    Query<E> withoutAnnotations();

    /**
     * Adds a query option that is special to a service, such as {@code fetchXml}.
     *
     * @param name as it is spelled, without encoding
     * @param value is percent-encoded
     */
    Query<E> option(String name, String value);

    /**
     * Computes values from the rows that meet the condition, instead of reading them.
     *
     * @throws IllegalStateException if this query says more than a condition, annotations and the size of pages
     */
    Aggregation<E> aggregate();

    /** The rows in pages. */
    Pages<E> pages();

    /** All rows, one page after the other. */
    @Override
    default Iterator<E> iterator() {
        return pages().iterator();
    }

    /** All rows, one page after the other. Needs no closing. */
    default Stream<E> stream() {
        return pages().stream();
    }

    /** All rows at once. */
    default List<E> toList() {
        return pages().toList();
    }

    /** The first row. */
    default Optional<E> first() {
        return top(1).pages().first();
    }

    /**
     * The number of rows that meet the condition. Services may have a limit up to which they count, such as 5,000 in
     * Dataverse.
     */
    long count();
}
