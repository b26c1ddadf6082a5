package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.HttpOperation.Parameter;
import dev.lathe.processor.model.HttpOperation.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of OpenAPI 3.1, section 4.8.12, for how parameters travel. */
class ParameterStylesTest {

    private static Reading reading(String parameter) {
        return Reading.paths("""
                /a/{p}:
                  get:
                    operationId: a
                    parameters: [{name: p, in: path, required: true, schema: {type: string}}, {%s}]
                    responses: {'200': {description: ok}}
                """.formatted(parameter));
    }

    private static Parameter second(Reading reading) {
        return reading.operation("a").parameters().get(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in: query|FORM|true",
                "in: header|SIMPLE|false",
                "in: cookie|FORM|true",
                "in: query, explode: false|FORM|false",
                "in: header, explode: true|SIMPLE|true",
                "in: query, style: form|FORM|true",
                "in: query, style: spaceDelimited|SPACE_DELIMITED|false",
                "in: query, style: pipeDelimited, explode: true|PIPE_DELIMITED|true",
                "in: query, style: deepObject, explode: true|DEEP_OBJECT|true"
            })
    void stylesAndTheirDefaults(String where, Style style, boolean explode) {
        Parameter parameter = second(reading(where + ", name: x, schema: {type: array, items: {type: string}}")
                .clean());
        assertThat(parameter.style()).isEqualTo(style);
        assertThat(parameter.explode()).isEqualTo(explode);
    }

    @ParameterizedTest
    @CsvSource({"simple, SIMPLE, false", "label, LABEL, false", "matrix, MATRIX, false"})
    void stylesOfPaths(String asked, Style style, boolean explode) {
        Reading reading = Reading.paths("""
                /a/{p}:
                  get:
                    operationId: a
                    parameters: [{name: p, in: path, required: true, style: %s, schema: {type: array, items: {type: string}}}]
                    responses: {'200': {description: ok}}
                """.formatted(asked));
        Parameter parameter = reading.clean().operation("a").parameters().get(0);
        assertThat(parameter.style()).isEqualTo(style);
        assertThat(parameter.explode()).isEqualTo(explode);
    }

    @Test
    void styleThatDoesNotGoThereIsReported() {
        Reading reading = reading("name: x, in: header, style: deepObject, schema: {type: string}");
        assertThat(reading.warned("odd-style").at().pointer()).isEqualTo("/paths/~1a~1{p}/get/parameters/1/style");
        assertThat(second(reading).style()).isEqualTo(Style.SIMPLE);
    }

    @Test
    void contentTravelsAsJson() {
        Reading reading =
                reading("name: x, in: query, content: {application/json: {schema: {properties: {a: {type: string}}}}}");
        assertThat(second(reading.clean()).style()).isEqualTo(Style.JSON);
        assertThat(reading.spelled(second(reading).type())).isEqualTo("AX");
    }

    @Test
    void reservedCharactersMayBeAllowed() {
        assertThat(second(reading("name: x, in: query, allowReserved: true, schema: {type: string}")
                                .clean())
                        .allowReserved())
                .isTrue();
    }

    @Test
    void requiredIsRead() {
        assertThat(second(reading("name: x, in: query, required: true, schema: {type: string}")
                                .clean())
                        .required())
                .isTrue();
        assertThat(second(reading("name: x, in: query, schema: {type: string}").clean())
                        .required())
                .isFalse();
    }

    @Test
    void flagsAsYamlHadThemOnceAreTakenForWhatTheyMean() {
        Reading reading = reading("name: x, in: query, required: yes, schema: {type: string}");

        assertThat(reading.warned("wrong-kind").message())
                .isEqualTo("'required' should be true or false; 'yes' is taken for true.");
        assertThat(reading.warned("wrong-kind").at().line()).isPositive();
        assertThat(second(reading).required()).isTrue();
    }

    @Test
    void aStyleThatManyParametersHaveWronglyIsReportedOnceWithItsPlaces() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    parameters:
                      - {name: a, in: header, style: form, schema: {type: string}}
                      - {name: b, in: header, style: form, schema: {type: string}}
                    responses: {'204': {description: ok}}
                """);

        assertThat(reading.warned("odd-style").places()).hasSize(2).allMatch(place -> place.line() > 0);
        assertThat(reading.problems()).hasSize(1);
    }

    @Test
    void inlineTypesAreNamedAfterOperationAndParameter() {
        Reading reading = reading("name: sort-by, in: query, schema: {type: string, enum: [a, b]}");
        assertThat(reading.clean().typeNames()).containsExactly("ASortBy");
    }

    @Test
    void headersThatOpenApiDescribesElsewhereAreIgnored() {
        Reading reading = reading("name: Content-Type, in: header, schema: {type: string}");
        assertThat(reading.clean().operation("a").parameters()).hasSize(1);
    }

    @Test
    void parameterInTheStyleOfSwagger2IsReadAndReportedOnce() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: a
                    parameters: [{name: x, in: query, type: integer, format: int32}, {name: y, in: query, type: array, items: {type: string}, collectionFormat: pipes}]
                    responses: {'200': {description: ok}}
                """);
        assertThat(reading.warned("swagger2-style").message()).endsWith("(first of 2 places)");
        assertThat(reading.operation("a").parameters())
                .extracting(p -> reading.spelled(p.type()))
                .containsExactly("INT32", "[STRING]");
        assertThat(reading.operation("a").parameters().get(1).style()).isEqualTo(Style.PIPE_DELIMITED);
    }
}
