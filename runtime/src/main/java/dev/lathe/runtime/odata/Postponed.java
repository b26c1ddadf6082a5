package dev.lathe.runtime.odata;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.Transport;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of a batch. It is made twice: first to learn of its request, which goes nowhere, and once more with the answer
 * that came with the batch. So every call that sends one request can be part of a batch, with the result and the
 * exceptions that it has by itself.
 */
final class Postponed<R, T> {

    /** Ends the first run at the request; never leaves this class. */
    private static final class Caught extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Caught() {
            super("The request of a batch was caught", null, false, false);
        }
    }

    private final ApiClient client;
    private final Function<ApiClient, R> root;
    private final Function<? super R, ? extends @Nullable T> call;
    private final BatchResult<T> result = new BatchResult<>();
    private @Nullable Request request;

    Postponed(ApiClient client, Function<ApiClient, R> root, Function<? super R, ? extends @Nullable T> call) {
        this.client = client;
        this.root = root;
        this.call = call;
    }

    private @Nullable T through(Transport transport) {
        return client.via(transport, view -> call.apply(root.apply(view)));
    }

    /** Learns of the request; a call that needs none has its result right away. */
    BatchResult<T> prepare() {
        boolean[] over = {false};
        try {
            result.succeed(through(caught -> {
                if (over[0]) {
                    throw readTooLate();
                }
                request = caught;
                throw new Caught();
            }));
        } catch (Caught e) {
            return result; // the rest follows when there is an answer
        } finally {
            over[0] = true;
        }
        if (request != null) {
            throw new IllegalArgumentException("The call keeps exceptions to itself, and cannot be part of a batch");
        }
        return result;
    }

    /** A query sends nothing before it is read, so none of it was in the batch. */
    private static IllegalStateException readTooLate() {
        return new IllegalStateException(
                "A call of a batch returned something that is read only now, and was no part of the"
                        + " batch. Read it inside of the call, for instance with toList().");
    }

    /** What is to be sent; null for a call that needs no request. */
    @Nullable
    Request request() {
        return request;
    }

    BatchResult<T> result() {
        return result;
    }

    void answer(Response response) {
        boolean[] taken = {false};
        try {
            result.succeed(through(again -> {
                if (taken[0]) {
                    throw new IOException("A call in a batch has one request, and this one has another: " + again);
                }
                taken[0] = true;
                return response;
            }));
        } catch (RuntimeException e) {
            result.fail(e);
        }
    }
}
