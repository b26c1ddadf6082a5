package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.ObjectType;
import java.util.Optional;
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

    /** The row; empty if there is none, as where the document allows that ({@code Nullable}). */
    default Optional<E> find() {
        return find(projection -> projection);
    }

    /** Columns of the row, and rows beyond its navigations; empty if there is none. */
    Optional<E> find(UnaryOperator<Projection<E>> projection);

    /** Sends the changed columns of the row; nothing at all if none is changed. */
    void update(E row);

    /** The row as one of a derived type, which then has all its columns. */
    <D extends E> Singleton<D> as(ObjectType<D> type);

    /** The rows to which a navigation leads. */
    <T extends ODataEntity> Query<T> related(ToMany<? super E, T> navigation);

    /** The row to which a navigation leads; empty if it leads nowhere. */
    default <T extends ODataEntity> Optional<T> related(ToOne<? super E, T> navigation) {
        return related(navigation, projection -> projection);
    }

    /** Columns of the row to which a navigation leads; empty if it leads nowhere. */
    <T extends ODataEntity> Optional<T> related(
            ToOne<? super E, T> navigation, UnaryOperator<Projection<T>> projection);

    /** The rows inside of this one. */
    <T extends ODataEntity, C> EntitySet<T, C> within(Contained<? super E, T, C> navigation);

    /** The row to which a navigation leads, to be read and updated in that place. */
    <T extends ODataEntity> Singleton<T> within(ToOne<? super E, T> navigation);

    /** Bytes that belong to the row. */
    Media media(StreamColumn<? super E> column);
}
