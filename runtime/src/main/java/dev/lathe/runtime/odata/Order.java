package dev.lathe.runtime.odata;

/**
 * A key to sort rows by ({@code $orderby}).
 *
 * @param <E> the class of the rows
 */
@SuppressWarnings("UnusedTypeParameter") // keeps keys of different tables apart
public final class Order<E> {

    private final String text;

    Order(String text) {
        this.text = text;
    }

    /** As it stands behind {@code $orderby=}, before percent-encoding. */
    @Override
    public String toString() {
        return text;
    }
}
