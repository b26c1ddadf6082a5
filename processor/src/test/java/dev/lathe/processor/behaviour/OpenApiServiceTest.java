package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients make of what an OpenAPI document says about the service as a whole: addresses and logins. */
class OpenApiServiceTest {

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

    private static final String PING = """
            paths:
              /x:
                get:
                  tags: [region]
                  operationId: ping
                  parameters: [{name: q, in: query, schema: {type: string}}, {name: c, in: cookie, schema: {type: string}}]
                  responses: {'204': {description: done}}
            """;

    @Test
    void serversAreConstantsAndVariablesAreTypedChoices() throws Exception {
        Object seen = Client.openApi(folder, """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                servers:
                  - {url: 'https://one.example.com/v1', description: 'Sandbox: for tests'}
                  - url: https://{region}.example.com:{port}/{base}
                    description: Production
                    variables:
                      region: {default: eu, enum: [eu, us-east]}
                      port: {default: '443', description: Port of the gateway.}
                      base: {default: v2}
                  - {url: 'https://{tenant}.example.com', description: Own}
                  - {url: /relative}
                  - {url: 'not an address'}
                """ + PING, """
                return List.of(
                        Api.SANDBOX.toString(),
                        Api.PRODUCTION.toString(),
                        Api.production(Api.Region.US_EAST, null, "v3/beta").toString(),
                        Api.own("acme").toString(),
                        Arrays.stream(Api.Region.values()).map(Api.Region::toString).toList());
                """, "-Alathe.silence=odd-server")
                .run(service.base());

        assertThat(seen)
                .isEqualTo(List.of(
                        "https://one.example.com/v1",
                        "https://eu.example.com:443/v2",
                        "https://us-east.example.com:443/v3/beta",
                        "https://acme.example.com",
                        List.of("eu", "us-east")));
    }

    /** What an installation of one's own is told is not for the servers of the document. */
    @Test
    void anOperationGoesToItsOwnServerUnlessTheClientIsConnectedElsewhere() throws Exception {
        String document = """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                servers: [{url: '%s'}]
                paths:
                  /ping: {get: {operationId: ping, tags: [x], responses: {'204': {description: ok}}}}
                  /files:
                    servers: [{url: '%s/upload'}]
                    post: {operationId: upload, tags: [x], responses: {'204': {description: ok}}}
                """;
        String calls = """
                api.x().ping();
                api.x().upload();
                return null;""";
        for (List<String> servers : List.of(
                List.of(service.base().toString(), service.base().toString()),
                List.of("/v1", service.base().toString()),
                List.of("https://api.example.com", "https://upload.example.com"))) {
            service.answers(204, "").answers(204, "");
            Client.openApi(folder, document.formatted(servers.toArray()), calls).run(service.base());
        }

        assertThat(service.asked())
                .extracting(Service.Asked::target)
                .containsExactly(
                        "/api/ping", "/api/upload/files", "/api/ping", "/api/upload/files", "/api/ping", "/api/files");
    }

    private static final String SCHEMES = """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            security: [{inHeader: []}, {inQuery: [], inCookie: []}]
            components:
              securitySchemes:
                inHeader: {type: apiKey, in: header, name: X-Key}
                inQuery: {type: apiKey, in: query, name: the key}
                inCookie: {type: apiKey, in: cookie, name: session}
                user: {type: http, scheme: basic, description: Name and password of the portal.}
                token: {type: http, scheme: bearer, bearerFormat: JWT}
                machine: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://login.example.com/token', scopes: {read: to read}}}}
                person: {type: oauth2, flows: {authorizationCode: {authorizationUrl: 'https://a.example.com', tokenUrl: 'https://login.example.com/token', scopes: {}}}}
                openId: {type: openIdConnect, openIdConnectUrl: 'https://a.example.com/.well-known/openid-configuration'}
            """;

    @Test
    void eachSecuritySchemeMakesCredentials() throws Exception {
        for (int i = 0; i < 8; i++) {
            service.answers(204, "", "");
        }
        Object machine = Client.openApi(folder, SCHEMES + PING, """
                java.util.function.Consumer<Credentials> ping =
                        credentials -> Api.connect(base, credentials).region().ping(o -> o.q("1").c("2"));
                ping.accept(Api.inHeaderCredentials("s3cret"));
                ping.accept(Api.inQueryCredentials("s3 cret").and(Api.inCookieCredentials("s3c;ret")));
                ping.accept(Api.userCredentials("ann", "pw"));
                ping.accept(Api.tokenCredentials("t"));
                ping.accept(Api.personCredentials("p"));
                ping.accept(Api.openIdCredentials("o"));
                ping.accept(Api.userCredentials("key", ""));
                ping.accept(Api.userCredentials("", "key"));
                return Api.machineCredentials("id", "secret", "read").toString();""").run(service.base());

        List<Service.Asked> asked = service.asked();
        assertThat(asked.get(0).header("X-key")).isEqualTo("s3cret");
        assertThat(asked.get(1).target()).isEqualTo("/api/x?q=1&the%20key=s3%20cret");
        assertThat(asked.get(1).header("Cookie")).isEqualTo("c=2; session=s3c%3Bret");
        assertThat(asked.subList(2, 8))
                .extracting(one -> one.header("Authorization"))
                .containsExactly(
                        "Basic YW5uOnB3", "Bearer t", "Bearer p", "Bearer o", "Basic a2V5Og==", "Basic OmtleQ==");
        assertThat(machine).isEqualTo("OAuth[client credentials, login.example.com]");
    }

    @Test
    void aKeyInTheQueryIsSentOnceHoweverOftenTheRequestIs() throws Exception {
        service.answers(503, "{}", java.util.Map.of("Retry-After", "0")).answers(204, "", "");
        Client.openApi(folder, SCHEMES + PING, """
                Api.connect(base, Api.inQueryCredentials("k").and(Api.inCookieCredentials("c"))).region().ping();
                return null;""").run(service.base());

        assertThat(service.asked())
                .extracting(Service.Asked::target)
                .containsExactly("/api/x?the%20key=k", "/api/x?the%20key=k");
        assertThat(service.asked()).extracting(one -> one.header("Cookie")).containsExactly("session=c", "session=c");
    }

    @Test
    void aKeyInTheQueryIsInNoMessage() throws Exception {
        service.answers(400, "{\"message\":\"wrong key s3 cret or s3%20cret\"}");
        Object message = Client.openApi(folder, SCHEMES + PING, """
                try {
                    Api.connect(base, Api.inQueryCredentials("s3 cret")).region().ping();
                    return "";
                } catch (dev.lathe.runtime.error.ApiException e) {
                    return e.getMessage() + e.body();
                }""").run(service.base());

        assertThat(message.toString()).contains("wrong key").doesNotContain("cret");
    }
}
