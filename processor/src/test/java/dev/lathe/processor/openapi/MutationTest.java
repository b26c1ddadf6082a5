package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with a document, it is read or refused with an error; nothing is thrown. More than the sample of
 * the default build: {@code -Dlathe.mutations=100000}.
 */
class MutationTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String TORTURE = """
            openapi: 3.1.0
            info: {title: Torture, version: '1', description: All of it.}
            servers: [{url: 'https://{a}.test', variables: {a: {default: x, enum: [x, y]}}}]
            tags: [{name: pets, description: Pets.}]
            paths:
              /pets/{id}:
                parameters: [{$ref: '#/components/parameters/Id'}]
                get:
                  operationId: getPet
                  tags: [pets]
                  x-lathe-paging: {style: offset, page: start, items: data}
                  parameters:
                    - {name: start, in: query, style: form, explode: false, schema: {type: array, items: {type: integer}}}
                    - {name: deep, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: string}}}
                    - {name: json, in: header, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {properties: {data: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}
                    4XX: {$ref: '#/components/responses/Error'}
                post:
                  parameters: [{name: old, in: query, type: array, items: {type: string}, collectionFormat: tsv}]
                  requestBody: {required: true, content: {multipart/form-data: {schema: {properties: {file: {type: string, format: binary}}}, encoding: {file: {contentType: image/png}}}}}
                  responses: {default: {description: bad, schema: {type: file}}}
            components:
              parameters: {Id: {name: id, in: path, required: true, schema: {type: string, enum: [a, null, 1]}}}
              responses: {Error: {description: bad, content: {text/plain: {schema: {type: string}}}}}
              schemas:
                Pet: {required: [kind], properties: {kind: {type: string}, next: {$ref: '#/components/schemas/Pet'}}, discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/Cat'}}}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer, format: int32, x-lathe-type: string-number}}}]}
                Any: {anyOf: [{$ref: '#/components/schemas/Cat'}, {type: [string, 'null']}, {const: 5}, {title: T, properties: {x: {}}}]}
                Tuple: {type: array, prefixItems: [{type: number}], items: {$ref: '#/components/schemas/Any'}}
                Map: {patternProperties: {'^x': {$ref: '#/components/schemas/Map'}}, additionalProperties: {$ref: '#/components/schemas/Tuple'}}
                Same: {$ref: '#/components/schemas/Map', description: beside, x-lathe-aliases: [a]}
            """;

    private final Random random = new Random(20_240_531);

    @Test
    void nothingIsThrownWhateverIsWrong() throws SpecRefused {
        SpecPath at = SpecPath.of("torture");
        byte[] sound = TORTURE.getBytes(StandardCharsets.UTF_8);
        JsonNode torture = SpecTree.read(sound, "torture", new Origins(at), new Problems());
        for (int i = 0; i < Integer.getInteger("lathe.mutations", 500); i++) {
            JsonNode document = torture.deepCopy();
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                mutate(document);
            }
            Reading reading = Reading.of(document.toString());
            boolean failed = reading.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
            assertThat(reading.model().isPresent() || failed)
                    .as(document.toString())
                    .isTrue();
            reading.model().ifPresent(OpenApiCorpusTest::everyNameResolves);
        }
    }

    private void mutate(JsonNode document) {
        List<JsonNode> containers = new ArrayList<>();
        collect(document, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        JsonNode graft = containers.get(random.nextInt(containers.size())).deepCopy();
        if (container instanceof ArrayNode array) {
            array.add(random.nextBoolean() ? odd() : graft);
        } else if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            String key = keys.get(random.nextInt(keys.size()));
            String other = keys.get(random.nextInt(keys.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(key);
                case 1 -> object.set(key, odd());
                case 2 -> object.set(key, graft);
                case 3 -> object.set(key, object.get(other));
                case 4 -> object.set(keyword(), random.nextBoolean() ? odd() : graft);
                default -> object.set(key + "x", object.remove(key));
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private String keyword() {
        List<String> keywords = List.of(
                "$ref",
                "type",
                "allOf",
                "oneOf",
                "anyOf",
                "items",
                "properties",
                "enum",
                "const",
                "required",
                "discriminator",
                "additionalProperties",
                "nullable",
                "format",
                "in",
                "name",
                "schema",
                "content",
                "parameters",
                "style",
                "servers",
                "tags",
                "x-lathe-paging",
                "x-lathe-type",
                "prefixItems",
                "$anchor");
        return keywords.get(random.nextInt(keywords.size()));
    }

    private JsonNode odd() {
        List<JsonNode> values = List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(-1),
                NODES.numberNode(new BigDecimal("1e3000")),
                NODES.textNode(""),
                NODES.textNode("object"),
                NODES.textNode("#/components/schemas/Cat"),
                NODES.textNode("\u0000*/\uD83D\uDE00"),
                NODES.arrayNode(),
                NODES.arrayNode().addNull().add("null"),
                NODES.arrayNode().add(NODES.arrayNode().add(1)),
                NODES.objectNode(),
                NODES.objectNode().put("$ref", "#"),
                NODES.objectNode().put("$ref", 5));
        return values.get(random.nextInt(values.size())).deepCopy();
    }
}
