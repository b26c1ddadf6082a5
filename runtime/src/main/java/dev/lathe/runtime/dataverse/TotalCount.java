package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.paging.Page;

/**
 * How many rows match, as a page of a query tells that was made with {@code withCount()} and
 * {@code includeAnnotations("*")}: Dataverse counts up to 5,000 and says whether there are more.
 *
 * @param rows the number of rows, 5,000 at most; -1 if the service did not count
 * @param limitExceeded whether there are more rows than it counted
 */
public record TotalCount(long rows, boolean limitExceeded) {

    /** What a page tells. The standard's {@code @odata.count} stands in where the annotations were not asked for. */
    public static TotalCount of(Page<?> page) {
        JsonValue count = page.annotations().get(DataverseAnnotations.TOTAL_RECORD_COUNT);
        JsonValue exceeded = page.annotations().get(DataverseAnnotations.TOTAL_RECORD_COUNT_LIMIT_EXCEEDED);
        return new TotalCount(
                count == null || count.isNull() ? page.total().orElse(-1) : count.asLong(),
                exceeded != null && !exceeded.isNull() && exceeded.asBoolean());
    }
}
