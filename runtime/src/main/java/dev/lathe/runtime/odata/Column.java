package dev.lathe.runtime.odata;

/** Placeholder replaced below. */
public abstract class Column<E, V> {
    public final String name() {
        return "";
    }
}
