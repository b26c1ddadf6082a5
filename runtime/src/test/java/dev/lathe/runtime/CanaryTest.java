package dev.lathe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lathe.runtime.audiencemanager.AudienceManagerProfile;
import dev.lathe.runtime.auth.AccessToken;
import dev.lathe.runtime.auth.AdobeIms;
import dev.lathe.runtime.auth.Certificates;
import dev.lathe.runtime.auth.ClientCertificate;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.auth.DemdexLogin;
import dev.lathe.runtime.auth.EntraId;
import dev.lathe.runtime.auth.EntraLogin;
import dev.lathe.runtime.auth.OAuth;
import dev.lathe.runtime.auth.TokenStore;
import dev.lathe.runtime.dataverse.DataverseProfile;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.http.RetryPolicy;
import dev.lathe.runtime.json.Scalars;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Puts a secret that is easy to recognise into every field, lets everything fail, and looks for it everywhere. */
@Timeout(120)
class CanaryTest {

    /** What callers put into headers, queries and bodies; another text, so that it cannot cover for a credential. */
    private static final String CALLERS = "0wn-p4ssphrase";

    private static final String CANARY = "c4nary/s3cret+\"=x";
    private static final String CODE = "c4nary-c0de";

    private static String assertion(String algorithm) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"alg\":\"" + algorithm + "\",\"typ\"").getBytes(StandardCharsets.UTF_8))
                .substring(0, 24);
    }

    private static final String TOKEN = "c4nary-t0ken";

    // They name somebody and prove nothing; and yet they are nobody's business.
    private static final String CLIENT = "c11ent-of-canary";
    private static final String ORGANIZATION = "0rg-of-canary@AdobeOrg";
    private static final String ACCOUNT = "acc0unt-of-canary@techacct.adobe.com";
    private static final String USER = "us3r-of-canary";

    // kept: a logger that nobody holds may be collected, and its handlers with it
    private final Logger lathe = Logger.getLogger("dev.lathe");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            texts.add(entry.getMessage());
            note(entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private HttpServer server;
    private volatile String tokenAnswer = "";
    private volatile String deviceAnswer = "";

    @TempDir
    private Path folder;

    @TempDir
    private static Path certificates;

    private static Path pkcs12;

    private Path key;
    private String keyText;

    @BeforeAll
    static void makeCertificate() {
        pkcs12 = Certificates.pkcs12(certificates, "canary", "RSA");
    }

    @BeforeEach
    void start() throws GeneralSecurityException, IOException {
        writeKey();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/", this::parrot);
        server.createContext("/login", this::login);
        server.start();
        lathe.addHandler(log);
        lathe.setLevel(Level.ALL);
        lathe.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        lathe.removeHandler(log);
        lathe.setUseParentHandlers(true);
        server.stop(0);
        threads.shutdownNow();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** A gateway at its worst: whatever it was sent is in its answer, in headers and body. */
    private void parrot(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        Headers answer = exchange.getResponseHeaders();
        if (path[path.length - 1].isEmpty()) {
            answer.add("WWW-Authenticate", "Bearer authorization_uri=" + address("/login/tenant/oauth2/authorize"));
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        int status = Integer.parseInt(path[path.length - 1]);
        StringBuilder body = new StringBuilder("{\"error\":{\"code\":\"x\",\"message\":\"");
        exchange.getRequestHeaders().forEach((name, values) -> {
            body.append(name)
                    .append(": ")
                    .append(String.join(",", values).replace("\"", "\\\""))
                    .append("; ");
            answer.add("X-Echo-" + name, String.join(",", values));
        });
        body.append("\"}}");
        answer.add("X-Request-Id", exchange.getRequestHeaders().getFirst("Authorization"));
        answer.add(
                "WWW-Authenticate",
                "Bearer error=\"invalid_token\", error_description=\"Access token expired: "
                        + exchange.getRequestHeaders().getFirst("Authorization") + "\"");
        if (status == 429) {
            answer.add("Retry-After", "0"); // a client of Dataverse holds all its calls back as long as it is told
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        if (status == 998) {
            byte[] bare = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bare.length);
            exchange.getResponseBody().write(bare);
            exchange.close();
            return;
        }
        if (status == 999) {
            exchange.sendResponseHeaders(200, bytes.length + 100);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void login(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean device = exchange.getRequestURI().getPath().endsWith("/devicecode");
        String echo = (device ? deviceAnswer : tokenAnswer)
                .replace("$form", form)
                .replace("$header", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        byte[] bytes = echo.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Echo", form);
        exchange.sendResponseHeaders(
                echo.contains("access_token") || echo.contains("user_code") ? 200 : 400, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A store of an application's own that tells everything it knows when it fails. */
    private static final class CarelessStore implements TokenStore {

        @Override
        public Optional<AccessToken> load(String name) {
            return Optional.of(AccessToken.of(TOKEN, Instant.now(), null).withRefreshToken(CANARY));
        }

        @Override
        public void save(String name, AccessToken token) {
            throw new IllegalStateException("cannot save " + token.value() + " nor " + token);
        }
    }

    /** An RSA key in a file; its text is one of the secrets. */
    private void writeKey() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keyText = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        key = Files.writeString(
                folder.resolve("private.key"),
                "-----BEGIN PRIVATE KEY-----\n" + keyText + "\n-----END PRIVATE KEY-----\n");
    }

    @SuppressWarnings("deprecation") // deprecated logins must not give secrets away either
    private Map<String, Credentials> credentials() {
        Map<String, Credentials> all = new LinkedHashMap<>();
        all.put("bearer", Credentials.bearer(TOKEN));
        all.put("supplied", Credentials.bearer(() -> TOKEN));
        all.put("basic", Credentials.basic("me", CANARY));
        all.put("key", Credentials.apiKey("X-My-Key", CANARY));
        all.put("oauth", OAuth.clientCredentials(address("/login"), "client", CANARY));
        all.put(
                "oauth basic",
                OAuth.clientCredentials(address("/login"), "client", CANARY).withBasicAuthentication());
        all.put(
                "oauth with a header",
                OAuth.clientCredentials(address("/login"), "client", CANARY).withHeader("X-Extra", CANARY));
        all.put(
                "adobe",
                AdobeIms.serverToServer(CLIENT, CANARY, ORGANIZATION, "scope").withTokenUri(address("/login")));
        all.put("demdex", DemdexLogin.password(CLIENT, CANARY, USER, CANARY).withTokenUri(address("/login")));
        all.put(
                "demdex refresh",
                DemdexLogin.refreshToken(CLIENT, CANARY, CANARY).withTokenUri(address("/login")));
        all.put(
                "demdex code",
                DemdexLogin.authorizationCode(CLIENT, CANARY, CANARY, address("/back"))
                        .withTokenUri(address("/login")));
        all.put("demdex implicit", Credentials.bearer(TOKEN).withHeader("X-From", CANARY));
        all.put(
                "service account",
                AdobeIms.serviceAccount(CLIENT, CANARY, ORGANIZATION, ACCOUNT, key, "sdk")
                        .withTokenUri(address("/login")));
        all.put(
                "stored",
                AdobeIms.serverToServer(CLIENT, CANARY, ORGANIZATION, "stored")
                        .withTokenUri(address("/login"))
                        .withTokenStore(new CarelessStore()));
        all.put(
                "stored service account",
                AdobeIms.serviceAccount(CLIENT, CANARY, ORGANIZATION, ACCOUNT, key, "sdk")
                        .withTokenUri(address("/login"))
                        .withTokenStore(new CarelessStore()));
        all.put(
                "stored demdex",
                DemdexLogin.password(CLIENT, CANARY, USER, CANARY)
                        .withTokenUri(address("/login"))
                        .withTokenStore(new CarelessStore()));
        all.put(
                "stored demdex refresh",
                DemdexLogin.refreshToken(CLIENT, CANARY, CANARY)
                        .withTokenUri(address("/login"))
                        .withTokenStore(new CarelessStore()));
        all.put("extra header", Credentials.none().withHeader("X-Extra", CANARY));
        all.put("entra", EntraId.clientSecret("tenant", "client", CANARY).withAuthority(address("/login")));
        all.put("entra discovered", EntraId.clientSecret("client", CANARY).withAuthority(address("/login")));
        ClientCertificate certificate = ClientCertificate.pkcs12(pkcs12, Certificates.PASSWORD.toCharArray());
        all.put(
                "entra certificate",
                EntraId.certificate("tenant", "client", certificate).withAuthority(address("/login")));
        all.put(
                "entra certificate, RS256",
                EntraId.certificate("tenant", "client", certificate.withRs256()).withAuthority(address("/login")));
        all.put(
                "entra refresh",
                EntraId.refreshToken("tenant", "client", CANARY).withAuthority(address("/login")));
        EntraLogin login = EntraLogin.start("tenant", "client", address("/back"), address("/api"))
                .withAuthority(address("/login"));
        texts.add(login.toString());
        String state = login.authorizeUri().getQuery().replaceAll(".*&state=([^&]+).*", "$1");
        all.put(
                "entra code",
                login.finish(URI.create(address("/back") + "?code=" + CODE + "&state=" + state))
                        .withClientSecret(CANARY));
        return all;
    }

    private ApiClient client(Credentials credentials, Profile profile) {
        return client(credentials, profile, address("/api/v9.2"));
    }

    private ApiClient client(Credentials credentials, Profile profile, URI base) {
        ClientConfig config = ClientConfig.builder(base)
                .credentials(credentials)
                .header("X-Api-Token", CALLERS)
                .retry(RetryPolicy.standard().attempts(2).waits(Duration.ofMillis(1), Duration.ofMillis(1)))
                .listener(new CallListener() {
                    @Override
                    public void before(Started event) {
                        texts.add(event.toString());
                        throw new IllegalStateException("a listener that fails, for the log");
                    }

                    @Override
                    public void after(Ended event) {
                        texts.add(event.toString());
                        note(event.failure());
                    }
                })
                .build();
        texts.add(config.toString());
        texts.add(credentials.toString());
        ApiClient client = ApiClient.create(config, profile);
        texts.add(client.toString());
        return client;
    }

    private void note(Throwable failure) {
        if (failure == null) {
            return;
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        texts.add(trace.toString());
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ApiException e) {
                texts.add(e.body() + e.details() + e.childMessages() + e.code() + e.serviceMessage() + e.hint());
                texts.add(e.failure().toString() + e.headers());
                e.headers().forEach((name, value) -> texts.add(name + ": " + value));
            }
        }
    }

    @Test
    void noSecretIsInAnyExceptionLogEventOrText() {
        int calls = 0;
        tokenAnswer = "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600}";
        for (Profile profile : List.of(Profile.NONE, DataverseProfile.INSTANCE, AudienceManagerProfile.INSTANCE)) {
            for (Credentials credentials : credentials().values()) {
                ApiClient client = client(credentials, profile);
                for (int status : new int[] {200, 302, 400, 401, 403, 404, 409, 412, 415, 429, 500, 503, 998, 999}) {
                    fail(client, status);
                    calls++;
                }
            }
        }
        for (String answer : List.of(
                "{\"error\":\"invalid_client\",\"error_description\":\"got $form and $header\"}",
                "<html><title>$form</title>$header</html>",
                "$form $header",
                "")) {
            tokenAnswer = answer;
            for (Credentials credentials : credentials().values()) {
                fail(client(credentials, Profile.NONE), 400);
                calls++;
            }
        }
        assertThat(calls).isEqualTo((3 * 14 + 4) * credentials().size());
        assertThat(texts).hasSizeGreaterThan(2 * calls);
        assertNoSecretIsIn(texts);
    }

    private void assertNoSecretIsIn(List<String> all) {
        for (String spelling : spellings()) {
            assertThat(all)
                    .filteredOn(text -> text != null && text.contains(spelling))
                    .as(spelling)
                    .isEmpty();
        }
    }

    private void fail(ApiClient client, int status) {
        Call call = client.with(s -> s.header("X-Session-Token", CALLERS))
                .call("POST", "/{status}")
                .path("status", status)
                .query("password", CALLERS)
                .json(Map.of("password", CALLERS));
        texts.add(call.toString());
        texts.add(call.request().toString());
        texts.add(call.request().headers().toString());
        Throwable failure = catchThrowable(() -> call.read(Scalars.INT64));
        assertThat(failure).isInstanceOf(ApiException.class);
        note(failure);
    }

    @Test
    void aConnectionThatFailsTellsNoSecret() throws Exception {
        server.stop(0);
        List<Callable<Throwable>> calls = new ArrayList<>(); // each waits before it tries again
        for (Credentials credentials : credentials().values()) {
            ApiClient client = client(credentials, Profile.NONE);
            calls.add(() -> catchThrowable(
                    () -> client.call("GET", "/x").query("password", CALLERS).send()));
        }
        for (Future<Throwable> failure : threads.invokeAll(calls)) {
            assertThat(failure.get()).isInstanceOf(ApiException.class);
            note(failure.get());
        }
        assertNoSecretIsIn(texts);
    }

    /** The JDK's client quotes an answer that is no HTTP, and quotations go along as causes. */
    @Test
    void anAnswerThatIsNoHttpIsNotQuoted() throws Exception {
        try (ServerSocket parrot = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread answers = new Thread(() -> sayAllOfItAgain(parrot));
            answers.start();
            URI there = URI.create("http://127.0.0.1:" + parrot.getLocalPort() + "/");
            int calls = 0;
            for (Credentials credentials : credentials().values()) {
                tokenAnswer = "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600}";
                ApiClient client = client(credentials, Profile.NONE, there);
                Throwable failure =
                        catchThrowable(() -> client.call("GET", "/x").send());
                assertThat(failure).isInstanceOf(ApiException.class);
                note(failure);
                calls++;
            }
            for (Credentials credentials : List.of(
                    AdobeIms.serverToServer(CLIENT, CANARY, ORGANIZATION, "scope")
                            .withTokenUri(there),
                    OAuth.clientCredentials(there, "client", CANARY).withBasicAuthentication())) {
                Throwable failure = catchThrowable(() ->
                        client(credentials, Profile.NONE).call("GET", "/x").send());
                assertThat(failure).isInstanceOf(AuthenticationException.class);
                note(failure);
                calls++;
            }
            assertThat(texts)
                    .filteredOn(text -> text != null && text.contains("nvalid status line"))
                    .as("the quotation itself is kept")
                    .hasSizeGreaterThanOrEqualTo(calls);
            assertNoSecretIsIn(texts);
        }
    }

    private static void sayAllOfItAgain(ServerSocket parrot) {
        while (true) {
            try (Socket socket = parrot.accept()) {
                byte[] some = new byte[8192];
                int count = socket.getInputStream().read(some);
                String said = new String(some, 0, Math.max(count, 0), StandardCharsets.ISO_8859_1);
                socket.getOutputStream()
                        .write((said.replaceAll("[\r\n]+", "; ") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                if (parrot.isClosed()) {
                    return;
                }
            }
        }
    }

    @Test
    void aDeviceLoginTellsNoSecret() {
        deviceAnswer = "{\"device_code\":\"" + CODE + "\",\"user_code\":\"ABC\",\"interval\":1,"
                + "\"verification_uri\":\"http://127.0.0.1/\"}";
        for (String answer : List.of(
                "{\"access_token\":\"" + TOKEN + "\",\"refresh_token\":\"" + CANARY + "\",\"expires_in\":3600}",
                "{\"error\":\"x\",\"error_description\":\"$form\"}")) {
            tokenAnswer = answer;
            Credentials credentials = EntraId.deviceCode("tenant", "client", code -> texts.add(code.toString()))
                    .withAuthority(address("/login"));
            fail(client(credentials, DataverseProfile.INSTANCE), 400);
        }
        deviceAnswer = "";
        fail(
                client(
                        EntraId.deviceCode("tenant", "client", code -> {}).withAuthority(address("/login")),
                        DataverseProfile.INSTANCE),
                400);
        for (String spelling : spellings()) {
            assertThat(texts)
                    .filteredOn(text -> text != null && text.contains(spelling))
                    .as(spelling)
                    .isEmpty();
        }
    }

    private List<String> spellings() {
        return List.of(
                CANARY,
                TOKEN,
                CLIENT,
                ORGANIZATION,
                ACCOUNT,
                USER,
                "s3cret",
                CALLERS,
                // how each JWT that is signed with them begins
                assertion("RS256"),
                assertion("PS256"),
                CODE,
                Certificates.PASSWORD,
                keyText.substring(200, 240),
                URLEncoder.encode(CANARY, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(("client:" + CANARY).getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(("me:" + CANARY).getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString((CLIENT + ":" + CANARY).getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder()
                        .encodeToString(("client:" + URLEncoder.encode(CANARY, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)));
    }
}
