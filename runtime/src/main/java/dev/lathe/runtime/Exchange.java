package dev.lathe.runtime;

import dev.lathe.runtime.CallListener.Ended;
import dev.lathe.runtime.CallListener.Started;
import dev.lathe.runtime.auth.Authorizer;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.Redactor;
import dev.lathe.runtime.error.TransportException;
import dev.lathe.runtime.http.Body;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request until there is an answer worth handing on: with credentials, once more after a 401, again after an
 * overload, along a redirect within the service, and never longer than the deadline. Thread-safe.
 */
final class Exchange {

    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_ERROR_BODY = 1 << 20;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final AtomicLong CALLS = new AtomicLong();

    /** The only transport that sends from a thread, while calls of a batch are made in it. */
    private static final ThreadLocal<@Nullable Transport> ALONE = new ThreadLocal<>();

    private final Transport transport;
    private final Profile profile;
    private final URI baseUri;
    private final Authorizer authorizer;
    private final RetryPolicy retry;
    private final Listeners listeners;

    Exchange(ClientConfig config, Profile profile, URI baseUri, Authorizer authorizer) {
        this(
                profile.transport(baseUri, config.transport()),
                profile,
                baseUri,
                authorizer,
                config.retry(),
                new Listeners(config.listeners()));
    }

    private Exchange(
            Transport transport,
            Profile profile,
            URI baseUri,
            Authorizer authorizer,
            RetryPolicy retry,
            Listeners listeners) {
        this.transport = transport;
        this.profile = profile;
        this.baseUri = baseUri;
        this.authorizer = authorizer;
        this.retry = retry;
        this.listeners = listeners;
    }

    /** The same without credentials, repeats and listeners, over another transport. */
    Exchange via(Transport other) {
        Authorizer nobody =
                Credentials.none().connect(new Credentials.Service(baseUri, profile.audience(baseUri), other));
        return new Exchange(other, profile, baseUri, nobody, RetryPolicy.none(), new Listeners(List.of()));
    }

    /** Runs calls of this exchange, meanwhile no other one sends from this thread. */
    <T extends @Nullable Object> T alone(Supplier<T> calls) {
        Transport before = ALONE.get();
        ALONE.set(transport);
        try {
            return calls.get();
        } finally {
            if (before == null) {
                ALONE.remove();
            } else {
                ALONE.set(before);
            }
        }
    }

    private void checkAlone() {
        Transport alone = ALONE.get();
        if (alone != null && alone != transport) {
            throw new IllegalStateException(
                    "A call of a batch is made with another client than the one that the batch hands"
                            + " out, and would be sent at once. It is batch.add(c -> ...) with a call of c.");
        }
    }

    /**
     * What is known about how to send a request.
     *
     * @param request all of it but the credentials; from here on nobody else's
     * @param trusted whether credentials go along
     * @param idempotent whether the request may arrive twice without harm
     * @param accepted answers beside 2xx that are no errors
     */
    record Plan(Request.Builder request, boolean trusted, boolean idempotent, Predicate<Response> accepted) {}

    /** A request as it went out, with its secrets, and its answer. */
    record Answered(Request request, Response response) {}

