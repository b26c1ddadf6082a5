package dev.lathe.runtime.odata;

/**
 * A column of complex values; its parts are reached with {@link #path(TextColumn)} and its like.
 *
 * @param <E> the class of the rows
 * @param <C> the class of the values
 */
public final class ComplexColumn<E, C> extends Column<E, C> implements Path<E, C> {

    private ComplexColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E, C> ComplexColumn<E, C> of(String wireName) {
        return new ComplexColumn<>(wireName);
    }
}
