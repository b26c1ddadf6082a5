package dev.lathe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lathe.runtime.auth.Authorizer;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.RateLimitException;
import dev.lathe.runtime.error.ServerException;
import dev.lathe.runtime.error.ServiceUnavailableException;
import dev.lathe.runtime.error.TransportException;
import dev.lathe.runtime.error.UnauthorizedException;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

    private static final RetryPolicy QUICK = RetryPolicy.standard().waits(Duration.ofMillis(1), Duration.ofMillis(2));

    private final ScriptedTransport transport = new ScriptedTransport();

    private ClientConfig.Builder config() {
        return ClientConfig.builder(URI.create("https://api.example.com/v1"))
                .transport(transport)
                .retry(QUICK);
    }

    private ApiClient client() {
        return ApiClient.create(config().build(), Profile.NONE);
    }

    private ApiClient client(Credentials credentials) {
        return ApiClient.create(config().credentials(credentials).build(), Profile.NONE);
    }

    // ---- statuses

    @ParameterizedTest
    @CsvSource({
        "400, BadRequestException",
        "401, UnauthorizedException",
        "403, ForbiddenException",
        "404, NotFoundException",
        "405, MethodNotAllowedException",
        "409, ConflictException",
        "410, NotFoundException",
        "412, PreconditionFailedException",
        "413, PayloadTooLargeException",
        "415, UnsupportedMediaTypeException",
        "418, ApiException",
        "422, BadRequestException",
        "429, RateLimitException",
        "500, ServerException",
        "501, ServerException",
        "503, ServiceUnavailableException",
    })
    void eachMeaningHasItsException(int status, String exception) {
        transport.otherwise(request -> ScriptedTransport.response(status, "{\"message\":\"no\"}"));

        assertThatThrownBy(() -> client().call("POST", "/x").send())
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(exception))
                .hasMessageContaining("POST /x: " + status);
    }

    @Test
    void anExceptionTellsAllThatIsKnown() {
        transport.answer(
                404,
                "{\"code\":\"NO_SUCH_TRAIT\",\"message\":\"There is none.\",\"childMessages\":[\"a\",\"b\"],\"more\":{\"x\":1}}",
                "X-Request-Id",
                "r-1",
                "Content-Type",
                "application/json");

        NotFoundException e = catchThrowableOfType(
                NotFoundException.class,
                () -> client().call("GET", "/traits/{sid}")
                        .path("sid", 7)
                        .query("q", "v")
                        .send());

        assertThat(e.status()).isEqualTo(404);
        assertThat(e.code()).isEqualTo("NO_SUCH_TRAIT");
        assertThat(e.serviceMessage()).isEqualTo("There is none.");
        assertThat(e.childMessages()).containsExactly("a", "b");
        assertThat(e.details()).containsExactly(Map.entry("more.x", "1"));
        assertThat(e.requestId()).isEqualTo("r-1");
        assertThat(e.method()).isEqualTo("GET");
        assertThat(e.uriTemplate()).isEqualTo("/traits/{sid}");
        assertThat(e.headers().first("content-type")).hasValue("application/json");
        assertThat(e.body()).startsWith("{\"code\"");
        assertThat(e)
                .hasMessage("GET /traits/{sid}: 404 Not Found. NO_SUCH_TRAIT: There is none. | a | b (request r-1)");
    }

    @Test
    void aStatusThatTheCallTakesIsNoError() {
        transport.answer(304, "", "ETag", "W/\"1\"");

        Response response = client().call("GET", "/x").accepting(304).exchange();

        assertThat(response.status()).isEqualTo(304);
        assertThat(response.headers().first("etag")).hasValue("W/\"1\"");
    }

    // ---- sending again

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PATCH"})
    void tooManyRequestsIsObeyedWhateverTheMethod(String method) {
        transport.answer(429, "", "Retry-After", "0").answer(429, "").answer(200, "done");

        assertThat(client().call(method, "/x").json("body").text()).isEqualTo("done");
        assertThat(transport.sent()).hasSize(3);
    }

    @Test
    void retryAfterIsObeyedInSecondsAndAsADate() {
        Supplier<String> soon = () -> DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(2).atOffset(ZoneOffset.UTC));
        for (Supplier<String> value : List.<Supplier<String>>of(() -> "1", soon)) {
            transport.answer(429, "", "Retry-After", value.get()).answer(200, "");
            long start = System.nanoTime();

            client().call("POST", "/x").send();

            // a date has no fractions of a second, so that up to one may be missing
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(900), Duration.ofMillis(3_000));
        }
    }

    @Test
    void anUnavailableServiceThatTellsWhenToComeBackHasDoneNothing() {
        transport.answer(503, "", "Retry-After", "0").answer(200, "done");

        assertThat(client().call("POST", "/x").text()).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({"502", "503", "504"})
    void aGatewaysErrorIsOnlyRepeatedWhereThatIsHarmless(int status) {
        transport.answer(status, "").answer(200, "done");
        assertThat(client().call("GET", "/x").text()).isEqualTo("done");

        transport.answer(status, "");
        assertThatThrownBy(() -> client().call("POST", "/x").send()).isInstanceOf(ServerException.class);

        transport.answer(status, "").answer(200, "done");
        assertThat(client().call("PATCH", "/x").idempotent().text()).isEqualTo("done");
    }

    @Test
    void aBrokenConnectionIsOnlyRepeatedWhereThatIsHarmless() {
        transport.fail(new IOException("reset")).answer(200, "done");
        assertThat(client().call("PUT", "/x").text()).isEqualTo("done");

        transport.fail(new IOException("reset"));
        assertThatThrownBy(() -> client().call("POST", "/x").send())
                .isInstanceOf(TransportException.class)
                .hasMessage("POST /x: The connection to api.example.com broke. reset");
    }

    @Test
    void aConnectionThatNeverCameAboutIsRepeatedWhateverTheMethod() {
        transport.fail(new ConnectException("refused")).answer(200, "done");

        assertThat(client().call("POST", "/x").text()).isEqualTo("done");
    }

    @Test
    void anUnknownHostAndATimeOutAreNotRepeated() {
        transport.fail(new UnknownHostException("api.example.com"));
        assertThatThrownBy(() -> client().call("GET", "/x").send())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("The host api.example.com is not known");

        transport.fail(new HttpTimeoutException("late"));
        assertThatThrownBy(() -> client().call("GET", "/x")
                        .timeout(Duration.ofMillis(1500))
                        .send())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("No answer from api.example.com within 1.5 s");
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void attemptsAreBounded() {
        transport.otherwise(request -> ScriptedTransport.response(429, "", "Retry-After", "0"));

        assertThatThrownBy(() -> client().call("GET", "/x").send()).isInstanceOf(RateLimitException.class);
        assertThat(transport.sent()).hasSize(5);
    }

    @Test
    void aWaitBeyondTheDeadlineIsNotBegun() {
        transport.otherwise(request -> ScriptedTransport.response(429, "", "Retry-After", "300"));
        ApiClient client = ApiClient.create(
                config().retry(QUICK.deadline(Duration.ofSeconds(5))).build(), Profile.NONE);
        long start = System.nanoTime();

        RateLimitException e = catchThrowableOfType(
                RateLimitException.class, () -> client.call("GET", "/x").send());

        assertThat(e.retryAfter()).hasValue(Duration.ofSeconds(300));
        assertThat(transport.sent()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anAttemptGetsNoMoreTimeThanTheCallHasLeft() {
        transport.answer(200, "");
        ApiClient client = ApiClient.create(
                config().retry(QUICK.deadline(Duration.ofSeconds(3))).build(), Profile.NONE);

        client.call("GET", "/x").timeout(Duration.ofMinutes(1)).send();

        assertThat(transport.only().timeout()).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aBodyThatCanBeReadOnceIsSentOnce() {
        transport.answer(429, "", "Retry-After", "0");

        assertThatThrownBy(() -> client().call("POST", "/x")
                        .body("text/plain", new ByteArrayInputStream(new byte[1]))
                        .send())
                .isInstanceOf(RateLimitException.class);
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void anInterruptedThreadStopsWaitingAndStaysInterrupted() {
        transport.otherwise(request -> ScriptedTransport.response(429, "", "Retry-After", "30"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client().call("GET", "/x").send())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("interrupted")
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    // ---- 401

    /** Hands out a token after the other; a new one after a refusal. */
    private static final class Counting implements Credentials {
        private final AtomicInteger refusals = new AtomicInteger();
        private final boolean renews;

        Counting(boolean renews) {
            this.renews = renews;
        }

        @Override
        public Authorizer connect(Service service) {
            return new Authorizer() {
                @Override
                public void authorize(Request.Builder request) {
                    request.secretHeader("Authorization", "Bearer token-" + (renews ? refusals.get() : 0));
                }

                @Override
                public boolean rejected(Request request) {
                    refusals.incrementAndGet();
                    return true;
                }
            };
        }
    }

    private List<String> tokensSent() {
        return transport.sent().stream()
                .map(request -> request.headers().first("Authorization").orElse("none"))
                .toList();
    }

    @Test
    void aRefusedTokenIsRenewedAndTheRequestRepeatedOnce() {
        transport.answer(401, "").answer(200, "done");
        assertThat(client(new Counting(true)).call("POST", "/x").json("body").text())
                .isEqualTo("done");
        assertThat(tokensSent()).containsExactly("Bearer token-0", "Bearer token-1");
    }

    @Test
    void aSecondRefusalIsTheAnswer() {
        transport.answer(401, "").answer(401, "");

        assertThatThrownBy(() -> client(new Counting(true)).call("GET", "/x").send())
                .isInstanceOf(UnauthorizedException.class);
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void theSameTokenIsNotSentAgain() {
        transport.answer(401, "");

        assertThatThrownBy(() -> client(new Counting(false)).call("GET", "/x").send())
                .isInstanceOf(UnauthorizedException.class);
        assertThatThrownBy(() -> {
                    transport.answer(401, "");
                    client(Credentials.bearer("fixed")).call("GET", "/x").send();
                })
                .isInstanceOf(UnauthorizedException.class);
        assertThat(transport.sent()).hasSize(2);
    }

    @Test
    void aSuppliedTokenIsAskedForAgain() {
        transport.answer(401, "").answer(200, "done");
        AtomicInteger calls = new AtomicInteger();

        client(Credentials.bearer(() -> "t" + calls.incrementAndGet()))
                .call("GET", "/x")
                .send();

        assertThat(tokensSent()).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void anOverloadAfterARenewalIsStillWaitedFor() {
        transport.answer(401, "").answer(429, "", "Retry-After", "0").answer(200, "done");

        assertThat(client(new Counting(true)).call("GET", "/x").text()).isEqualTo("done");
    }

    @Test
    void theTokenThatAServerEchoesIsNowhereInTheException() {
        transport.otherwise(request -> ScriptedTransport.response(
                401,
                "{\"message\":\"token s3cret-t0ken/1 expired\"}",
                "WWW-Authenticate",
                "Bearer realm=\"oauth\", error=\"invalid_token\","
                        + " error_description=\"Access token expired: s3cret-t0ken/1\"",
                "Set-Cookie",
                "session=s3ssion"));

        UnauthorizedException e = catchThrowableOfType(
                UnauthorizedException.class,
                () -> client(Credentials.bearer("s3cret-t0ken/1"))
                        .call("GET", "/x")
                        .send());

        assertThat(e.headers().first("WWW-Authenticate"))
                .hasValue("Bearer realm=\"oauth\", error=\"invalid_token\","
                        + " error_description=\"Access token expired: ***\"");
        assertThat(e.headers().first("Set-Cookie")).hasValue("***");
        assertThat(e.body()).isEqualTo("{\"message\":\"token *** expired\"}");
        assertThat(e.getMessage()).doesNotContain("s3cret");
    }

    // ---- redirects and links

    @Test
    void aRedirectWithinTheServiceIsFollowed() {
        transport.answer(302, "", "Location", "/v1/y?a=b").answer(200, "done");

        assertThat(client(Credentials.bearer("token")).call("GET", "/x").text()).isEqualTo("done");
        assertThat(transport.sent().get(1).uri()).hasToString("https://api.example.com/v1/y?a=b");
        assertThat(tokensSent()).containsExactly("Bearer token", "Bearer token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/v1/x",
                "http://api.example.com/v1/x",
                "https://api.example.com:8443/v1/x",
                "//evil.example.com/x",
            })
    void aRedirectToSomebodyElseIsAnError(String target) {
        transport.answer(302, "", "Location", target);

        assertThatThrownBy(() ->
                        client(Credentials.bearer("token")).call("GET", "/x").send())
                .isExactlyInstanceOf(ApiException.class)
                .hasMessageContaining("302 Found. The service answers with a redirect, which is not followed");
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void aRedirectOfAWriteKeepsItsBodyOrIsAnError() {
        transport.answer(308, "", "Location", "/v1/y").answer(200, "done");
        client().call("POST", "/x").json("body").send();
        assertThat(transport.sent().get(1).method()).isEqualTo("POST");
        assertThat(transport.sent().get(1).body()).isNotNull();

        transport.answer(302, "", "Location", "/v1/y");
        assertThatThrownBy(() -> client().call("POST", "/x").send()).isInstanceOf(ApiException.class);

        transport.answer(303, "", "Location", "/v1/z").answer(200, "done");
        client().call("POST", "/x").json("body").send();
        Request last = transport.sent().get(4);
        assertThat(last.method()).isEqualTo("GET");
        assertThat(last.body()).isNull();
        assertThat(last.headers().contains("Content-Type")).isFalse();
    }

    @Test
    void redirectsInACircleEnd() {
        transport.otherwise(request -> ScriptedTransport.response(302, "", "Location", "/v1/x"));

        assertThatThrownBy(() -> client().call("GET", "/x").send()).isInstanceOf(ApiException.class);
        assertThat(transport.sent()).hasSize(6);
    }

    @Test
    void aLinkOfTheServiceIsUsedAsItIsWithCredentialsAndSettings() {
        transport.answer(200, "{}");
        String link = "https://api.example.com/v1/x?$skiptoken=%3Ccookie%20a=%22%257b1%257d%22/%3E&q='a b'";

        client(Credentials.bearer("token"))
                .with(s -> s.header("X-A", "1").query("tag", "t"))
                .link("GET", link, "/x (next page)")
                .send();

        Request request = transport.only();
        assertThat(request.uri())
                .hasToString("https://api.example.com/v1/x?$skiptoken=%3Ccookie%20a=%22%257b1%257d%22/%3E&q='a%20b'");
        assertThat(request.headers().first("Authorization")).hasValue("Bearer token");
        assertThat(request.headers().first("X-A")).hasValue("1");
        assertThat(request).hasToString("GET /x (next page)");
    }

    @Test
    void aLinkToSomebodyElseGetsNoCredentialsAndNoSettings() {
        transport.answer(401, "").answer(302, "", "Location", "https://api.example.com/v1/x");
        ApiClient client = ApiClient.create(
                config().credentials(Credentials.bearer("token"))
                        .header("X-Tenant", "t")
                        .build(),
                Profile.NONE);

        assertThatThrownBy(() -> client.with(s -> s.header("X-A", "1"))
                        .link("GET", "https://evil.example.com/v1/x", "next")
                        .send())
                .isInstanceOf(UnauthorizedException.class);
        assertThatThrownBy(() -> client.link("GET", "https://evil.example.com/v1/x", "next")
                        .send())
                .isInstanceOf(ApiException.class);

        assertThat(transport.sent()).hasSize(2).allSatisfy(request -> {
            assertThat(request.headers().contains("Authorization")).isFalse();
            assertThat(request.headers().contains("X-A")).isFalse();
            assertThat(request.headers().contains("X-Tenant")).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "https://",
                "mailto:a@b",
                "https://api.example.com\\@evil/",
                "https://api.example.com@evil/"
            })
    void aLinkThatIsNoAddressIsAnError(String link) {
        assertThatThrownBy(() -> client().link("GET", link, "next"))
                .hasMessage("GET next: The service named a link that is no http address")
                .hasNoCause();
    }

    // ---- bodies

    @Test
    void aPackedAnswerIsUnpacked() {
        transport.step(request -> {
            assertThat(request.headers().first("Accept-Encoding")).hasValue("gzip");
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write("unpacked".getBytes(StandardCharsets.UTF_8));
            }
            return Response.of(
                    200, Headers.builder().set("Content-Encoding", "gzip").build(), packed.toByteArray());
        });

        assertThat(client().call("GET", "/x").text()).isEqualTo("unpacked");
    }

    @Test
    void aPackedAnswerThatIsBrokenIsAFailure() {
        transport.otherwise(request -> ScriptedTransport.response(200, "not packed", "Content-Encoding", "gzip"));

        assertThatThrownBy(() -> client().call("GET", "/x").text()).isInstanceOf(TransportException.class);
    }

    // ---- listeners

    private static final class Recorder implements CallListener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void before(Started event) {
            events.add("> " + event.method() + " " + event.uriTemplate() + " #" + event.attempt());
        }

        @Override
        public void after(Ended event) {
            assertThat(event.duration()).isPositive();
            events.add("< " + event.status() + " #" + event.started().attempt() + " " + event.requestId()
                    + (event.failure() == null
                            ? ""
                            : " " + event.failure().getClass().getSimpleName())
                    + (event.retry().isPresent() ? " again" : ""));
        }
    }

    @Test
    void listenersHearOfEachAttempt() {
        Recorder recorder = new Recorder();
        transport
                .fail(new ConnectException("refused"))
                .answer(401, "")
                .answer(429, "", "Retry-After", "0", "X-Request-Id", "r3")
                .answer(200, "", "X-Request-Id", "r4");
        ApiClient client = ApiClient.create(
                config().credentials(new Counting(true)).listener(recorder).build(), Profile.NONE);

        client.call("GET", "/x/{id}").path("id", "s3cret").query("q", "s3cret").send();

        assertThat(recorder.events)
                .containsExactly(
                        "> GET /x/{id} #1",
                        "< 0 #1  TransportException again",
                        "> GET /x/{id} #2",
                        "< 401 #2  again",
                        "> GET /x/{id} #3",
                        "< 429 #3 r3 again",
                        "> GET /x/{id} #4",
                        "< 200 #4 r4");
    }

    @Test
    void aListenerCanWriteALineForEachRequest() {
        List<String> lines = new ArrayList<>();
        System.Logger logger = new System.Logger() {
            @Override
            public String getName() {
                return "test";
            }

            @Override
            public boolean isLoggable(Level level) {
                return true;
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
                lines.add(level + " " + message.replaceAll("\\d+ ms", "n ms"));
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
                log(level, bundle, format, (Throwable) null);
            }
        };
        transport
                .fail(new ConnectException("refused"))
                .answer(429, "", "Retry-After", "0")
                .answer(200, "", "X-Request-Id", "r");
        ApiClient client = ApiClient.create(
                config().listener(CallListener.logging(logger, System.Logger.Level.INFO))
                        .build(),
                Profile.NONE);

        client.call("GET", "/x").send();

        assertThat(lines)
                .containsExactly(
                        "WARNING GET /x -> no answer (GET /x: No connection to api.example.com came about. refused)"
                                + " in n ms, again in n ms",
                        "WARNING GET /x -> 429 in n ms, attempt 2, again in n ms",
                        "INFO GET /x -> 200 in n ms, attempt 3, request r");
    }

    @Test
    void aListenerThatThrowsDoesNotTouchTheCallOrOtherListeners() {
        Recorder recorder = new Recorder();
        transport.answer(200, "done");
        ApiClient client = ApiClient.create(
                config().listener(new CallListener() {
                            @Override
                            public void before(Started event) {
                                throw new IllegalStateException("from the listener");
                            }

                            @Override
                            public void after(Ended event) {
                                throw new IllegalStateException("from the listener");
                            }
                        })
                        .listener(recorder)
                        .build(),
                Profile.NONE);

        assertThat(client.call("GET", "/x").text()).isEqualTo("done");
        assertThat(recorder.events).hasSize(2);
    }

    @Test
    void listenersHearOfTheEndAlsoWhenThereIsNoNewToken() {
        Recorder recorder = new Recorder();
        AtomicInteger asked = new AtomicInteger();
        transport.answer(401, "");
        ApiClient client = ApiClient.create(
                config().listener(recorder)
                        .credentials(service -> new Authorizer() {
                            @Override
                            public void authorize(Request.Builder request) {
                                if (asked.incrementAndGet() > 1) {
                                    throw new AuthenticationException(Failure.of("POST", "token"));
                                }
                                request.secretHeader("Authorization", "Bearer first");
                            }

                            @Override
                            public boolean rejected(Request request) {
                                return true;
                            }
                        })
                        .build(),
                Profile.NONE);

        assertThatThrownBy(() -> client.call("GET", "/x").send()).isInstanceOf(AuthenticationException.class);
        assertThat(recorder.events).containsExactly("> GET /x #1", "< 401 #1 ");
    }

    @Test
    void anUnavailableServiceTellsHowLong() {
        transport.otherwise(request -> ScriptedTransport.response(503, "", "Retry-After", "7000"));

        ServiceUnavailableException e = catchThrowableOfType(
                ServiceUnavailableException.class,
                () -> client().call("GET", "/x").send());

        assertThat(e.retryAfter()).hasValue(Duration.ofSeconds(7000));
    }
}
