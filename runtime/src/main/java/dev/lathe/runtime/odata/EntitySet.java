package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table. Thread-safe, but rows are not.
 *
 * <p>All methods throw {@link dev.lathe.runtime.error.ApiException}, of which there is a subclass for each meaning: there
 * is no such row ({@link dev.lathe.runtime.error.NotFoundException}), the row is not as it was
 * ({@link dev.lathe.runtime.error.PreconditionFailedException}), and so on; and {@link IllegalArgumentException} before
 * anything is sent if a row has no key or a key is empty.
 *
 * <p>A row that was written successfully has no changes any more.
 *
 * @param <E> the class of the rows
 * @param <K> the class of their keys; {@link EntityKey} for a key of several parts
 */
public interface EntitySet<E extends ODataEntity, K> extends Query<E> {

    /** The row with a key. */
    default E get(K key) {
        return get(key, projection -> projection);
    }

    /** Columns of the row with a key, and rows beyond its navigations. */
    E get(K key, UnaryOperator<Projection<E>> projection);

    /** The row to which a reference points, for instance by an alternate key. */
    default E get(EntityReference<? extends E> reference) {
        return get(reference, projection -> projection);
    }

    /** Columns of the row to which a reference points, and rows beyond its navigations. */
    E get(EntityReference<? extends E> reference, UnaryOperator<Projection<E>> projection);

    /** The row with a key; empty if there is none. */
    default Optional<E> find(K key) {
        return find(key, projection -> projection);
    }

    /** Columns of the row with a key, and rows beyond its navigations; empty if there is no such row. */
    Optional<E> find(K key, UnaryOperator<Projection<E>> projection);

    /** The row to which a reference points, for instance by an alternate key; empty if there is none. */
    default Optional<E> find(EntityReference<? extends E> reference) {
        return find(reference, projection -> projection);
    }

    /** Columns of the row to which a reference points; empty if there is no such row. */
    Optional<E> find(EntityReference<? extends E> reference, UnaryOperator<Projection<E>> projection);

    /**
     * The row as it is now, if it is no longer as it was read; empty if it is. Not all services can tell.
     *
     * @throws IllegalArgumentException if the row has no ETag
     */
    Optional<E> getIfChanged(E row);

    /**
     * Creates a row, together with the rows that were inserted beyond its navigations. The row gets its key, and its ETag
     * if the service sends it.
     *
     * @return the key
     */
    K create(E row);

    /** Creates a row as {@link #create} does; returns it as the service has it, defaults and computed columns included. */
    default E createAndReturn(E row) {
        return createAndReturn(row, projection -> projection);
    }

    /** Creates a row; returns some columns of it. */
    E createAndReturn(E row, UnaryOperator<Projection<E>> projection);

    /**
     * Creates a row under the key that it has.
     *
     * @throws dev.lathe.runtime.error.PreconditionFailedException if there is such a row
     */
    void createIfAbsent(E row);

    /**
     * Creates the row to which a reference points, for instance by an alternate key.
     *
     * @throws dev.lathe.runtime.error.PreconditionFailedException if there is such a row
     */
    void createIfAbsent(EntityReference<? extends E> reference, E row);

    /** Updates a row as {@link #update(ODataEntity, Concurrency)} does, whatever others have done to it. */
    default void update(E row) {
        update(row, Concurrency.OVERWRITE);
    }

    /**
     * Sends the changed columns of a row; nothing at all if none is changed. Creates no row: there must be one.
     *
     * @throws IllegalArgumentException if the row has no ETag and must be unchanged
     */
    void update(E row, Concurrency concurrency);

    /** Sends the changed columns of a row to the row to which a reference points. Creates no row. */
    void update(EntityReference<? extends E> reference, E changes);

    /** Sends the changed columns of a row; returns it as the service has it. Sends nothing and reads if none is changed. */
    E updateAndReturn(E row, UnaryOperator<Projection<E>> projection);

    /**
     * Creates the row under the key that it has, or updates all columns that it has.
     *
     * @return what was done; Dataverse tells only by {@link #upsertAndReturn(ODataEntity, UnaryOperator)}
     */
    Upsert upsert(E row);

    /** Creates the row to which a reference points, for instance by an alternate key, or updates all columns that it has. */
    Upsert upsert(EntityReference<? extends E> reference, E row);

    /** Creates or updates a row as {@link #upsert} does; returns it, and what was done where the service tells by this. */
    Upserted<E> upsertAndReturn(E row, UnaryOperator<Projection<E>> projection);

