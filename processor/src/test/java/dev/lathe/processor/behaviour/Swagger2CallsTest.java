package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of clients from Swagger 2.0 documents. */
class Swagger2CallsTest {

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

    private static final String API = """
            swagger: '2.0'
            info: {title: T, version: '1'}
            consumes: [application/json]
            produces: [application/json]
            parameters:
              Limit: {name: limit, in: query, type: integer, format: int32}
            responses:
              Failed: {description: bad, schema: {$ref: '#/definitions/Problem'}}
            paths:
              /pets/{ids}:
                parameters: [{$ref: '#/parameters/Limit'}]
                put:
                  tags: [pets]
                  operationId: put
                  parameters:
                    - {name: ids, in: path, required: true, type: array, items: {type: integer}, collectionFormat: pipes}
                    - {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
                    - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: ssv}
                    - {name: multi, in: query, type: array, items: {type: string}, collectionFormat: multi}
                    - {name: h, in: header, type: array, items: {type: string}, collectionFormat: pipes}
                  responses: {200: {description: ok, schema: {$ref: '#/definitions/Pet'}}, default: {$ref: '#/responses/Failed'}}
              /files:
                post:
                  tags: [pets]
                  operationId: upload
                  consumes: [multipart/form-data]
                  parameters:
                    - {name: file, in: formData, type: file, required: true}
                    - {name: note, in: formData, type: string}
                    - {name: usual, in: formData, type: array, items: {type: integer}}
                    - {name: tabs, in: formData, type: array, items: {type: integer}, collectionFormat: tsv}
                    - {name: apart, in: formData, type: array, items: {type: integer}, collectionFormat: multi}
                    - {name: bytes, in: formData, type: string, format: byte}
                  responses: {200: {description: ok, schema: {type: file}}}
              /form:
                post:
                  tags: [pets]
                  operationId: form
                  consumes: [application/x-www-form-urlencoded]
                  parameters:
                    - {name: a, in: formData, type: string, required: true}
                    - {name: list, in: formData, type: array, items: {type: string}, collectionFormat: csv}
                  responses: {default: {description: ok, schema: {type: array, items: {$ref: '#/definitions/Pet'}}}}
            definitions:
              Pet:
                type: object
                discriminator: kind
                required: [kind]
                properties: {kind: {type: string}, name: {type: string, x-nullable: true}}
              Cat: {allOf: [{$ref: '#/definitions/Pet'}, {type: object, properties: {lives: {type: integer, format: int32}}}]}
              Problem: {type: object, properties: {reason: {type: string}}}
            """;

    @Test
    void parametersBodiesAndFamiliesTravelAsTheirFormatsSay() throws Exception {
        service.answers(200, "{\"kind\":\"Cat\",\"lives\":8}").answers(400, "{\"reason\":\"r\"}");
        Object seen = Client.openApi(folder, API, """
                Pet pet = api.pets().put(List.of(1L, 2L), new Cat().setLives(9).setName(null),
                        q -> q.limit(3).tags(List.of("a", "b")).multi(List.of("c", "d")).h(List.of("e", "f")));
                try {
                    api.pets().put(List.of(1L), pet);
                    return null;
                } catch (dev.lathe.runtime.error.ApiException e) {
                    return ((Cat) pet).getLives() + e.body(Problem.TYPE).orElseThrow().getReason();
                }""").run(service.base());

        assertThat(seen).isEqualTo("8r");
        Service.Asked asked = service.asked().get(0);
        assertThat(asked.target()).isEqualTo("/api/pets/1%7C2?limit=3&tags=a%20b&multi=c&multi=d");
        assertThat(asked.header("H")).isEqualTo("e|f");
        assertThat(asked.body()).isEqualTo("{\"kind\":\"Cat\",\"name\":null,\"lives\":9}");
    }

    @Test
    void filesAreStreamsBothWays() throws Exception {
        service.answers(200, "application/octet-stream", "back");
        Object seen = Client.openApi(folder, API, """
                try (java.io.InputStream back = api.pets().upload(
                        new java.io.ByteArrayInputStream(new byte[] {65}),
                        q -> q.note("n").usual(List.of(1L, 2L)).tabs(List.of(3L, 4L)).apart(List.of(5L, 6L)).bytes(new byte[] {1}))) {
                    return new String(back.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }""").run(service.base());

        assertThat(seen).isEqualTo("back");
        assertThat(service.only().header("Content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(service.only().body())
                .contains("name=\"file\"")
                .contains("\r\n\r\nA\r\n")
                .contains("name=\"note\"")
                .contains("name=\"usual\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n1,2\r\n")
                .contains("name=\"tabs\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n3\t4\r\n")
                .contains("\r\n\r\n5\r\n")
                .contains("\r\n\r\n6\r\n")
                .contains("name=\"bytes\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAQ==\r\n");
    }

    @Test
    void formsAreFormEncoded() throws Exception {
        service.answers(200, "[{\"kind\":\"Dog\"}]");
        Object seen = Client.openApi(folder, API, """
                return api.pets().form("x y", q -> q.list(List.of("a", "b"))).get(0).getKind();""").run(service.base());

        assertThat(seen).isEqualTo("Dog");
        assertThat(service.only().body()).isEqualTo("a=x%20y&list=a,b");
    }
}
