package dev.lathe.runtime.json;

/** A collection that knows whether its caller has changed it since it was read. */
interface Tracked {

    boolean isModified();

    void markUnmodified();
}
