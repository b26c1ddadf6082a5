package dev.lathe.runtime.odata;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.Call;
import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many calls in one request (OData Protocol 4.01, section 11.7). Any call of the client that sends a single request can be
 * part of it:
 *
 * <pre>{@code
 * Batch<Dataverse> batch = crm.batch();
 * BatchResult<Account> account = batch.add(c -> c.accounts().get(id));
 * batch.changeSet(changes -> {
 *     BatchResult<UUID> contact = changes.add(c -> c.contacts().create(ann));
 *     Accounts.PRIMARYCONTACTID.bind(row, changes.reference(contact));
 *     changes.run(c -> c.accounts().update(row));
 * });
 * batch.send();
 * print(account.get().getName());
 * }</pre>
 *
 * <p>Requests are carried out in their order. When one fails, those behind it are not, unless {@link #continueOnError} was
 * called; what was done before it stays done. A batch counts as many requests as it has towards a service's limits. Used
 * once; not thread-safe.
 *
 * @param <R> the generated root client
 */
public final class Batch<R> {

    /** Most requests of a batch, those of change sets included; the limit of Dataverse. */
    public static final int MOST_REQUESTS = 1000;

    private static final int LONGEST_URL = 65_536;

    private final ApiClient client;
    private final Function<ApiClient, R> root;
    private final List<Item<R>> items = new ArrayList<>();
    private int requests;
    private boolean continuing;
    private boolean sent;

    /** A single call, or a change set. */
    private record Item<R>(
            List<Postponed<R, ?>> calls, @Nullable ChangeSet<R> changeSet) {}

    private Batch(ApiClient client, Function<ApiClient, R> root) {
        this.client = client;
        this.root = root;
    }

    /**
     * An empty batch. For generated classes.
     *
     * @param root makes the root client
     */
    public static <R> Batch<R> of(ApiClient client, Function<ApiClient, R> root) {
        return new Batch<>(Objects.requireNonNull(client), Objects.requireNonNull(root));
    }

    <T> Postponed<R, T> postponed(Function<? super R, ? extends @Nullable T> call) {
        return new Postponed<>(client, root, call);
    }

    static <R> Function<R, @Nullable Void> returningNothing(Consumer<? super R> call) {
        return c -> {
            call.accept(c);
            return null;
        };
    }

    /**
     * Adds a call.
     *
     * @param call makes one call with the client that it is given, and reads no more than one page; it is run twice, so it
     *     should do nothing else
     * @throws IllegalArgumentException if the call cannot be sent
     */
    public <T> BatchResult<T> add(Function<? super R, ? extends T> call) {
        checkOpen();
        Postponed<R, T> postponed = postponed(Objects.requireNonNull(call));
        BatchResult<T> result = postponed.prepare();
        if (postponed.request() != null) {
            items.add(new Item<>(List.of(postponed), null));
            requests++;
        }
        return result;
    }

    /** Adds a call that returns nothing; like {@link #add}. */
    public BatchResult<Void> run(Consumer<? super R> call) {
        return add(returningNothing(call));
    }

    /** Adds calls that are carried out all or none. */
    public Batch<R> changeSet(Consumer<? super ChangeSet<R>> calls) {
        checkOpen();
        var changes = new ChangeSet<>(this, requests + 1);
        calls.accept(changes);
        if (!changes.calls().isEmpty()) {
            items.add(new Item<>(changes.calls(), changes));
            requests += changes.calls().size();
        }
        return this;
    }

    /** Has requests carried out also when others before them have failed. */
    public Batch<R> continueOnError() {
        continuing = true;
        return this;
    }

    private void checkOpen() {
        if (sent) {
            throw new IllegalStateException("The batch was sent already: make another one");
        }
    }

    /**
     * Sends the batch. What becomes of each call its result tells; nothing is sent for a batch without requests.
     *
     * @throws IllegalStateException if there are too many requests, or the batch was sent before
     * @throws IllegalArgumentException if a request is too long
     * @throws dev.lathe.runtime.error.ApiException if the batch as a whole was refused or has no answer; calls have no
     *     results then
     */
    public void send() {
        checkOpen();
        if (requests > MOST_REQUESTS) {
            throw new IllegalStateException(
                    "The batch has " + requests + " requests, and " + MOST_REQUESTS + " are the most: send several");
        }
        if (items.isEmpty()) {
            sent = true;
            return;
        }
        var writer = new BatchWriter(client.baseUri(), LONGEST_URL);
        for (Item<R> item : items) {
            List<Request> written = item.calls.stream()
                    .map(call -> Objects.requireNonNull(call.request()))
                    .toList();
            if (item.changeSet == null) {
                writer.single(written.get(0));
            } else {
                writer.changeSet(written, item.changeSet.firstId());
            }
        }
        byte[] body = writer.end();
        sent = true;
        Call call = Target.of("$batch")
                .call(client, "POST", Map.of())
                .body(writer.contentType(), body)
                .accept("multipart/mixed, application/json")
                // A batch in which a request fails has that one's status, and the answers of all that were carried out.
                .accepting(BatchAnswer::isBatch);
        if (continuing) {
            call.prefer("odata.continue-on-error");
        }
        distribute(call.exchange());
    }

    private void distribute(Response response) {
        List<List<Response>> answers;
        try {
            answers = BatchAnswer.parse(response.headers(), response.bytes()).answers();
        } catch (BatchAnswer.MalformedException | IOException e) {
            throw invalid(response, "The answer cannot be read: " + e.getMessage() + ".", e);
        }
        if (answers.size() > items.size() || (answers.size() < items.size() && !stopped(answers))) {
            throw invalid(
                    response, "The batch has " + items.size() + " parts, its answer " + answers.size() + ".", null);
        }
        for (int i = 0; i < answers.size(); i++) {
            distribute(response, items.get(i), answers.get(i));
        }
        items.stream().flatMap(item -> item.calls.stream()).forEach(call -> {
            if (call.result().isOpen()) {
                call.result().fail(skipped(Objects.requireNonNull(call.request())));
            }
        });
    }

    private static boolean stopped(List<List<Response>> answers) {
        return !answers.isEmpty() && answers.get(answers.size() - 1).stream().anyMatch(answer -> !answer.isSuccess());
    }

    private static <R> void distribute(Response whole, Item<R> item, List<Response> answers) {
        boolean failed = answers.size() == 1 && !answers.get(0).isSuccess();
        if (!failed && answers.size() != item.calls.size()) {
            throw invalid(
                    whole,
                    "A change set has " + item.calls.size() + " requests, its answer " + answers.size() + ".",
                    null);
        }
        for (int i = 0; i < item.calls.size(); i++) {
            item.calls.get(i).answer(answers.get(failed ? 0 : i));
        }
    }

    private static BatchSkippedException skipped(Request request) {
        return new BatchSkippedException(Failure.of(request.method(), request.template())
                .withMessage("Not carried out, since a request before it in the same batch failed."));
    }

    private static InvalidResponseException invalid(Response response, String message, @Nullable Throwable cause) {
        return new InvalidResponseException(
                Failure.of("POST", "$batch")
                        .withAnswer(response.status(), response.headers(), ErrorBody.empty())
                        .withMessage(message),
                cause);
    }

    @Override
    public String toString() {
        return "Batch[" + requests + " requests]";
    }
}
