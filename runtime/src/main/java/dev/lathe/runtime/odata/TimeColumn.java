package dev.lathe.runtime.odata;

import java.time.LocalTime;

/**
 * A column of times of day.
 *
 * @param <E> the class of the rows
 */
public final class TimeColumn<E> extends OrderedColumn<E, LocalTime> {

    private TimeColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> TimeColumn<E> of(String wireName) {
        return new TimeColumn<>(wireName);
    }
}
