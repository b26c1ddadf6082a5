package dev.lathe.runtime.odata;

import java.time.LocalDate;

/**
 * A column of dates.
 *
 * @param <E> the class of the rows
 */
public final class DateColumn<E> extends OrderedColumn<E, LocalDate> implements DayColumn<E> {

    private DateColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> DateColumn<E> of(String wireName) {
        return new DateColumn<>(wireName);
    }
}
