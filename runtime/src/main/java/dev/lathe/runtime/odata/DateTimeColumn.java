package dev.lathe.runtime.odata;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A column of points in time.
 *
 * @param <E> the class of the rows
 */
public final class DateTimeColumn<E> extends OrderedColumn<E, OffsetDateTime> implements DayColumn<E> {

    private DateTimeColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> DateTimeColumn<E> of(String wireName) {
        return new DateTimeColumn<>(wireName);
    }

    /** Rows with a later time. */
    public Filter<E> after(Instant time) {
        return gt(time.atOffset(ZoneOffset.UTC));
    }

    /** Rows with an earlier time. */
    public Filter<E> before(Instant time) {
        return lt(time.atOffset(ZoneOffset.UTC));
    }
}
