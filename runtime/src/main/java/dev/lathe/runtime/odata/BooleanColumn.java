package dev.lathe.runtime.odata;

/**
 * A column of true and false.
 *
 * @param <E> the class of the rows
 */
public final class BooleanColumn<E> extends Column<E, Boolean> {

    private BooleanColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> BooleanColumn<E> of(String wireName) {
        return new BooleanColumn<>(wireName);
    }

    /** Rows with true. */
    public Filter<E> isTrue() {
        return eq(true);
    }

    /** Rows with false. */
    public Filter<E> isFalse() {
        return eq(false);
    }
}
