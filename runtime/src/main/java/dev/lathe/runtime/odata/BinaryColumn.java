package dev.lathe.runtime.odata;

/**
 * A column of bytes.
 *
 * @param <E> the class of the rows
 */
public final class BinaryColumn<E> extends Column<E, byte[]> {

    private BinaryColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> BinaryColumn<E> of(String wireName) {
        return new BinaryColumn<>(wireName);
    }
}
