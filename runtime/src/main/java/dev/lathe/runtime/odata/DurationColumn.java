package dev.lathe.runtime.odata;

import java.time.Duration;

/**
 * A column of durations.
 *
 * @param <E> the class of the rows
 */
public final class DurationColumn<E> extends OrderedColumn<E, Duration> {

    private DurationColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> DurationColumn<E> of(String wireName) {
        return new DurationColumn<>(wireName);
    }
}
