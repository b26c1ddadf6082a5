package dev.lathe.runtime.json;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that was read. All ways of changing it, those of sub-lists and iterators too, end in the methods below. */
final class TrackedList<E> extends AbstractList<E> implements RandomAccess, Tracked {

    private static final Object[] NONE = {};

    private @Nullable Object[] items = NONE;
    private int size;
    private boolean modified;

    /** Appends while the list is being read. */
    void append(@Nullable E item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size == 0 ? 8 : size + (size >> 1));
        }
        items[size++] = item;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked") // only items of E are stored
    public E get(int index) {
        return (E) items[Objects.checkIndex(index, size)];
    }

    @Override
    public E set(int index, E item) {
        E previous = get(index);
        items[index] = item;
        modified = true;
        return previous;
    }

    @Override
    public void add(int index, E item) {
        Objects.checkIndex(index, size + 1);
        append(item);
        System.arraycopy(items, index, items, index + 1, size - 1 - index);
        items[index] = item;
        modified = true;
        modCount++;
    }

    @Override
    public E remove(int index) {
        E removed = get(index);
        size--;
        System.arraycopy(items, index + 1, items, index, size - index);
        items[size] = null;
        modified = true;
        modCount++;
        return removed;
    }

    @Override
    public boolean isModified() {
        return modified;
    }

    @Override
    public void markUnmodified() {
        modified = false;
    }
}
