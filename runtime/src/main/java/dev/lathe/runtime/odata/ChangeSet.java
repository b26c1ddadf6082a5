package dev.lathe.runtime.odata;

import dev.lathe.runtime.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Calls of a {@link Batch} that are carried out all or none; if one fails all of them have its exception as their result.
 * Reading is not allowed. Not thread-safe.
 *
 * @param <R> the generated root client
 */
public final class ChangeSet<R> {

    private final Batch<R> batch;
    private final int firstId;
    private final List<Postponed<R, ?>> calls = new ArrayList<>();

    ChangeSet(Batch<R> batch, int firstId) {
        this.batch = batch;
        this.firstId = firstId;
    }

    /**
     * Adds a call.
     *
     * @param call makes one call with the client that it is given; it is run twice, so it should do nothing else
     * @throws IllegalArgumentException if the call reads, or cannot be sent
     */
    public <T> BatchResult<T> add(Function<? super R, ? extends T> call) {
        Postponed<R, T> postponed = batch.postponed(Objects.requireNonNull(call));
        BatchResult<T> result = postponed.prepare();
        Request request = postponed.request();
        if (request != null) {
            if (request.method().equals("GET")) {
                throw new IllegalArgumentException(
                        "A change set only changes; add " + request + " to the batch itself");
            }
            calls.add(postponed);
        }
        return result;
    }

    /** Adds a call that returns nothing; like {@link #add}. */
    public BatchResult<Void> run(Consumer<? super R> call) {
        return add(Batch.returningNothing(call));
    }

    /**
     * Points at a row that an earlier call of this change set creates, for lookups and further changes.
     *
     * @param created what {@link #add} returned for the call that creates the row
     * @throws IllegalArgumentException if that is no call of this change set
     */
    public <T> EntityReference<T> reference(BatchResult<?> created) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).result() == created) {
                return EntityReference.ofUrl("$" + (firstId + i));
            }
        }
        throw new IllegalArgumentException("The row is not created in this change set");
    }

    List<Postponed<R, ?>> calls() {
        return calls;
    }

    int firstId() {
        return firstId;
    }
}
