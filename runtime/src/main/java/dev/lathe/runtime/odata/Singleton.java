package dev.lathe.runtime.odata;

import java.util.function.UnaryOperator;

/**
 * A row that exists once and has a name of its own. Throws what {@link EntitySet} throws. Thread-safe, but rows are not.
 *
 * @param <E> the class of the row
 */
public interface Singleton<E extends ODataEntity> {

    /** The row. */
    default E get() {
        return get(projection -> projection);
    }

    /** Columns of the row, and rows beyond its navigations. */
    E get(UnaryOperator<Projection<E>> projection);

    /** Sends the changed columns of the row; nothing at all if none is changed. */
    void update(E row);
}
