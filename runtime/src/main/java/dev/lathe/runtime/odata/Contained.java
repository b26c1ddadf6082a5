package dev.lathe.runtime.odata;

/**
 * A navigation to rows that live inside of the row where it starts (CSDL 4.01, section 8.4). They have no entity set of
 * their own: {@link EntitySet#within} reads and writes them.
 *
 * @param <E> the class of the rows where it starts
 * @param <T> the class of the rows to which it leads
 * @param <K> the class of their keys; {@link EntityKey} for a key of several parts
 */
@SuppressWarnings("UnusedTypeParameter") // the key is asked for where the rows are
public final class Contained<E, T, K> extends ToMany<E, T> {

    private Contained(String name) {
        super(name);
    }

    /** A navigation of that name. For generated classes. */
    public static <E, T, K> Contained<E, T, K> within(String wireName) {
        return new Contained<>(wireName);
    }
}
