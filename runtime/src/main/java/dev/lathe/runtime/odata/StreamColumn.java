package dev.lathe.runtime.odata;

import java.util.Objects;

/**
 * A property whose value is no part of a row's JSON: bytes at an address of their own, read and written with
 * {@link EntitySet#media} (OData Protocol 4.01, sections 11.1.7.1 and 11.4.8). Immutable.
 *
 * @param <E> the class of the rows
 */
@SuppressWarnings("UnusedTypeParameter") // keeps the properties of different tables apart
public final class StreamColumn<E> {

    private static final String VALUE = "$value";

    private final String name;

    private StreamColumn(String name) {
        this.name = Objects.requireNonNull(name);
    }

    /** A property of that name. For generated classes. */
    public static <E> StreamColumn<E> of(String wireName) {
        return new StreamColumn<>(wireName);
    }

    /** What a row of a media entity type is about: the picture that its columns describe. For generated classes. */
    public static <E> StreamColumn<E> media() {
        return new StreamColumn<>(VALUE);
    }

    /** The property's name, in a complex value the path to it; {@code $value} for what a row is about. */
    public String name() {
        return name;
    }

    boolean isRow() {
        return name.equals(VALUE);
    }

    /** The name of an annotation that says something about the bytes. */
    String annotation(String term) {
        return (isRow() ? "" : name) + "@odata." + term;
    }

    /** The property's name. */
    @Override
    public String toString() {
        return name;
    }
}
