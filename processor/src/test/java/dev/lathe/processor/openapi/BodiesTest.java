package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lathe.processor.model.HttpOperation.Body;
import dev.lathe.processor.model.HttpOperation.Field;
import dev.lathe.processor.model.HttpOperation.Response;
import dev.lathe.processor.model.HttpOperation.Style;
import dev.lathe.processor.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests carry and what answers bring. */
class BodiesTest {

    private static Reading request(String body) {
        return Reading.paths("""
                /a:
                  post:
                    operationId: send
                    requestBody: {%s}
                    responses: {'204': {description: done}}
                """.formatted(body.replace("\n", " ")));
    }

    private static Reading response(String content) {
        return Reading.paths("""
                /a:
                  get:
                    operationId: fetch
                    responses: {'200': {description: ok, content: {%s}}}
                """.formatted(content));
    }

    private static Body body(Reading reading) {
        return reading.operation("send").body().orElseThrow();
    }

    @Test
    void eachFormNamesTheFurtherTypesThatItMayBeSentAs() {
        Reading reading = request("content: {application/json: {}, application/x-b+json: {schema: {type: integer}},"
                        + " application/x-a+json: {}, text/plain: {},"
                        + " text/csv: {}, image/png: {}, image/gif: {}}")
                .clean();

        assertThat(reading.operations())
                .extracting(operation -> operation.body().orElseThrow().others())
                .containsExactly(List.of("application/x-a+json"), List.of(), List.of("text/csv"), List.of("image/gif"));
    }

    @Test
    void aHeaderWithObjectsWithinIsTextAndReported() {
        Reading reading = Reading.paths("""
                /x:
                  get:
                    operationId: fetch
                    responses: {'200': {description: ok, headers: {X-Deep: {schema: {type: array, items: {type: array, items: {type: string}}}}}}}
                """);
        reading.warned("odd-style");
        assertThat(reading.operation("fetch")
                        .responses()
                        .get(0)
                        .headers()
                        .get(0)
                        .type())
                .isEqualTo(TypeRef.STRING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json: {schema: {type: integer}}|application/json|INT64",
                "application/xml: {}, application/json: {schema: {type: integer}}|application/json|INT64",
                "text/plain: {schema: {type: string}}, application/vnd.x+json: {schema: {type: integer}}|application/vnd.x+json|INT64",
                "'application/json; charset=utf-8': {schema: {type: integer}}|application/json; charset=utf-8|INT64",
                "'*/*': {schema: {type: integer}}|application/json|INT64",
                "'application/*+json': {schema: {type: integer}}|application/json|INT64",
                "application/json: {}|application/json|ANY",
                "text/csv: {schema: {type: array, items: {type: string}}}|text/csv|STRING",
                "text/plain: {schema: {type: integer}}|text/plain|INT64",
                "text/plain: {}|text/plain|STRING",
                "application/octet-stream: {}|application/octet-stream|STREAM",
                "image/png: {schema: {type: string, format: binary}}|image/png|STREAM",
                "image/svg+xml: {}|image/svg+xml|STREAM",
                "text/event-stream: {schema: {type: integer}}|text/event-stream|INT64",
                "application/x-ndjson: {schema: {type: integer}}|application/x-ndjson|INT64"
            })
    void mediaTypeIsChosenAndTypesFollow(String content, String mediaType, String type) {
        Reading answer = response(content).clean();
        Response response = answer.operation("fetch").responses().get(0);
        assertThat(response.mediaType()).isEqualTo(mediaType);
        assertThat(answer.spelled(response.type().orElseThrow())).isEqualTo(type);
        Reading sent = request("content: {" + content + "}").clean();
        assertThat(body(sent).mediaType()).isEqualTo(mediaType);
        // An answer is read line by line, a request is given as a whole.
        boolean lines = mediaType.equals("application/x-ndjson");
        assertThat(sent.spelled(body(sent).type())).isEqualTo(lines ? "[" + type + "]" : type);
    }

