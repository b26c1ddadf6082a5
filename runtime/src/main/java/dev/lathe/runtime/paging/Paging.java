package dev.lathe.runtime.paging;

import java.util.Objects;

/**
 * How a service hands out a list page by page. Both answers are understood: a plain array, and an object that holds the
 * items and tells the total.
 *
 * @param style what leads from one page to the next
 * @param page query parameter that takes the page's number, the offset or the cursor
 * @param size query parameter that takes the page size; empty when there is none
 * @param first number of the first page; 0 but for {@link Style#PAGE_NUMBER}
 * @param items member that holds the items when the answer is an object
 * @param total member that holds the length of the list; empty when there is none
 * @param next member that holds the next cursor; empty but for {@link Style#CURSOR}
 */
public record Paging(Style style, String page, String size, int first, String items, String total, String next) {

    /** What leads from one page to the next. */
    public enum Style {
        /** Pages have numbers. */
        PAGE_NUMBER,
        /** A page starts after a number of items. */
        OFFSET,
        /** Each page names the next one. */
        CURSOR
    }

    public Paging {
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(items, "items");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(next, "next");
    }

    /** Pages with numbers. */
    public static Paging pageNumber(String page, String size, int first, String items, String total) {
        return new Paging(Style.PAGE_NUMBER, page, size, first, items, total, "");
    }

    /** Pages that start after a number of items. */
    public static Paging offset(String offset, String size, String items, String total) {
        return new Paging(Style.OFFSET, offset, size, 0, items, total, "");
    }

    /** Pages that name the next one. */
    public static Paging cursor(String cursor, String size, String items, String total, String next) {
        return new Paging(Style.CURSOR, cursor, size, 0, items, total, next);
    }
}
