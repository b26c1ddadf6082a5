package dev.lathe.runtime.odata;

/**
 * A column whose values lie on a day: a date, or a point in time.
 *
 * @param <E> the class of the rows
 */
@SuppressWarnings("UnusedTypeParameter") // keeps columns of different tables apart
public sealed interface DayColumn<E> permits DateColumn, DateTimeColumn {

    /** The property's name on the wire; of a column behind a navigation or in a complex value the path to it. */
    String name();
}
