package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.AdobeIms;
import dev.lathe.runtime.http.JdkTransport;
import dev.lathe.sandbox.RecordedRequest;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** A client of a fresh sandbox for each test. Afterwards the operations that the test names must have been called. */
abstract class SandboxCalls {

    Sandbox sandbox;
    AudienceManager aam;

    @BeforeEach
    final void connect() {
        sandbox = Sandbox.start(SandboxOptions.defaults().segments(20));
        aam = AudienceManager.connect(sandbox.audienceManagerApiUri(), credentials(sandbox));
    }

    static AdobeIms credentials(Sandbox sandbox) {
        return AdobeIms.serverToServer(
                        Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET, Sandbox.ORGANIZATION, Sandbox.ADOBE_SCOPE)
                .withTokenUri(sandbox.adobeTokenUri());
    }

    /** A client to whose first request of that method something happens on the way: others use the service too. */
    final AudienceManager meanwhile(String method, Runnable others) {
        AtomicBoolean happened = new AtomicBoolean();
        return AudienceManager.connect(ClientConfig.builder(sandbox.audienceManagerApiUri())
                .credentials(credentials(sandbox))
                .transport(request -> {
                    boolean ours = request.method().equals(method)
                            && request.uri().getPath().startsWith("/v1/");
                    if (ours && happened.compareAndSet(false, true)) {
                        others.run();
                    }
                    return JdkTransport.shared().send(request);
                })
                .build());
    }

    @AfterEach
    final void check(TestInfo test) {
        try (Sandbox asked = sandbox) {
            for (String operation : test.getTestMethod()
                    .orElseThrow()
                    .getAnnotation(Operation.class)
                    .value()) {
                assertThat(asked.requests().all()).as(operation).anyMatch(request -> matches(operation, request));
            }
        }
    }

    /** Slashes at the end count, a variable stands for one segment of the path. */
    private static boolean matches(String operation, RecordedRequest request) {
        String[] methodAndPath = operation.split(" ", 2);
        String path = Pattern.compile("\\{[^}]+}|[^{]+")
                .matcher(methodAndPath[1])
                .replaceAll(part -> part.group().startsWith("{")
                        ? "[^/]+"
                        : Pattern.quote(part.group()).replace("\\", "\\\\"));
        return request.method().equals(methodAndPath[0])
                && request.path().matches("/v1" + path)
                && request.status() / 100 == 2;
    }

    /** The id of a new object of that kind. */
    final long insert(String kind, Map<String, ?> members) {
        return sandbox.audienceManager().insert(kind, members);
    }

    final boolean exists(String kind, long id) {
        return sandbox.audienceManager().find(kind, Math.toIntExact(id)).isPresent();
    }

    final long dataSource(String name) {
        return insert("datasources", Map.of("name", name));
    }

    final long trait(String name) {
        return insert(
                "traits",
                Map.of(
                        "name",
                        name,
                        "traitType",
                        "RULE_BASED_TRAIT",
                        "dataSourceId",
                        1,
                        "folderId",
                        0,
                        "integrationCode",
                        "t-" + name,
                        "traitRule",
                        "a==1"));
    }

    final long segment(String name) {
        return insert(
                "segments",
                Map.of(
                        "name", name,
                        "folderId", 0,
                        "dataSourceId", 1,
                        "integrationCode", "s-" + name,
                        "mergeRuleDataSourceId", 7));
    }

    final long destination(String name) {
        return insert("destinations", Map.of("name", name, "destinationType", "PUSH", "serializationEnabled", true));
    }
}
