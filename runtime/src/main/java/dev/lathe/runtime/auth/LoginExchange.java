package dev.lathe.runtime.auth;

import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.Redactor;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.http.Transport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Sends the requests of a login: again after an overload, and never for longer than a minute and a half. Thread-safe. */
final class LoginExchange {

    private static final RetryPolicy RETRY = RetryPolicy.standard().attempts(3).deadline(Duration.ofSeconds(90));

    private final Transport transport;
    private final Clock clock;
    private final Sleeper sleeper;

    /** Lets time pass. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    LoginExchange(Transport transport, Clock clock, Sleeper sleeper) {
        this.transport = transport;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * The last answer, whatever its status.
     *
     * @param repeatable whether the request may arrive twice
     * @param wanted answers that are no reason to ask again
     * @throws AuthenticationException when there is no answer
     */
    Response send(Request request, boolean repeatable, Predicate<Response> wanted) throws InterruptedException {
        Instant end = clock.instant().plus(RETRY.deadline());
        for (int attempt = 1; ; attempt++) {
            try {
                Response response = transport.send(request);
                Optional<Duration> wait = wanted.test(response)
                        ? Optional.empty()
                        : before(end, RETRY.afterAnswer(attempt, request, repeatable, response, clock.instant()));
                if (wait.isEmpty()) {
                    return response;
                }
                pause(wait.get());
            } catch (IOException e) {
                Optional<Duration> wait = before(end, RETRY.afterFailure(attempt, request, repeatable, e));
                if (wait.isEmpty()) {
                    throw silent(request, e);
                }
                pause(wait.get());
            }
        }
    }

    private static AuthenticationException silent(Request request, IOException e) {
        Redactor redactor = Redactor.of(request.secrets());
        return new AuthenticationException(
                Failure.of(request.method(), request.template())
                        .withMessage("The token endpoint did not answer: " + redactor.apply(describe(e))),
                redactor.apply(e));
    }

    private Optional<Duration> before(Instant end, Optional<Duration> wait) {
        return wait.filter(time -> !clock.instant().plus(time).isAfter(end));
    }

    /** Lets time pass. */
    void pause(Duration time) throws InterruptedException {
        sleeper.sleep(time);
    }

    private static String describe(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
