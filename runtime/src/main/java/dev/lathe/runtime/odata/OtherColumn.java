package dev.lathe.runtime.odata;

/**
 * A column of values of no certain type.
 *
 * @param <E> the class of the rows
 */
public final class OtherColumn<E> extends Column<E, Object> {

    private OtherColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> OtherColumn<E> of(String wireName) {
        return new OtherColumn<>(wireName);
    }
}