    /** Creates or updates the row to which a reference points; returns it, and what was done. */
    Upserted<E> upsertAndReturn(EntityReference<? extends E> reference, E row, UnaryOperator<Projection<E>> projection);

    /** Deletes the row with a key. */
    void delete(K key);

    /** Deletes a row, whatever others have done to it. */
    void delete(E row);

    /** Deletes the row to which a reference points. */
    void delete(EntityReference<? extends E> reference);

    /**
     * Deletes a row if it is as it was read.
     *
     * @throws IllegalArgumentException if the row has no ETag
     */
    void deleteIfUnchanged(E row);

    /** Adds an existing row to those to which a navigation leads. */
    <T> void associate(K key, ToMany<? super E, T> navigation, EntityReference<? extends T> target);

    /** Lets a navigation lead to an existing row. */
    <T> void associate(K key, ToOne<? super E, T> navigation, EntityReference<? extends T> target);

    /** Takes a row away from those to which a navigation leads. The row itself stays. */
    <T> void disassociate(K key, ToMany<? super E, T> navigation, EntityReference<? extends T> target);

    /** Lets a navigation lead nowhere. */
    void disassociate(K key, ToOne<? super E, ?> navigation);

    /**
     * Lets a navigation lead to new rows and to nothing else (OData Protocol 4.01, section 11.4.12). Dataverse takes this
     * for the parties of an activity.
     *
     * @param rows with what their own lookups are bound to; they get no keys
     */
    <T extends ODataEntity> void replace(K key, ToMany<? super E, T> navigation, List<? extends T> rows);

    /** The rows to which a navigation leads from the row with a key. */
    <T extends ODataEntity> Query<T> related(K key, ToMany<? super E, T> navigation);

    /** The row to which a navigation leads from the row with a key; empty if it leads nowhere. */
    default <T extends ODataEntity> Optional<T> related(K key, ToOne<? super E, T> navigation) {
        return related(key, navigation, projection -> projection);
    }

    /** Columns of the row to which a navigation leads from the row with a key; empty if it leads nowhere. */
    <T extends ODataEntity> Optional<T> related(
            K key, ToOne<? super E, T> navigation, UnaryOperator<Projection<T>> projection);

    /** All rows as they are, and a link to ask for what changes from then on: {@link #changes(UnaryOperator)}. */
    default Delta<E, K> changes() {
        return changes(projection -> projection);
    }

    /**
     * Columns of all rows as they are, and a link to ask for what changes from then on (OData Protocol 4.01, section
     * 11.3). Tables for which a service does not track changes give no such link.
     *
     * @throws IllegalArgumentException if the projection expands navigations
     */
    Delta<E, K> changes(UnaryOperator<Projection<E>> projection);

    /** The rows of a derived type alone, which then has all its columns. */
    <D extends E> EntitySet<D, K> as(ObjectType<D> type);

    /** The rows inside of the row with a key. */
    <T extends ODataEntity, C> EntitySet<T, C> within(K key, Contained<? super E, T, C> navigation);

    /** The row to which a navigation leads from the row with a key, to be read and updated in that place. */
    <T extends ODataEntity> Singleton<T> within(K key, ToOne<? super E, T> navigation);

    /** Bytes that belong to the row with a key. */
    Media media(K key, StreamColumn<? super E> column);

    /** Bytes that belong to a row, at the address that came with the row if one did. */
    Media media(E row, StreamColumn<? super E> column);

    /**
     * Creates a row from what it is about (OData Protocol 4.01, section 11.4.2.1).
     *
     * @param media the constant of the set for what its rows are about
     * @return the row as the service has it; with its key only if the service does not send it
     * @throws IllegalArgumentException if the column is one beside others
     */
    E create(StreamColumn<? super E> media, MediaContent content);

    /**
     * What has changed since.
     *
     * @param deltaLink of {@link Changes#deltaLink}, word for word; credentials go along only to the service itself
     * @throws IllegalArgumentException if the link is empty
     */
    Delta<E, K> changesSince(String deltaLink);

    /**
     * The value of one column, read on its own.
     *
     * @return null if the row has none
     * @throws IllegalArgumentException if the column stands behind a navigation or in a complex value
     */
    <V> @Nullable V getValue(K key, Column<? super E, V> column);

    /**
     * Sets one column on its own ({@code PUT}); {@code null} clears it. Creates no row.
     *
     * @throws IllegalArgumentException if the column stands behind a navigation or in a complex value
     */
    <V> void setValue(K key, Column<? super E, V> column, @Nullable V value);

    /** The service that the set belongs to: for what it offers beyond the client's document. */
    ODataService service();

    /** The set's name, as it stands in URLs. */
    String path();
}
