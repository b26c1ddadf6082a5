package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.ObjectType;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Points at a row. Immutable.
 *
 * @param <T> the class of the row
 */
@SuppressWarnings("UnusedTypeParameter") // keeps references to different tables apart
public final class EntityReference<T> {

    private final String url;
    private final Target target;
    private final Set<String> keyNames;
    private final @Nullable ODataEntity row;

    private EntityReference(Target target, Set<String> keyNames) {
        this(target, keyNames, null);
    }

    private EntityReference(Target target, Set<String> keyNames, @Nullable ODataEntity row) {
        this.url = target.url();
        this.target = target;
        this.keyNames = keyNames;
        this.row = row;
    }

    /**
     * A row of an entity set.
     *
     * @param key the value of its key, or an {@link EntityKey}
     * @throws IllegalArgumentException if the key is empty or has no form in a URL
     */
    public static <T> EntityReference<T> of(String entitySet, Object key) {
        return new EntityReference<>(
                Target.of(entitySet, key),
                key instanceof EntityKey named ? named.parts().keySet() : Set.of());
    }

    /**
     * The row at a URL.
     *
     * @param url absolute, or relative to the service's root without a leading slash; as it is, nothing is encoded
     */
    public static <T> EntityReference<T> ofUrl(String url) {
        return new EntityReference<>(Target.ofLink(url), Set.of());
    }

    /**
     * Stands for a row by its values, stored or not. Only the parameter of a function takes it, and only where the service
     * reads rows there.
     */
    public static <T extends ODataEntity> EntityReference<T> byValue(T row) {
        return new EntityReference<>(Target.ofLink(""), Set.of(), Objects.requireNonNull(row));
    }

    /** The row that stands for itself; null for a reference by key or address. */
    @Nullable
    ODataEntity row() {
        return row;
    }

    /** A row that is contained in this one. */
    public <U, K> EntityReference<U> within(Contained<? super T, U, K> navigation, K key) {
        return new EntityReference<>(target().then(navigation.name()).key(key), Set.of());
    }

    /** This row as one of a derived type, for what only that type has (OData URL Conventions 4.01, section 4.11). */
    public <U extends ODataEntity> EntityReference<U> as(ObjectType<U> type) {
        return new EntityReference<>(target().then(type.typeName()), Set.of());
    }

    /** Names of the properties that the reference has values for; empty when it was not made of an {@link EntityKey}. */
    Set<String> keyNames() {
        return keyNames;
    }

    /** @throws IllegalArgumentException if the row stands for itself */
    Target target() {
        checkAddress();
        return target;
    }

    /**
     * The URL, to be sent.
     *
     * @throws IllegalArgumentException if the row stands for itself
     */
    String url() {
        checkAddress();
        return url;
    }

    private void checkAddress() {
        if (row != null) {
            throw new IllegalArgumentException("A row by value is for parameters of functions: it has no address");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityReference<?> that && that.url.equals(url) && Objects.equals(that.row, row);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, row);
    }

    /** The URL, relative to the service's root unless it was made of an absolute one; the row where it stands for itself. */
    @Override
    public String toString() {
        return row == null ? url : row.toString();
    }
}
