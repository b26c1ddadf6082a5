package dev.lathe.sandbox.dataverse;

import java.util.List;
import java.util.Optional;

/**
 * A page of rows.
 *
 * @param total how many rows match, on all pages
 * @param next where the next page starts, when there is one
 */
record Page(List<Row> rows, int total, Optional<SkipToken> next) {

    /**
     * Cuts a page out of the matching rows.
     *
     * @param sorted whether {@code rows} have an order of their own; otherwise they are in order of creation
     * @param top most rows over all pages
     */
    static Page cut(List<Row> rows, boolean sorted, SkipToken from, int size, int top) {
        int start = sorted ? startOfSorted(rows, from) : startOfUnsorted(rows, from);
        int left = top - from.delivered();
        int end = (int) Math.min(rows.size(), start + Math.min((long) size, Math.max(0, left)));
        List<Row> page = rows.subList(Math.min(start, end), end);
        boolean more = end < rows.size() && page.size() == size && left > size;
        if (!more) {
            return new Page(page, rows.size(), Optional.empty());
        }
        long last = page.get(page.size() - 1).sequence();
        return new Page(
                page, rows.size(), Optional.of(new SkipToken(from.page() + 1, last, from.delivered() + page.size())));
    }

    /** Rows that went away in between shift nothing: the next page starts behind the last row that was seen. */
    private static int startOfUnsorted(List<Row> rows, SkipToken from) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).sequence() <= from.last()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int startOfSorted(List<Row> rows, SkipToken from) {
        if (from.delivered() == 0) {
            return 0;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).sequence() == from.last()) {
                return i + 1;
            }
        }
        return Math.min(rows.size(), from.delivered());
    }
}
