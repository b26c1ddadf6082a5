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
 * called; what was done before it stays done. A batch counts as many requests as it has towards a service's limits. One of
 * more than {@value #MOST_REQUESTS} requests goes out as several, one after the other, between which change sets are not
 * split. Used once; not thread-safe.
 *
 * @param <R> the generated root client
 */
public final class Batch<R> {

    /** Most requests of one batch on the wire, those of change sets included; the limit of Dataverse. */
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
     *     should do nothing else. A query is read in it, {@code c -> c.accounts().top(5).toList()}
     * @throws IllegalArgumentException if the call cannot be sent
     * @throws IllegalStateException if the call is made with another client, such as the one that the batch was made with
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

    /**
     * Adds calls that are carried out all or none.
     *
     * @throws IllegalArgumentException if they are more than {@value #MOST_REQUESTS}
     */
    public Batch<R> changeSet(Consumer<? super ChangeSet<R>> calls) {
        checkOpen();
        var changes = new ChangeSet<>(this, requests + 1);
        calls.accept(changes);
        if (changes.calls().size() > MOST_REQUESTS) {
            throw new IllegalArgumentException("The change set has "
                    + changes.calls().size() + " requests, " + MOST_REQUESTS + " are the most, and it cannot be split");
        }
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
     * @throws IllegalStateException if the batch was sent before
     * @throws IllegalArgumentException if a request is too long; nothing was sent then
     * @throws dev.lathe.runtime.error.ApiException if the batch as a whole was refused or has no answer: calls have no
     *     results then, but for those of earlier parts of a batch that went out in several
     */
    public void send() {
        checkOpen();
        List<Part<R>> parts = parts();
        sent = true;
        for (int i = 0; i < parts.size(); i++) {
            Part<R> part = parts.get(i);
            if (!distribute(part.items, exchange(part.writer)) && !continuing) {
                parts.subList(i + 1, parts.size()).forEach(rest -> skip(rest.items));
                return;
            }
        }
    }

    /** What goes out in one request. */
    private record Part<R>(List<Item<R>> items, BatchWriter writer) {}

    /** As few parts as there can be without splitting a change set, all of them written, so that mistakes come first. */
    private List<Part<R>> parts() {
        List<Part<R>> parts = new ArrayList<>();
        int start = 0;
        int count = 0;
        for (int i = 0; i < items.size(); i++) {
            int more = items.get(i).calls.size();
            if (count + more > MOST_REQUESTS) {
                parts.add(written(items.subList(start, i)));
                start = i;
                count = 0;
            }
            count += more;
        }
        if (start < items.size()) {
            parts.add(written(items.subList(start, items.size())));
        }
        return parts;
    }

    private Part<R> written(List<Item<R>> part) {
        var writer = new BatchWriter(client.baseUri(), LONGEST_URL);
        for (Item<R> item : part) {
            List<Request> written = item.calls.stream()
                    .map(call -> Objects.requireNonNull(call.request()))
                    .toList();
            if (item.changeSet == null) {
                writer.single(written.get(0));
            } else {
                writer.changeSet(written, item.changeSet.firstId());
            }
        }
        return new Part<>(part, writer);
    }

    private Response exchange(BatchWriter writer) {
        Call call = Target.of("$batch")
                .call(client, "POST", Map.of())
                .body(writer.contentType(), writer.end())
                .accept("multipart/mixed, application/json")
                // A batch in which a request fails has that one's status, and the answers of all that were carried out.
                .accepting(BatchAnswer::isBatch);
        if (continuing) {
            call.prefer("odata.continue-on-error");
        }
        return call.exchange();
    }

    /** Whether all went well. */
    private static <R> boolean distribute(List<Item<R>> items, Response response) {
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
        skip(items);
        return !stopped(answers);
    }

    private static <R> void skip(List<Item<R>> items) {
        items.stream().flatMap(item -> item.calls.stream()).forEach(call -> {
            if (call.result().isOpen()) {
                call.result().fail(skipped(Objects.requireNonNull(call.request())));
            }
        });
    }

    private static boolean stopped(List<List<Response>> answers) {
        return !answers.isEmpty()
                && answers.get(answers.size() - 1).stream().anyMatch(answer -> answer.status() >= 400);
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
