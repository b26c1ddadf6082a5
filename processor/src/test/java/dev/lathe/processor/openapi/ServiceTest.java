package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.SecurityScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document says about the service as a whole, where it is wrong or not supported. */
class ServiceTest {

    private static Reading with(String version, String members) {
        return Reading.of(version + "\ninfo: {title: T, version: '1'}\npaths: {}\n" + members);
    }

    private static Reading scheme(String scheme) {
        return with("openapi: 3.1.0", "components: {securitySchemes: {login: " + scheme + "}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: apiKey, in: header, name: k}|API_KEY_IN_HEADER",
                "{type: apiKey, in: query, name: k}|API_KEY_IN_QUERY",
                "{type: apiKey, in: cookie, name: k}|API_KEY_IN_COOKIE",
                "{type: http, scheme: Basic}|BASIC",
                "{type: http, scheme: bearer}|BEARER",
                "{type: openIdConnect, openIdConnectUrl: 'https://x/.well-known'}|BEARER",
                "{type: oauth2, flows: {implicit: {authorizationUrl: 'https://x', scopes: {}}}}|BEARER",
                "{type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://x/t', scopes: {a: b}}}}|CLIENT_CREDENTIALS"
            })
    void eachSchemeHasItsKind(String scheme, SecurityScheme.Kind kind) {
        assertThat(scheme(scheme).clean().get().info().security())
                .extracting(SecurityScheme::kind)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: basic}|BASIC",
                "{type: apiKey, in: header, name: k}|API_KEY_IN_HEADER",
                "{type: oauth2, flow: application, tokenUrl: 'https://x/t', scopes: {a: b}}|CLIENT_CREDENTIALS",
                "{type: oauth2, flow: implicit, authorizationUrl: 'https://x', scopes: {a: b}}|BEARER"
            })
    void schemesOfSwagger2HaveTheSame(String scheme, SecurityScheme.Kind kind) {
        Reading reading = with("swagger: '2.0'", "securityDefinitions: {login: " + scheme + "}");

        assertThat(reading.clean().get().info().security())
                .extracting(SecurityScheme::kind)
                .containsExactly(kind);
    }

    /** A token is not fetched from an address that is none, or without encryption. */
    @ParameterizedTest
    @CsvSource({"/t", "http://x/t", "''", "https:nowhere", "not an address"})
    void aTokenUrlThatLeadsNowhereIsReported(String url) {
        Reading reading =
                scheme("{type: oauth2, flows: {clientCredentials: {tokenUrl: '%s', scopes: {}}}}".formatted(url));

        assertThat(reading.warned("security-scheme").message()).startsWith("The token URL '" + url + "' of 'login'");
        assertThat(reading.get().info().security())
                .extracting(SecurityScheme::kind)
                .containsExactly(SecurityScheme.Kind.BEARER);
    }

    @ParameterizedTest
    @CsvSource({
        "/t, https://api.example.com/t",
        "oauth/t, https://api.example.com/v1/oauth/t",
        "https://x/t, https://x/t"
    })
    void aTokenUrlMayBeRelativeToTheServer(String url, String expected) {
        Reading reading = with("openapi: 3.1.0", """
                servers: [{url: 'https://api.example.com/v1/'}]
                components:
                  securitySchemes:
                    login: {type: oauth2, flows: {clientCredentials: {tokenUrl: '%s', scopes: {}}}}
                """.formatted(url));

        assertThat(reading.clean().get().info().security())
                .extracting(SecurityScheme::tokenUrl)
                .containsExactly(expected);
    }

    @Test
    void variablesOfTheServerHaveTheirUsualValuesInATokenUrl() {
        Reading reading = with("openapi: 3.1.0", """
                servers: [{url: 'https://{region}.example.com/v1/', variables: {region: {default: eu}}}]
                components:
                  securitySchemes:
                    login: {type: oauth2, flows: {clientCredentials: {tokenUrl: /t, scopes: {}}}}
                """);

        assertThat(reading.clean().get().info().security())
                .extracting(SecurityScheme::tokenUrl)
                .containsExactly("https://eu.example.com/t");
    }

    @Test
    void aCertificateIsNoPartOfARequest() {
        Reading reading = scheme("{type: mutualTLS}");

        assertThat(reading.warned("not-generated").hints()).anyMatch(hint -> hint.contains("SSLContext"));
        assertThat(reading.get().info().security()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: http, scheme: digest}|HTTP scheme 'digest'",
                "{type: apiKey, in: body, name: k}|place 'body'",
                "{type: kerberos}|type 'kerberos'"
            })
    void aSchemeThatIsNotKnownIsReported(String scheme, String what) {
        assertThat(scheme(scheme).warned("security-scheme").message()).contains(what);
    }

    @Test
    void aSchemeThatNobodyDeclaresIsReportedOnce() {
        Reading reading = Reading.of("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get: {operationId: a, security: [{logon: [read]}], responses: {'200': {description: ok}}}
                    put: {operationId: b, security: [{logon: []}, {}], responses: {'200': {description: ok}}}
                components: {securitySchemes: {login: {type: http, scheme: basic}}}
                """);

        assertThat(reading.warned("unknown-security").hints()).containsExactly("did you mean 'login'?");
        assertThat(reading.operation("a").security()).isEqualTo("logon (read)");
        assertThat(reading.operation("b").security()).isEqualTo("logon, or none");
    }

    @Test
    void aDialectThatIsNotKnownIsReported() {
        with("openapi: 3.1.0", "jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base")
                .clean();
        Reading reading = with("openapi: 3.1.0", """
                jsonSchemaDialect: http://json-schema.org/draft-07/schema#
                components: {schemas: {A: {$schema: 'http://json-schema.org/draft-07/schema#', type: string}}}
                """);

        assertThat(reading.warned("unknown-dialect").message())
                .contains("are read as those of OpenAPI 3.1")
                .endsWith("(first of 2 places)");
    }

    @Test
    void whatIsNotGeneratedIsReported() {
        Reading reading = Reading.of("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    post:
                      operationId: a
                      requestBody:
                        content:
                          multipart/form-data:
                            schema: {type: object, properties: {p: {type: string}}}
                            encoding: {p: {headers: {X-P: {schema: {type: string}}}}}
                      responses: {'200': {description: ok}}
                components: {schemas: {A: {type: object, properties: {p: {$dynamicRef: '#b'}}}}}
                """);

        assertThat(reading.problems())
                .extracting(problem -> problem.code() + " " + problem.at().pointer())
                .containsExactlyInAnyOrder(
                        "not-generated /paths/~1a/post/requestBody/content/multipart~1form-data/encoding/p/headers",
                        "not-generated /components/schemas/A/properties/p/$dynamicRef");
    }

    @Test
    void aServerThatIsNoAddressIsLeftOut() {
        Reading reading = with("openapi: 3.1.0", "servers: [{url: 'https://a b'}, {url: 'https://ok.example.com'}]");

        assertThat(reading.warned("odd-server").message()).contains("'https://a b'");
        assertThat(reading.get().info().servers()).hasSize(1);
    }

    @Test
    void answersOfSeveralKindsAreReported() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: a
                    responses:
                      '200': {description: ok, content: {application/json: {schema: {type: string}}}}
                      '206': {description: part, content: {application/pdf: {}}}
                """);

        assertThat(reading.warned("mixed-answers").message()).contains("the one for the lowest status is read");
        assertThat(reading.operation("a").answers()).isEmpty();
    }
}
