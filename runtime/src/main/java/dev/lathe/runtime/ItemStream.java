package dev.lathe.runtime;

import dev.lathe.runtime.json.JsonException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Items of an answer that is read while it arrives: lines of JSON, a sequence of JSON texts, or server-sent events. Read
 * it once, by one thread, and close it: that gives the connection back, also before the end.
 *
 * <pre>{@code
 * try (ItemStream<Tick> ticks = api.prices().watch()) {
 *     for (Tick tick : ticks) { ... }
 * }
 * }</pre>
 *
 * <p>Waits for the next item as long as the call's time-out allows between two pieces of the answer. An answer that breaks
 * off or that is not of its type is an {@link dev.lathe.runtime.error.InvalidResponseException}.
 *
 * @param <T> an item
 */
public final class ItemStream<T> implements Iterable<T>, AutoCloseable {

    /** Where the items come from. */
    interface Source<T> extends Closeable {

        /** Hands over the next item; false at the end. */
        boolean next(Consumer<? super T> action) throws IOException;
    }

    private final Source<T> source;
    private final BiFunction<String, Throwable, RuntimeException> broken;
    private boolean started;

    ItemStream(Source<T> source, BiFunction<String, Throwable, RuntimeException> broken) {
        this.source = source;
        this.broken = broken;
    }

    /**
     * The items, each read when it is asked for.
     *
     * @throws IllegalStateException when it was asked for before: the answer can be read once
     */
    @Override
    public Iterator<T> iterator() {
        if (started) {
            throw new IllegalStateException("The items of an answer can be read once.");
        }
        started = true;
        return new Iterator<>() {
            private @Nullable T item;
            private boolean ended;

            @Override
            public boolean hasNext() {
                while (item == null && !ended) {
                    ended = !advance(next -> item = next);
                }
                return item != null;
            }

            @Override
            public T next() {
                if (!hasNext() || item == null) {
                    throw new NoSuchElementException();
                }
                T next = item;
                item = null;
                return next;
            }
        };
    }

    private boolean advance(Consumer<? super T> action) {
        try {
            return source.next(action);
        } catch (JsonException e) {
            throw broken.apply("An item of the answer cannot be read. " + e.getMessage() + ".", e);
        } catch (IOException | UncheckedIOException e) {
            throw broken.apply("The answer broke off.", e);
        }
    }

    /** The items as a stream, which reads them when it is run; closing it closes this. Throws like {@link #iterator()}. */
    public Stream<T> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(this::close);
    }

    /** Gives the connection back; what has not been read is lost. */
    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            // nobody waits for more of the answer
            started = true;
        }
    }
}
