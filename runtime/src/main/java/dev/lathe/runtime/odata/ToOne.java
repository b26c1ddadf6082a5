package dev.lathe.runtime.odata;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A navigation to one row, such as a lookup. Immutable.
 *
 * @param <E> the class of the rows where it starts
 * @param <T> the class of the row to which it leads
 */
public final class ToOne<E, T> implements Path<E, T> {

    private final String name;

    private ToOne(String name) {
        this.name = Objects.requireNonNull(name);
    }

    /** A navigation of that name. For generated classes. */
    public static <E, T> ToOne<E, T> of(String wireName) {
        return new ToOne<>(wireName);
    }

    /** The navigation's name, which differs from the name of the lookup's column. */
    @Override
    public String name() {
        return name;
    }

    /** The row to which it leads; {@code null} if there is none, or if the query did not expand it. */
    @SuppressWarnings("unchecked") // what is read there is of the navigation's type
    public @Nullable T of(E row) {
        return (T) object(row).expanded(name);
    }

    /** Whether the query expanded it, even if it leads nowhere. */
    public boolean isExpanded(E row) {
        return object(row).isExpanded(name);
    }

    /**
     * Lets it lead to an existing row; sent with the next create, update or upsert.
     *
     * @return the row where it starts
     */
    public E bind(E row, EntityReference<? extends T> target) {
        object(row).linksInsteadOf(name).bind(name, Objects.requireNonNull(target, "target"));
        return row;
    }

    /**
     * Lets it lead nowhere; sent with the next update or upsert.
     *
     * @return the row where it starts
     */
    public E unbind(E row) {
        object(row).linksInsteadOf(name).bind(name, null);
        return row;
    }

    /**
     * Lets it lead to a row that is created together with the row where it starts.
     *
     * @return the row where it starts
     */
    public E insert(E row, T target) {
        object(row).linksInsteadOf(name).insert(name, object(target));
        return row;
    }

    static ODataObject object(@Nullable Object row) {
        return (ODataObject) Objects.requireNonNull(row, "row");
    }

    /** The navigation's name. */
    @Override
    public String toString() {
        return name;
    }
}