    @Test
    void xmlAloneIsHandedOverAsTextAndReported() {
        Reading reading = response("application/xml: {schema: {properties: {a: {type: string}}}}");
        reading.warned("not-generated");
        assertThat(reading.spelled(
                        reading.operation("fetch").responses().get(0).type().orElseThrow()))
                .isEqualTo("STRING");
    }

    @Test
    void requestSaysWhetherItIsNeeded() {
        assertThat(body(request("required: true, description: The pet., content: {application/json: {}}")
                        .clean()))
                .satisfies(body -> {
                    assertThat(body.required()).isTrue();
                    assertThat(body.docs().text()).isEqualTo("The pet.");
                    assertThat(body.at().pointer()).isEqualTo("/paths/~1a/post/requestBody");
                });
        assertThat(body(request("content: {application/json: {}}").clean()).required())
                .isFalse();
    }

    @Test
    void formHasItsFields() {
        Reading reading = request("""
                content: {application/x-www-form-urlencoded: {
                  encoding: {tags: {style: spaceDelimited, explode: false}, filter: {style: deepObject, explode: true}, raw: {contentType: application/json}},
                  schema: {required: [name], properties: {name: {type: string}, tags: {type: array, items: {type: string}}, filter: {type: object, additionalProperties: {type: string}}, raw: {type: object}}}}}
                """.replace('\n', ' '));
        assertThat(body(reading.clean()).mediaType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(reading.spelled(body(reading).type())).isEqualTo("SendRequest");
        assertThat(body(reading).fields())
                .extracting(
                        Field::wireName, f -> reading.spelled(f.type()), Field::required, Field::style, Field::explode)
                .containsExactly(
                        tuple("name", "STRING", true, Style.FORM, true),
                        tuple("tags", "[STRING]", false, Style.SPACE_DELIMITED, false),
                        tuple("filter", "{STRING}", false, Style.DEEP_OBJECT, true),
                        tuple("raw", "ANY", false, Style.JSON, false));
    }

    @Test
    void multipartHasItsParts() {
        Reading reading = request("""
                content: {multipart/form-data: {
                  encoding: {picture: {contentType: 'image/png, image/jpeg'}},
                  schema: {required: [picture], properties: {picture: {type: string, format: binary}, more: {type: array, items: {type: string, format: binary}}, info: {properties: {a: {type: string}}}}}}}
                """.replace('\n', ' '));
        assertThat(body(reading.clean()).fields())
                .extracting(Field::wireName, f -> reading.spelled(f.type()), Field::required, Field::contentType)
                .containsExactly(
                        tuple("picture", "STREAM", true, "image/png"),
                        tuple("more", "[STREAM]", false, ""),
                        tuple("info", "SendRequestInfo", false, ""));
    }

    @Test
    void binaryPartsIn31AreFoundByTheirMediaType() {
        Reading reading = Reading.of("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    post:
                      operationId: send
                      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, contentMediaType: image/png}}}}}}
                      responses: {'204': {description: done}}
                """);
        assertThat(reading.spelled(body(reading.clean()).fields().get(0).type()))
                .isEqualTo("STREAM");
    }

    @Test
    void itemsOfASequenceMayBeDescribedApart() {
        Reading reading = Reading.of("""
                openapi: 3.2.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      operationId: lines
                      responses: {'200': {description: ok, content: {application/jsonl: {itemSchema: {type: integer}}}}}
                  /b:
                    get:
                      operationId: events
                      responses:
                        '200':
                          description: ok
                          content:
                            text/event-stream:
                              itemSchema: {type: object, properties: {event: {type: string}, data: {type: string}}}
                  /c:
                    get:
                      operationId: list
                      responses: {'200': {description: ok, content: {application/x-ndjson: {schema: {type: array, items: {type: boolean}}}}}}
                """);

        assertThat(reading.operations())
                .extracting(o -> o.responses().get(0).form() + " "
                        + reading.spelled(o.responses().get(0).type().orElseThrow()))
                .containsExactly("ITEMS INT64", "EVENTS STRING", "ITEMS BOOLEAN");
        assertThat(reading.problems()).extracting(p -> p.code()).containsExactly("unsupported-version");
    }

    @Test
    void allAnswersAreRead() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: fetch
                    responses:
                      201: {description: made, content: {application/json: {schema: {properties: {id: {type: string}}}}}}
                      202: {description: later, content: {application/json: {schema: {properties: {job: {type: string}}}}}}
                      204: {description: done}
                      2xx: {description: other, content: {application/json: {schema: {properties: {x: {type: string}}}}}}
                      4xx: {description: wrong, content: {application/json: {schema: {properties: {why: {type: string}}}}}}
                      default: {description: bad, content: {application/json: {schema: {properties: {error: {type: string}}}}}}
                """);
        assertThat(reading.clean().operation("fetch").responses())
                .extracting(
                        Response::status, r -> r.type().map(reading::spelled).orElse("-"))
                .containsExactly(
                        tuple("201", "FetchResponse"),
                        tuple("202", "FetchResponse202"),
                        tuple("204", "-"),
                        tuple("2XX", "FetchResponse2XX"),
                        tuple("4XX", "FetchError4XX"),
                        tuple("default", "FetchError"));
    }

    @Test
    void statusThatIsNoneIsReported() {
        Reading reading = Reading.paths(
                "/a: {get: {operationId: fetch, responses: {'200': {description: ok}, ok: {description: x}}}}");
        assertThat(reading.warned("odd-status").at().pointer()).isEqualTo("/paths/~1a/get/responses/ok");
    }

    @Test
    void typesOfSharedResponsesAreNamedAfterThem() {
        Reading reading = Reading.of("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /a: {get: {operationId: a, responses: {'404': {$ref: '#/components/responses/NotFound'}}}}
                  /b: {get: {operationId: b, responses: {'404': {$ref: '#/components/responses/NotFound'}}}}
                components:
                  responses:
                    NotFound: {description: none, content: {application/json: {schema: {properties: {why: {type: string}}}}}}
                """);
        assertThat(reading.clean().typeNames()).containsExactly("NotFoundResponse");
    }

    @Test
    void responseInTheStyleOfSwagger2IsRead() {
        Reading reading = Reading.paths(
                "/a: {get: {operationId: fetch, responses: {'200': {description: ok, schema: {type: integer}}}}}");
        reading.warned("swagger2-style");
        assertThat(reading.spelled(
                        reading.operation("fetch").responses().get(0).type().orElseThrow()))
                .isEqualTo("INT64");
    }

    @Test
    void formWithoutNamesIsReportedAndHandedOver() {
        Reading reading = Reading.paths("""
                /a:
                  post:
                    operationId: send
                    requestBody: {content: {multipart/mixed: {schema: {type: array, items: {type: string, format: binary}}}}}
                    responses: {'204': {description: ok}}
                """);
        assertThat(reading.warned("not-generated").at().pointer())
                .isEqualTo("/paths/~1a/post/requestBody/content/multipart~1mixed");
        assertThat(reading.spelled(
                        reading.operation("send").body().orElseThrow().type()))
                .isEqualTo("STREAM");
    }

    /** Version 3.0 has no styles for parts, but documents of it that name one mean it. */
    @Test
    void aPartMayHaveAStyle() {
        Reading reading = request("""
                content: {multipart/form-data: {
                  schema: {type: object, properties: {a: {type: array, items: {type: string}}, b: {type: string}}},
                  encoding: {a: {style: pipeDelimited}}}}""");

        assertThat(body(reading.clean()).fields())
                .extracting(Field::style, Field::explode)
                .containsExactly(tuple(Style.PIPE_DELIMITED, false), tuple(Style.PART, true));
    }

    @Test
    void aStyleThatIsNotForFormsIsReported() {
        Reading reading = request("""
                content: {application/x-www-form-urlencoded: {
                  schema: {type: object, properties: {a: {type: array, items: {type: string}}}},
                  encoding: {a: {style: deepobject}}}}""");

        assertThat(reading.warned("odd-style").message()).contains("Style 'deepobject' is not for a field");
        assertThat(reading.warned("odd-style").at().pointer()).endsWith("/encoding/a/style");
        assertThat(body(reading).fields()).extracting(Field::style).containsExactly(Style.FORM);
    }
}
