package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.SpecSource;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Swagger Parser keeps all that a checked document says: a new release of it has to pass this before it is taken. */
class SwaggerReaderTest {

    private final List<String> lost = new ArrayList<>();
    private int schemas;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stripe-spec2.json",
                "asana.yaml",
                "adobe-aep-reactor.yaml",
                "adobe-aep-schema-registry.yaml",
                "burgershop-3.1.yaml",
                "petstore-fake-endpoints.yaml",
                "sap-test-service.json"
            })
    void publishedDocumentsSurvive(String file) throws Exception {
        Path document = Path.of("..", "..", "shared", "corpus", "openapi", file);
        assumeTrue(Files.exists(document), "the corpus is not there");
        check(Files.readAllBytes(document));
        assertThat(lost).isEmpty();
        assertThat(schemas).isPositive();
    }

    @Test
    void oddCombinationsSurvive() throws Exception {
        check("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    '': {properties: {$ref: {type: string}, default: {type: string}, x-mine: {type: string}, '': {type: string}}}
                    A: {properties: {a: {type: string}}}
                    B: {allOf: [{$ref: '#/components/schemas/A'}], oneOf: [{properties: {c: {type: string}}}], anyOf: [{type: object}]}
                    C: {type: object, allOf: [{$ref: '#/components/schemas/A'}], items: {type: string}, additionalProperties: {type: string}}
                    D: {type: [array, object, 'null'], items: {type: integer}, properties: {x: {type: string}}}
                    E: {$ref: '#/components/schemas/A', properties: {x: true}, enum: [{a: 1}, null]}
                    F: {prefixItems: [{type: string}], items: false, format: odd, patternProperties: {'^a': {type: string}}}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(lost).isEmpty();
    }

    @Test
    void whatSwaggerParserCannotReadIsAnError() {
        assertThatThrownBy(() -> SwaggerReader.read(TextNode.valueOf("openapi"), SpecPath.of("api")))
                .isInstanceOfSatisfying(
                        SpecRefused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("unreadable"));
    }

    private void check(byte[] content) throws SpecRefused, IOException {
        SpecSource source = new SpecSource("api", content, Optional.empty(), Optional.empty());
        Problems problems = new Problems();
        Findings findings = new Findings(problems);
        Origins origins = new Origins(source.at());
        JsonNode document = SpecTree.read(content, "api", origins, problems);
        SpecFiles files = new SpecFiles(source, document, origins, problems);
        CleanSpec clean = new CleanCopy(
                        SpecVersion.of(document, source.at(), findings),
                        document,
                        new References(files, origins, findings),
                        origins,
                        findings)
                .copy();
        new Uplift(clean, origins, findings).apply();
        OpenAPI api = SwaggerReader.read(clean.root(), source.at());
        SchemaStore store = new SchemaStore(clean, api, origins);
        clean.schemas().forEach(shared -> check(store.target("#/components/schemas/" + shared.key())));
        clean.root().path("paths").properties().forEach(path -> {
            int expected = (int)
                    Parameters.METHODS.stream().filter(path.getValue()::has).count();
            compare(
                    path.getKey(),
                    expected,
                    api.getPaths().get(path.getKey()).readOperations().size());
        });
    }

    private void check(SchemaAt schema) {
        schemas++;
        JsonNode node = schema.node();
        String at = schema.at().toString();
        compare(
                at + " properties",
                node.path("properties").size(),
                schema.properties().size());
        compare(at + " allOf", node.path("allOf").size(), schema.allOf().size());
        compare(
                at + " cases",
                node.path("oneOf").size() + node.path("anyOf").size(),
                schema.cases().size());
        compare(
                at + " prefixItems",
                node.path("prefixItems").size(),
                schema.prefixItems().size());
        compare(at + " items", node.path("items").isObject(), schema.items().isPresent());
        compare(at + " $ref", node.has("$ref"), schema.ref().isPresent());
        compare(at + " format", node.path("format").asText(), schema.format());
        compare(
                at + " additional",
                node.path("additionalProperties").isObject(),
                schema.additional().isPresent());
        schema.properties().values().forEach(this::check);
        schema.allOf().forEach(this::check);
        schema.cases().forEach(this::check);
        schema.items().ifPresent(this::check);
        schema.additional().ifPresent(this::check);
    }

    private void compare(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            lost.add(what + ": " + expected + " became " + found);
        }
    }
}
