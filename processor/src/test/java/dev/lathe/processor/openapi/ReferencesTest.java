package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.lathe.processor.model.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@code $ref} may reach, and what is said when it leads nowhere. */
class ReferencesTest {

    @TempDir
    Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String api(String reference) {
        return """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths: {}
                components: {schemas: {Holder: {properties: {it: {$ref: '%s'}, sound: {type: string}}}}}
                """.formatted(reference);
    }

    @Test
    void nearestNameIsHintedAt() {
        Reading reading = Reading.schemas("""
                Address: {properties: {city: {type: string}}}
                Order: {properties: {shipTo: {$ref: '#/components/schemas/Adress'}, id: {type: string}}}
                """);
        Problem problem = reading.warned("unknown-ref");
        assertThat(problem.message()).isEqualTo("No schema is named 'Adress'.");
        assertThat(problem.at().pointer()).isEqualTo("/components/schemas/Order/properties/shipTo/$ref");
        assertThat(problem.at().line()).isEqualTo(7);
        assertThat(problem.hints()).containsExactly("did you mean 'Address'?");
        assertThat(reading.properties("Order")).containsExactly(entry("shipTo", "ANY"), entry("id", "STRING"));
    }

    @Test
    void brokenReferencesOfAllKindsAreReportedAndTheRestIsRead() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: a
                    parameters: [{$ref: '#/components/parameters/P'}, {name: q, in: query, schema: {type: string}}]
                    requestBody: {$ref: '#/components/requestBodies/B'}
                    responses: {'200': {description: ok}, '404': {$ref: '#/components/responses/R'}}
                """);
        assertThat(reading.problems()).extracting(Problem::code).containsOnly("unknown-ref");
        assertThat(reading.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "No parameter is named 'P'.", "No request body is named 'B'.", "No response is named 'R'.");
        assertThat(reading.operation("a").parameters()).hasSize(1);
        assertThat(reading.operation("a").body()).isEmpty();
        assertThat(reading.operation("a").responses()).extracting("status").containsExactly("200");
    }

    @Test
    void nothingIsFetched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.yaml#/A";
            Problem problem = Reading.of(api(url)).warned("remote-ref");
            assertThat(problem.message()).isEqualTo("'" + url + "' is not fetched: a spec is read without a network.");
            Assertions.assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hostname",
                "/etc/hostname",
                "C:/windows/win.ini",
                "../outside.yaml#/A",
                "sub/../../outside.yaml",
                "%2e%2e/outside.yaml#/A"
            })
    void filesOutsideOfTheFolderAreNotRead(String reference) throws IOException {
        Path inner = Files.createDirectories(root.resolve("inner"));
        write("outside.yaml", "A: {type: string, description: secret-canary}");
        Files.writeString(inner.resolve("api.yaml"), api(reference));
        Reading reading = Reading.of(inner, "api.yaml");
        assertThat(reading.warned("forbidden-ref").text()).doesNotContain("secret-canary");
        assertThat(reading.properties("Holder")).containsExactly(entry("it", "ANY"), entry("sound", "STRING"));
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Path inner = Files.createDirectories(root.resolve("inner"));
        write("outside.yaml", "A: {type: string}");
        Files.createSymbolicLink(inner.resolve("link.yaml"), root.resolve("outside.yaml"));
        Files.writeString(inner.resolve("api.yaml"), api("link.yaml#/A"));
        Reading.of(inner, "api.yaml").warned("forbidden-ref");
    }

    @Test
    void documentWithoutAFolderHasNoOtherFiles() {
        Reading.of(api("other.yaml#/A")).warned("forbidden-ref");
    }

    @Test
    void missingFileIsReported() throws IOException {
        write("api.yaml", api("other.yaml#/A"));
        assertThat(Reading.of(root, "api.yaml").warned("unknown-ref").message())
                .isEqualTo("There is no file 'other.yaml'.");
    }

    @Test
    void brokenFileIsReportedAtItsOwnPlace() throws IOException {
        write("api.yaml", api("other.yaml#/A"));
        write("other.yaml", "A: {type: string\nB: x");
        Problem problem = Reading.of(root, "api.yaml").warned("not-well-formed");
        assertThat(problem.at().document()).isEqualTo("other.yaml");
        assertThat(problem.at().line()).isEqualTo(2);
    }

    @Test
    void fileThatIsNoSchemaIsReportedWithoutItsText() throws IOException {
        write("api.yaml", api("notes.txt"));
        write("notes.txt", "secret-canary");
        assertThat(Reading.of(root, "api.yaml").warned("wrong-ref").text()).doesNotContain("secret-canary");
    }

    @Test
    void schemasParametersAndPathsMayStandInOtherFiles() throws IOException {
        write("spec/api.yaml", """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /pets: {$ref: 'paths/pets.yaml'}
                """);
        write("spec/paths/pets.yaml", """
                get:
                  operationId: pets
                  parameters: [{$ref: '../../common/shared.yaml#/parameters/Limit'}]
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '../Pet.yaml'}}}}}
                    default: {$ref: '../../common/shared.yaml#/responses/Error'}
                """);
        write(
                "spec/Pet.yaml",
                "properties: {mother: {$ref: '#'}, owner: {$ref: '../common/shared.yaml#/definitions/Owner'}, mood: {type: string, enum: [a]}}");
        write("common/shared.yaml", """
                parameters: {Limit: {name: limit, in: query, schema: {type: integer}}}
                responses: {Error: {description: bad, content: {application/json: {schema: {$ref: '#/definitions/Problem'}}}}}
                definitions:
                  Owner: {properties: {pets: {type: array, items: {$ref: '../spec/Pet.yaml'}}}}
                  Problem: {properties: {message: {type: string}}}
                """);
        Reading reading = Reading.of(root, "spec/api.yaml").clean();
        assertThat(reading.typeNames()).containsExactlyInAnyOrder("Pet", "Owner", "Problem", "PetMood");
        assertThat(reading.properties("Pet")).containsEntry("mother", "Pet").containsEntry("owner", "Owner");
        assertThat(reading.object("Owner").at().reference()).isEqualTo("common/shared.yaml#/definitions/Owner");
        assertThat(reading.operation("pets").parameters().get(0).at().document())
                .isEqualTo("common/shared.yaml");
    }

    @Test
    void referencesMayLeadAnywhereInTheDocument() {
        Reading reading = Reading.schemas("""
                Pet: {properties: {home: {properties: {city: {type: string}}}, tags: {type: array, items: {type: string, enum: [a]}}}}
                Holder:
                  properties:
                    home: {$ref: '#/components/schemas/Pet/properties/home'}
                    tag: {$ref: '#/components/schemas/Pet/properties/tags/items'}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(entry("home", "PetHome"), entry("tag", "PetTagsItem"));
        assertThat(reading.typeNames()).containsExactlyInAnyOrder("Pet", "Holder", "PetHome", "PetTagsItem");
    }

    @Test
    void namesInPointersMayBeEncoded() {
        Reading reading = Reading.schemas("""
                'a/b~c d%': {properties: {x: {type: string}}}
                'Gr\u00f6\u00dfe<T>': {properties: {x: {type: string}}}
                Holder:
                  properties:
                    one: {$ref: '#/components/schemas/a~1b~0c%20d%'}
                    two: {$ref: '#/components/schemas/Gr%C3%B6%C3%9Fe%3CT%3E'}
                    three: {$ref: '#/components/schemas/Gr\u00f6\u00dfe<T>'}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(
                        entry("one", "a/b~c d%"),
                        entry("two", "Gr\u00f6\u00dfe<T>"),
                        entry("three", "Gr\u00f6\u00dfe<T>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/#components/schemas/Pet", "#components/schemas/Pet", "/#/components/schemas/Pet", "Pet"})
    void malformedReferencesAreReadAsTheyWereMeant(String reference) {
        Reading reading = Reading.schemas("""
                Pet: {properties: {name: {type: string}}}
                Holder: {properties: {pet: {$ref: '%s'}}}
                """.formatted(reference));
        assertThat(reading.warned("malformed-ref").message()).contains("is read as '#/components/schemas/Pet'");
        assertThat(reading.properties("Holder")).containsExactly(entry("pet", "Pet"));
    }

    @Test
    void schemasMayNameThemselvesIn31() {
        Reading reading = Reading.schemas31("""
                Pet: {$anchor: pet, properties: {name: {type: string}}}
                Far: {$id: 'https://schemas.test/far', properties: {x: {type: string}}, $defs: {Part: {properties: {y: {type: string}}}}}
                Holder:
                  properties:
                    pet: {$ref: '#pet'}
                    far: {$ref: 'https://schemas.test/far'}
                    part: {$ref: 'https://schemas.test/far#/$defs/Part'}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(entry("pet", "Pet"), entry("far", "Far"), entry("part", "Part"));
    }

    @Test
    void emptyReferenceIsReported() {
        assertThat(Reading.of(api("")).warned("unknown-ref").message()).isEqualTo("The reference is empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/info/title", "#/info/nowhere", "#", "#/components/responses/R"})
    void referenceToSomethingElseIsReported(String reference) {
        Reading reading = Reading.of(api(reference) + "x-r: 1\n");
        assertThat(reading.only(reading.problems().get(0).code()).code()).isIn("wrong-ref", "unknown-ref");
        assertThat(reading.properties("Holder")).containsEntry("it", "ANY");
    }

    @Test
    void referenceToAResponseIsNoSchema() {
        Reading reading = Reading.of(api("#/components/responses/R")
                .replace("components: {", "components: {responses: {R: {description: ok}}, "));
        assertThat(reading.warned("wrong-ref").message())
                .isEqualTo("The reference '#/components/responses/R' leads to something that is no schema.");
    }

    @Test
    void parameterInPlaceOfASchemaLendsItsSchema() {
        Reading reading = Reading.of(api("#/components/parameters/P")
                .replace(
                        "components: {",
                        "components: {parameters: {P: {name: p, in: query, schema: {type: integer}}}, "));
        reading.warned("wrong-ref");
        assertThat(reading.properties("Holder")).containsEntry("it", "INT64");
    }

    @Test
    void referencesInACircleAreAnErrorOnceACircle() {
        Reading reading = Reading.schemas("""
                A: {$ref: '#/components/schemas/B'}
                B: {$ref: '#/components/schemas/C'}
                C: {$ref: '#/components/schemas/A'}
                Me: {$ref: '#/components/schemas/Me'}
                """);
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("ref-cycle", "ref-cycle");
        assertThat(reading.problems()).extracting(Problem::severity).containsOnly(Problem.Severity.ERROR);
    }

    @Test
    void fragmentsStartAtTheSchemaThatHasAnAddress() {
        Reading reading = Reading.schemas31("""
                Order:
                  $id: https://example.com/order
                  $defs:
                    Line: {$anchor: line, type: object, properties: {sku: {type: string}, order: {$ref: '#'}}}
                  properties:
                    first: {$ref: '#/$defs/Line'}
                    last: {$ref: 'https://example.com/order#line'}
                    all: {type: array, items: {$ref: 'https://example.com/order#/$defs/Line'}}
                """);
        assertThat(reading.clean().properties("Order").values()).containsExactly("Line", "Line", "[Line]");
        assertThat(reading.properties("Line")).containsEntry("order", "Order");
    }

    @Test
    void whatStandsInAnOperationIsCalledAfterItWhoeverRefersToIt() {
        Reading reading = Reading.paths("""
                /v2/{id}/pets:
                  post:
                    operationId: pets_create
                    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                    requestBody: {content: {application/json: {schema: {type: object, properties: {toy: {type: object, properties: {a: {type: string}}}}}}}}
                    responses:
                      '201':
                        description: ok
                        content:
                          application/json:
                            schema:
                              allOf:
                                - properties: {pets: {type: array, items: {type: object, properties: {name: {type: string}}}}}
                                - properties: {total: {type: integer}}
                /other:
                  put:
                    requestBody: {content: {application/json: {schema: {$ref: '#/paths/~1v2~1{id}~1pets/post/requestBody/content/application~1json/schema/properties/toy'}}}}
                    responses:
                      '200':
                        description: ok
                        content:
                          application/json: {schema: {$ref: '#/paths/~1v2~1{id}~1pets/post/responses/201/content/application~1json/schema/allOf/0/properties/pets/items'}}
                """);
        assertThat(reading.clean().typeNames())
                .containsExactlyInAnyOrder(
                        "PetsCreateRequest",
                        "PetsCreateRequestToy",
                        "PetsCreateResponse",
                        "PetsCreateResponsePetsItem");
    }
}
