package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.lathe.processor.model.ApiInfo;
import dev.lathe.processor.model.HttpOperation.Body;
import dev.lathe.processor.model.HttpOperation.Field;
import dev.lathe.processor.model.HttpOperation.Parameter;
import dev.lathe.processor.model.HttpOperation.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenAPI 2.0, also known as Swagger 2.0. */
class Swagger2Test {

    private static Reading operation(String operation) {
        return Reading.of("""
                swagger: '2.0'
                info: {title: T, version: '1'}
                produces: [application/json]
                paths: {/a: {post: {operationId: send, %s}}}
                definitions: {Pet: {properties: {name: {type: string}}}}
                """.formatted(operation));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host: api.test, basePath: /v1, schemes: [http, https]|https://api.test/v1,http://api.test/v1",
                "host: api.test|https://api.test",
                "basePath: /v1|/v1",
                "schemes: [https]|"
            })
    void serversComeFromHostPathAndSchemes(String members, String servers) {
        Reading reading = Reading.of("{swagger: '2.0', info: {title: T, version: '1'}, paths: {}, " + members + "}");
        assertThat(reading.clean().get().info().servers())
                .extracting(ApiInfo.Server::url)
                .containsExactly(servers == null ? new String[] {} : servers.split(",", -1));
        assertThat(reading.get().info().format()).isEqualTo("OpenAPI 2.0");
    }

    @ParameterizedTest
    @CsvSource({
        "query, , FORM, false",
        "query, csv, FORM, false",
        "query, multi, FORM, true",
        "query, ssv, SPACE_DELIMITED, false",
        "query, pipes, PIPE_DELIMITED, false",
        "query, tsv, TAB_DELIMITED, false",
        "header, csv, SIMPLE, false",
        "header, pipes, PIPE_DELIMITED, false"
    })
    void collectionFormatsAreStyles(String in, String format, Style style, boolean explode) {
        String collection = format == null ? "" : ", collectionFormat: " + format;
        Reading reading = operation("parameters: [{name: x, in: " + in + ", type: array, items: {type: integer}"
                + collection + "}], responses: {'204': {description: ok}}");
        Parameter parameter = reading.clean().operation("send").parameters().get(0);
        assertThat(parameter.style()).isEqualTo(style);
        assertThat(parameter.explode()).isEqualTo(explode);
        assertThat(reading.spelled(parameter.type())).isEqualTo("[INT64]");
        assertThat(parameter.at().pointer()).isEqualTo("/paths/~1a/post/parameters/0");
    }

    @Test
    void bodyParameterIsTheBody() {
        Reading reading = operation("""
                consumes: [application/xml, application/json], parameters: [{name: pet, in: body, required: true, description: The pet., schema: {$ref: '#/definitions/Pet'}}],
                 responses: {'200': {description: ok, schema: {type: array, items: {$ref: '#/definitions/Pet'}}}}
                """.replace("\n", ""));
        Body body = reading.clean().operation("send").body().orElseThrow();
        assertThat(body.mediaType()).isEqualTo("application/json");
        assertThat(reading.spelled(body.type())).isEqualTo("Pet");
        assertThat(body.required()).isTrue();
        assertThat(body.docs().text()).isEqualTo("The pet.");
        assertThat(reading.object("Pet").at().pointer()).isEqualTo("/definitions/Pet");
        assertThat(reading.spelled(
                        reading.operation("send").responses().get(0).type().orElseThrow()))
                .isEqualTo("[Pet]");
    }

    @Test
    void formParametersAreAForm() {
        Reading reading = operation("""
                consumes: [application/x-www-form-urlencoded], parameters: [{name: a, in: formData, required: true, type: string, description: First.}, {name: b, in: formData, type: array, items: {type: string}, collectionFormat: multi}],
                 responses: {'204': {description: ok}}
                """.replace("\n", ""));
        Body body = reading.clean().operation("send").body().orElseThrow();
        assertThat(body.mediaType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(body.required()).isTrue();
        assertThat(body.fields())
                .extracting(
                        Field::wireName,
                        f -> reading.spelled(f.type()),
                        Field::required,
                        Field::explode,
                        f -> f.docs().text())
                .containsExactly(tuple("a", "STRING", true, true, "First."), tuple("b", "[STRING]", false, true, ""));
        assertThat(body.fields().get(0).at().pointer()).isEqualTo("/paths/~1a/post/parameters/0");
    }

    @Test
    void filesMakeTheFormMultipart() {
        Reading reading = operation(
                "parameters: [{name: f, in: formData, type: file}, {name: kind, in: formData, type: string, enum: [a, b]}], responses: {'204': {description: ok}}");
        Body body = reading.clean().operation("send").body().orElseThrow();
        assertThat(body.mediaType()).isEqualTo("multipart/form-data");
        assertThat(body.fields())
                .extracting(f -> reading.spelled(f.type()))
                .containsExactly("STREAM", "SendRequestKind");
    }

    @Test
    void fileInAnAnswerIsAStream() {
        Reading reading =
                operation("produces: [application/pdf], responses: {'200': {description: ok, schema: {type: file}}}");
        assertThat(reading.spelled(reading.clean()
                        .operation("send")
                        .responses()
                        .get(0)
                        .type()
                        .orElseThrow()))
                .isEqualTo("STREAM");
    }

    @Test
    void sharedParametersAndResponsesAreUsed() {
        Reading reading = Reading.of("""
                swagger: '2.0'
                info: {title: T, version: '1'}
                paths:
                  /a/{id}:
                    parameters: [{$ref: '#/parameters/Id'}, {$ref: '#/parameters/Pet'}]
                    put: {operationId: put, responses: {default: {$ref: '#/responses/Error'}}}
                    post: {operationId: post, responses: {default: {$ref: '#/responses/Error'}}}
                parameters:
                  Id: {name: id, in: path, required: true, type: integer, format: int32}
                  Pet: {name: pet, in: body, schema: {properties: {name: {type: string}}}}
                responses:
                  Error: {description: bad, schema: {properties: {message: {type: string}}}}
                """);
        assertThat(reading.clean().typeNames()).containsExactlyInAnyOrder("Pet", "ErrorResponse");
        for (String id : new String[] {"put", "post"}) {
            assertThat(reading.operation(id).parameters())
                    .extracting(p -> reading.spelled(p.type()))
                    .containsExactly("INT32");
            assertThat(reading.spelled(
                            reading.operation(id).body().orElseThrow().type()))
                    .isEqualTo("Pet");
        }
    }

    @Test
    void discriminatorNamesAMember() {
        Reading reading = Reading.of("""
                swagger: '2.0'
                info: {title: T, version: '1'}
                paths: {}
                definitions:
                  Pet: {discriminator: kind, properties: {kind: {type: string}}}
                  Cat: {allOf: [{$ref: '#/definitions/Pet'}, {properties: {lives: {type: integer}}}]}
                """);
        assertThat(reading.clean().object("Pet").discriminator().orElseThrow().mapping())
                .containsOnlyKeys("Pet", "Cat");
        assertThat(reading.properties("Cat")).containsExactly(entry("lives", "INT64"));
    }

    @Test
    void nullableIsAnExtension() {
        Reading reading = Reading.of(
                "{swagger: '2.0', info: {title: T, version: '1'}, paths: {}, definitions: {A: {properties: {b: {type: string, x-nullable: true}}}}}");
        assertThat(reading.clean().property("A", "b").nullable()).isTrue();
    }

    @Test
    void oneOfIsReadThoughItIsNotLegal() {
        Reading reading = Reading.of(
                "{swagger: '2.0', info: {title: T, version: '1'}, paths: {}, definitions: {A: {oneOf: [{type: string}, {type: integer}]}}}");
        assertThat(reading.clean().union("A").cases()).hasSize(2);
    }
}
