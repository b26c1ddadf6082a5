package dev.lathe.runtime.json;

import org.jspecify.annotations.Nullable;

/** A case of a union that is no object: a generated record around a string, a number, a list and so on. */
public interface UnionCase {

    /** What the case holds; written in its place. */
    @Nullable
    Object value();

    /** Writes what the case holds; a case whose Java type does not tell the form in JSON has a way of its own. */
    default void write(JsonWriter out) {
        out.value(value());
    }
}