    /**
     * The answer: a success, or a status that the caller takes.
     *
     * @throws ApiException for all others
     * @throws IllegalStateException within a batch of another client
     */
    Answered send(Plan plan) {
        checkAlone();
        try {
            return new Attempts(plan).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    failure(plan.request().build()).withMessage("The thread was interrupted before the answer came."),
                    e);
        }
    }

    /** One call: what changes from attempt to attempt. */
    private final class Attempts {

        private final Plan plan;
        private final long callId = CALLS.incrementAndGet();
        private final long deadline;
        private Request.Builder request;
        private Request sent;
        private int attempt;
        private int tries = 1;
        private int redirects;
        private boolean renewed;

        Attempts(Plan plan) throws InterruptedException {
            this.plan = plan;
            this.request = plan.request();
            this.sent = authorized();
            // Counted from here: a login has limits of its own, and may wait for a user.
            this.deadline = System.nanoTime() + retry.deadline().toNanos();
        }

        Answered run() throws InterruptedException {
            while (true) {
                attempt++;
                Started started = new Started(callId, sent.method(), sent.template(), attempt);
                listeners.before(started);
                long begin = System.nanoTime();
                Optional<Duration> wait;
                try {
                    Response response = Contents.decoded(transport.send(withinDeadline(sent)));
                    Duration took = Duration.ofNanos(System.nanoTime() - begin);
                    wait = judged(started, response, took);
                    listeners.after(ended(started, response, took, wait));
                    if (wait.isEmpty()) {
                        return new Answered(sent, result(response));
                    }
                    response.close();
                } catch (IOException e) {
                    Duration took = Duration.ofNanos(System.nanoTime() - begin);
                    TransportException failure = failure(sent, e);
                    wait = withinDeadline(retry.afterFailure(tries, sent, plan.idempotent(), e));
                    tries++;
                    listeners.after(new Ended(started, 0, took, "", failure, wait.orElse(null)));
                    if (wait.isEmpty()) {
                        throw failure;
                    }
                }
                sleep(wait.get());
                sent = wait.get().isZero() ? sent : authorized();
            }
        }

        // Listeners hear of the end also when there is no new token to go on with.
        private Optional<Duration> judged(Started started, Response response, Duration took)
                throws InterruptedException {
            try {
                return next(response);
            } catch (ApiException e) {
                listeners.after(ended(started, response, took, Optional.empty()));
                throw e;
            }
        }

        /** How long to wait before the next attempt, which {@code sent} and {@code request} are made ready for. */
        private Optional<Duration> next(Response response) throws InterruptedException {
            int status = response.status();
            if (response.isSuccess() || plan.accepted().test(response)) {
                return Optional.empty();
            }
            if (status == 401 && plan.trusted() && !renewed && isRepeatable() && authorizer.rejected(sent)) {
                renewed = true;
                Request again = authorized();
                if (!again.headers().equals(sent.headers()) || !again.uri().equals(sent.uri())) {
                    sent = again;
                    return Optional.of(Duration.ZERO);
                }
                return Optional.empty();
            }
            if (REDIRECTS.contains(status)) {
                return redirected(response) ? Optional.of(Duration.ZERO) : Optional.empty();
            }
            Optional<Duration> wait =
                    withinDeadline(retry.afterAnswer(tries, sent, plan.idempotent(), response, Instant.now()));
            tries++;
            return wait;
        }

        private boolean redirected(Response response) throws InterruptedException {
            String location = response.headers().firstOrNull("Location");
            boolean reading = sent.method().equals("GET") || sent.method().equals("HEAD");
            boolean keepsMethod = response.status() >= 307;
            if (location == null
                    || redirects >= MOST_REDIRECTS
                    || !(reading || response.status() == 303 || (keepsMethod && isRepeatable()))) {
                return false;
            }
            URI target = Links.resolve(sent.uri(), location, sent.method(), sent.template());
            // From the configured service to itself only; and somebody else's link leads nowhere further.
            if (!plan.trusted() || !profile.isSameService(baseUri, target)) {
                return false;
            }
            redirects++;
            request = reading || keepsMethod ? request.uri(target) : asGet(target);
            sent = authorized();
            return true;
        }

        // RFC 9110, section 15.4.4: what was written lies there, to be read
        private Request.Builder asGet(URI target) {
            Request.Builder get = Request.builder("GET", target)
                    .template(sent.template())
                    .timeout(sent.timeout())
                    .streaming(sent.isStreaming());
            sent.headers().forEach(get.headers()::add);
            get.headers().remove("Content-Type");
            sent.secrets().forEach(get::secret);
            return get;
        }

        private boolean isRepeatable() {
            Body body = sent.body();
            return body == null || body.isRepeatable();
        }

        private Request authorized() throws InterruptedException {
            if (plan.trusted()) {
                authorizer.authorize(request);
            }
            return request.build();
        }

        // An attempt must not outlive the call.
        private Request withinDeadline(Request next) throws IOException {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new HttpTimeoutException("The call's time is up");
            }
            return left >= next.timeout().toNanos()
                    ? next
                    : next.toBuilder().timeout(Duration.ofNanos(left)).build();
        }

        private Optional<Duration> withinDeadline(Optional<Duration> wait) {
            return wait.filter(time -> time.compareTo(Duration.ofNanos(deadline - System.nanoTime())) < 0);
        }

        /** For listeners; a server may put there what it was sent. */
        private String requestId(Response response) {
            String id = listeners.isEmpty() ? null : profile.requestId(response.headers());
            return id == null ? "" : HeaderRules.redactor(sent).apply(id);
        }

        private Response result(Response response) {
            if (response.isSuccess() || plan.accepted().test(response)) {
                return response;
            }
            throw error(sent, response);
        }

        private Ended ended(Started started, Response response, Duration took, Optional<Duration> wait) {
            return new Ended(started, response.status(), took, requestId(response), null, wait.orElse(null));
        }
    }

    private static void sleep(Duration wait) throws InterruptedException {
        if (!wait.isZero()) {
            Thread.sleep(Math.max(1, wait.toMillis()));
        }
    }

    /** The exception for an answer that is no success, without a secret in it. */
    ApiException error(Request request, Response response) {
        Redactor redactor = HeaderRules.redactor(request);
        Headers headers = redactor.apply(response.headers());
        Failure failure = failure(request)
                .withAnswer(
                        response.status(), headers, ErrorBody.decode(errorBody(response), response.headers(), redactor))
                .withRequestId(profile.requestId(headers));
        if (REDIRECTS.contains(response.status())) {
            failure = failure.withMessage("The service answers with a redirect, which is not followed.")
                    .withHint("Check the base address: credentials are only sent to the service that was configured.");
        }
        return profile.error(failure);
    }

    private static byte[] errorBody(Response response) {
        try (response) {
            if (!response.isStreaming()) {
                byte[] body = response.bytes();
                return body.length <= LONGEST_ERROR_BODY ? body : Arrays.copyOf(body, LONGEST_ERROR_BODY);
            }
            try (InputStream in = response.stream()) {
                return in.readNBytes(LONGEST_ERROR_BODY);
            }
        } catch (IOException e) {
            // the status is the news; a body that breaks off adds nothing to it
            return new byte[0];
        }
    }

    private static Failure failure(Request request) {
        return Failure.of(request.method(), request.template());
    }

    private static TransportException failure(Request request, IOException e) {
        Redactor redactor = HeaderRules.redactor(request);
        String message = redactor.apply(Breakdown.describe(e, request));
        return new TransportException(failure(request).withMessage(message), redactor.apply(e));
    }
}
