package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of documents that only some versions of the standard know. {@link Swagger2CallsTest} has version 2.0. */
class OpenApiVersionsTest {

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

    @Test
    void whatVersion32HasInCommonWith31IsCalled() throws Exception {
        service.answers(200, "application/x-ndjson", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
        Object seen = Client.openApi(folder, """
                openapi: 3.2.0
                $self: https://example.com/api.yaml
                info: {title: T, version: "1"}
                tags: [{name: logs, summary: Logs, kind: nav}]
                paths:
                  /logs:
                    get:
                      tags: [logs]
                      operationId: follow
                      responses: {'200': {summary: all, content: {application/x-ndjson: {itemSchema: {$ref: '#/components/schemas/Line'}}}}}
                components: {schemas: {Line: {type: object, properties: {text: {type: string}}}}}
                """, """
                try (var lines = api.logs().follow()) {
                    return lines.stream().map(Line::getText).toList();
                }""", "-Alathe.silence=unsupported-version")
                .run(service.base());

        assertThat(seen).isEqualTo(List.of("a", "b"));
    }

    /** There is nothing to call, but what arrives can be read: webhooks are requests to a server of the user's. */
    @Test
    void theTypesOfWebhooksReadWhatArrives() throws Exception {
        Object seen = Client.openApi(folder, """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                webhooks:
                  newPet:
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                      responses: {'200': {description: taken}}
                components: {schemas: {Pet: {type: object, properties: {name: {type: string}, tag: {type: [string, 'null']}}}}}
                """, """
                Pet pet = Pet.TYPE.parse("{\\"name\\":\\"Rex\\",\\"tag\\":null,\\"age\\":3}");
                return pet.getName() + pet.getTag() + pet;""", "-Alathe.silence=not-generated")
                .run(service.base());

        assertThat(seen.toString()).startsWith("Rexnull").contains("\"age\":3");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void schemasOfTheDialectOfTheDocumentAreRead() throws Exception {
        service.answers(200, "{\"either\":7,\"fixed\":\"x\",\"list\":[\"a\",1]}");
        Object seen = Client.openApi(folder, """
                openapi: 3.1.1
                info: {title: T, version: "1"}
                jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
                paths:
                  /things:
                    get:
                      tags: [things]
                      operationId: one
                      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
                components:
                  schemas:
                    Thing:
                      $schema: https://json-schema.org/draft/2020-12/schema
                      type: object
                      properties:
                        either: {type: [string, integer]}
                        fixed: {const: x}
                        list: {type: array, prefixItems: [{type: string}, {type: integer}]}
                """, """
                Thing thing = api.things().one();
                return List.of(thing.getEither() instanceof ThingEither.OfString, thing.getFixed().value(), thing.getList().size());""").run(service.base());

        assertThat(seen).isEqualTo(List.of(false, "x", 2));
    }
}
