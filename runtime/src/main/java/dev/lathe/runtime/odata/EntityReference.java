package dev.lathe.runtime.odata;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Points at a row. Immutable.
 *
 * @param <T> the class of the row
 */
@SuppressWarnings("UnusedTypeParameter") // keeps references to different tables apart
public final class EntityReference<T> {

    private final String url;

    private EntityReference(String url) {
        this.url = url;
    }

    /**
     * A row of an entity set.
     *
     * @param key the value of its key, or an {@link EntityKey}
     * @throws IllegalArgumentException if the key is empty or has no form in a URL
     */
    public static <T> EntityReference<T> of(String entitySet, Object key) {
        return new EntityReference<>(entitySet + "(" + EntityKey.predicate(key) + ")");
    }

    /**
     * The row at a URL.
     *
     * @param url absolute, or relative to the service's root without a leading slash; as it is, nothing is encoded
     */
    public static <T> EntityReference<T> ofUrl(String url) {
        return new EntityReference<>(Objects.requireNonNull(url));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityReference<?> that && that.url.equals(url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    /** The URL, relative to the service's root unless it was made of an absolute one. */
    @Override
    public String toString() {
        return url;
    }
}
