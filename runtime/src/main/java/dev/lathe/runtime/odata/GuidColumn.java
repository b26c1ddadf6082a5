package dev.lathe.runtime.odata;

import java.util.UUID;

/**
 * A column of UUIDs.
 *
 * @param <E> the class of the rows
 */
public final class GuidColumn<E> extends Column<E, UUID> {

    private GuidColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> GuidColumn<E> of(String wireName) {
        return new GuidColumn<>(wireName);
    }
}
