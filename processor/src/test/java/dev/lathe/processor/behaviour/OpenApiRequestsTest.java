package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What requests of OpenAPI documents look like, beside the table of styles: {@link ParameterTableTest}. */
class OpenApiRequestsTest {

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

    /** A document with one operation {@code post /x}, of which this is the rest. */
    private static String api(String operation) {
        return """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths:
                  /x:
                    post:
                      tags: [x]
                      operationId: send
                      responses: {'204': {description: done}}
                %s
                components:
                  schemas:
                    Address: {type: object, properties: {street: {type: string}, geo: {$ref: '#/components/schemas/Geo'}}}
                    Geo: {type: object, properties: {lat: {type: number}, lon: {type: number}}}
                """.formatted(operation.indent(6).stripTrailing());
    }

    private Service.Asked sent(String operation, String code) throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, api(operation), code + "\nreturn null;").run(service.base());
        return service.only();
    }

    @Test
    void aParameterDescribedByContentTravelsAsJson() throws Exception {
        Service.Asked asked = sent("""
                parameters:
                  - {name: where, in: query, required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Address'}}}}
                  - {name: X-Where, in: header, required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Geo'}}}}
                """, """
                api.x().send(
                        new Address().setStreet("a&b").setGeo(new Geo().setLat(new java.math.BigDecimal("1.50"))),
                        new Geo().setLon(java.math.BigDecimal.TEN));""");

        assertThat(asked.target())
                .isEqualTo("/api/x?where=%7B%22street%22%3A%22a%26b%22%2C%22geo%22%3A%7B%22lat%22%3A1.50%7D%7D");
        assertThat(asked.header("X-where")).isEqualTo("{\"lon\":10}");
    }

    @Test
    void reservedCharactersGoAsTheyAreWhereThatIsAllowed() throws Exception {
        Service.Asked asked = sent("""
                parameters:
                  - {name: a, in: query, required: true, schema: {type: string}}
                  - {name: b, in: query, required: true, allowReserved: true, schema: {type: string}}
                """, "api.x().send(\"/:?[]@!$'()*+,; %20\", \"/:?[]@!$'()*+,; %#&%20\");");

        assertThat(asked.target()).startsWith("/api/x?a=%2F%3A%3F%5B%5D%40%21%24%27%28%29%2A%2B%2C%3B%20%2520&b=/:?");
        assertThat(asked.target())
                .endsWith("%20%25%23%26%20")
                .contains("!$'()*")
                .contains(",;");
    }

    @Test
    void aValueOfThePathMayHoldSlashes() throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, """
                openapi: 3.0.3
                info: {title: T, version: "1"}
                paths:
                  /v1/{name}/in{scope}/{id}/{+more}/{rest*}/{+odd}:
                    get:
                      tags: [x]
                      operationId: get
                      parameters:
                        - {name: name, in: path, required: true, allowReserved: true, schema: {type: string}}
                        - {name: scope, in: path, required: true, x-ms-skip-url-encoding: true, schema: {type: string}}
                        - {name: id, in: path, required: true, schema: {type: string}}
                        - {name: more, in: path, required: true, schema: {type: string}}
                        - {name: rest, in: path, required: true, schema: {type: string}}
                        - {name: +odd, in: path, required: true, schema: {type: string}}
                      responses: {'204': {description: done}}
                """, """
                api.x().get("projects/p/topics/t 1", "/subscriptions/s", "a/b", "c/d?e", "f/g", "h/i");
                return null;""").run(service.base());

        assertThat(service.only().target())
                .isEqualTo("/api/v1/projects/p/topics/t%201/in/subscriptions/s/a%2Fb/c/d%3Fe/f/g/h%2Fi");
    }

    @Test
    void aParameterOfXmlIsTakenAsText() throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, """
                openapi: 3.0.3
                info: {title: T, version: "1"}
                paths:
                  /v1:
                    get:
                      tags: [x]
                      operationId: get
                      parameters:
                        - {name: q, in: query, required: true, content: {application/xml: {schema: {type: object, properties: {a: {type: string}}}}}}
                      responses: {'204': {description: done}}
                """, """
                api.x().get("<a>1</a>");
                return null;""", "-Alathe.silence=not-generated").run(service.base());

        assertThat(service.only().target()).isEqualTo("/api/v1?q=%3Ca%3E1%3C%2Fa%3E");
    }

    @Test
    void cookiesShareOneHeader() throws Exception {
        Service.Asked asked = sent("""
                parameters:
                  - {name: sid, in: cookie, required: true, schema: {type: string}}
                  - {name: theme, in: cookie, required: true, schema: {type: string}}
                """, "api.x().send(\"a;b\", \"dark\");");

        assertThat(asked.header("Cookie")).isEqualTo("sid=a%3Bb; theme=dark");
    }

    @Test
    void aBodyThatMayBeLeftOutIsLeftOutForNull() throws Exception {
        Service.Asked asked = sent(
                "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Geo'}}}}",
                "api.x().send(null);");

        assertThat(asked.body()).isEmpty();
        assertThat(asked.header("Content-type")).isEmpty();
    }

    @Test
    void whatAFormNeedsIsAskedForEvenIfTheFormIsNot() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  content:
                    application/x-www-form-urlencoded:
                      schema: {type: object, required: [To], properties: {Body: {type: string}, To: {type: string}}}
                """, "api.x().send(\"+1\", o -> o.body(\"b\"));");

        assertThat(asked.body()).isEqualTo("To=%2B1&Body=b");
    }

    @Test
    void aFormOfAnyFieldsMayBeLeftOut() throws Exception {
        Service.Asked asked = sent(
                "requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}",
                "api.x().send();");

        assertThat(asked.header("Content-type")).isEmpty();
    }

    @Test
    void bytesAndTextTravelAsTheyAre() throws Exception {
        Service.Asked bytes = sent(
                "requestBody: {required: true, content: {application/octet-stream: {}}}",
                "api.x().send(new java.io.ByteArrayInputStream(\"a\\0b\".getBytes()));");
        assertThat(bytes.header("Content-type")).isEqualTo("application/octet-stream");
        assertThat(bytes.body()).isEqualTo("a\0b");

        service.forget();
        Service.Asked text = sent(
                "requestBody: {required: true, content: {text/csv: {schema: {type: string}}}}",
                "api.x().send(\"ä;b\\n\");");
        assertThat(text.header("Content-type")).startsWith("text/csv");
        assertThat(text.body()).isEqualTo("ä;b\n");
    }

    @Test
    void linesOfJsonAreSentOneAValue() throws Exception {
        Service.Asked asked = sent(
                "requestBody: {required: true, content: {application/x-ndjson: {schema: {$ref: '#/components/schemas/Geo'}}}}",
                "api.x().send(List.of(new Geo().setLat(java.math.BigDecimal.ONE), new Geo()));");

        assertThat(asked.header("Content-type")).isEqualTo("application/x-ndjson");
        assertThat(asked.body()).isEqualTo("{\"lat\":1}\n{}\n");
    }

    @Test
    void typesOfAFormThatTakesNoOtherFieldsAreNamedAfterTheOperation() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    application/x-www-form-urlencoded:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [address]
                        properties:
                          address: {type: object, properties: {zip: {type: string}}}
                      encoding: {address: {style: deepObject, explode: true}}
                """, "api.x().send(new SendRequestAddress().setZip(\"1\"));");

        assertThat(asked.body()).isEqualTo("address%5Bzip%5D=1");
    }

    @Test
    void anObjectThatIsDescribedForBytesOnlyCanBeSentAsJsonToo() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  content:
                    message/rfc822: {schema: {$ref: '#/components/schemas/Address'}}
                    image/*: {schema: {$ref: '#/components/schemas/Address'}}
                """, "api.x().sendAsJson(new Address().setStreet(\"s\"));");

        assertThat(asked.header("Content-type")).isEqualTo("application/json");
        assertThat(asked.body()).isEqualTo("{\"street\":\"s\"}");

        service.forget();
        Service.Asked bytes = sent(
                "requestBody: {content: {message/rfc822: {schema: {$ref: '#/components/schemas/Address'}}}}",
                "api.x().send(new java.io.ByteArrayInputStream(\"From: a\".getBytes()));");
        assertThat(bytes.header("Content-type")).isEqualTo("message/rfc822");
        assertThat(bytes.body()).isEqualTo("From: a");
    }

    @Test
    void aFormOfNestedObjectsIsFlattenedAsItsEncodingSays() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    application/x-www-form-urlencoded:
                      schema:
                        type: object
                        required: [id, deep, json, flat]
                        properties:
                          id: {type: string}
                          deep: {$ref: '#/components/schemas/Address'}
                          json: {$ref: '#/components/schemas/Geo'}
                          flat: {$ref: '#/components/schemas/Geo'}
                      encoding:
                        deep: {style: deepObject, explode: true}
                        json: {contentType: application/json}
                """, """
                Geo geo = new Geo().setLat(java.math.BigDecimal.ONE).setLon(java.math.BigDecimal.TEN);
                api.x().send("a=b", new Address().setStreet("s t").setGeo(geo), geo, geo);""");

        assertThat(asked.body().split("&"))
                .containsExactly(
                        "id=a%3Db",
                        "deep%5Bstreet%5D=s%20t",
                        "deep%5Bgeo%5D%5Blat%5D=1",
                        "deep%5Bgeo%5D%5Blon%5D=10",
                        "json=%7B%22lat%22%3A1%2C%22lon%22%3A10%7D",
                        "lat=1",
                        "lon=10");
    }

    /** OpenAPI 3.1.1, section 4.8.15.1.2. */
    @Test
    void aStyleOfAFieldCountsMoreThanItsContentType() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    application/x-www-form-urlencoded:
                      schema: {type: object, required: [at], properties: {at: {$ref: '#/components/schemas/Geo'}}}
                      encoding: {at: {style: deepObject, contentType: application/json}}
                """, "api.x().send(new Geo().setLat(java.math.BigDecimal.ONE));");

        assertThat(asked.body()).isEqualTo("at%5Blat%5D=1");
    }

    @Test
    void aFileGoesUnderTheNameThatTheCallerGivesIt() throws Exception {
        Service.Asked asked =
                sent("""
                requestBody:
                  required: true
                  content:
                    multipart/form-data:
                      schema:
                        type: object
                        required: [file]
                        properties: {file: {type: string, format: binary}}
                """, "api.x().send(Upload.of(\"voice.mp3\", new byte[] {65}).type(\"audio/mpeg\"));");

        assertThat(asked.body())
                .contains("name=\"file\"; filename=\"voice.mp3\"\r\nContent-Type: audio/mpeg\r\n\r\nA\r\n");
    }

    @Test
    void listsInDeepObjectsHaveBrackets() throws Exception {
        Service.Asked asked = sent("""
                parameters:
                  - {name: expand, in: query, required: true, style: deepObject, explode: true, schema: {type: array, items: {type: string}}}
                requestBody:
                  required: true
                  content:
                    application/x-www-form-urlencoded:
                      schema:
                        type: object
                        required: [items]
                        properties:
                          items: {type: array, items: {$ref: '#/components/schemas/Address'}}
                      encoding: {items: {style: deepObject, explode: true}}
                """, """
                api.x().send(
                        List.of("a", "b"),
                        List.of(new Address().setStreet("s").setGeo(new Geo().setLat(java.math.BigDecimal.ONE)), new Address().setStreet("t")));""");

        assertThat(asked.target()).isEqualTo("/api/x?expand%5B%5D=a&expand%5B%5D=b");
        assertThat(asked.body().replace("%5B", "[").replace("%5D", "]"))
                .isEqualTo("items[0][street]=s&items[0][geo][lat]=1&items[1][street]=t");
    }

    @Test
    void partsHaveTheTypesOfTheirEncoding() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    multipart/form-data:
                      schema:
                        type: object
                        required: [note, where, photo, more, raw]
                        properties:
                          note: {type: string}
                          where: {$ref: '#/components/schemas/Geo'}
                          photo: {type: string, format: binary}
                          more: {type: array, items: {type: string, format: binary}}
                          raw: {type: string, contentMediaType: image/png, contentEncoding: base64}
                          later: {type: integer}
                      encoding:
                        photo: {contentType: image/jpeg}
                        where: {contentType: application/vnd.geo+json}
                """, """
                api.x().send(
                        "a\\"b",
                        new Geo().setLat(java.math.BigDecimal.ONE),
                        new java.io.ByteArrayInputStream(new byte[] {74}),
                        List.of(new java.io.ByteArrayInputStream(new byte[] {65}), new java.io.ByteArrayInputStream(new byte[] {66})),
                        new byte[] {1});""");

        assertThat(asked.header("Content-type")).startsWith("multipart/form-data; boundary=");
        String boundary = asked.header("Content-type").replaceFirst(".*boundary=", "");
        assertThat(asked.body().split("--" + boundary))
                .anySatisfy(part -> assertThat(part)
                        .contains("name=\"note\"")
                        .contains("text/plain")
                        .contains("a\"b"))
                .anySatisfy(part -> assertThat(part)
                        .contains("name=\"where\"")
                        .contains("Content-Type: application/vnd.geo+json\r\n\r\n{\"lat\":1}"))
                .anySatisfy(part ->
                        assertThat(part).contains("name=\"photo\"").contains("Content-Type: image/jpeg\r\n\r\nJ"))
                .anySatisfy(part -> assertThat(part).contains("name=\"more\"").contains("\r\n\r\nA"))
                .anySatisfy(part -> assertThat(part).contains("name=\"more\"").contains("\r\n\r\nB"))
                .anySatisfy(part -> assertThat(part)
                        .contains("name=\"raw\"\r\nContent-Type: application/octet-stream\r\n\r\nAQ==\r\n"))
                .noneSatisfy(part -> assertThat(part).contains("name=\"later\""));
    }

    @Test
    void fieldsThatTheDocumentDoesNotNameAreAMap() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    application/x-www-form-urlencoded:
                      schema: {type: object, additionalProperties: {type: string}}
                """, "api.x().send(Map.of(\"a b\", \"c&d\"));");

        assertThat(asked.header("Content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(asked.body()).isEqualTo("a%20b=c%26d");
    }

    @Test
    void fieldsThatTheDocumentDoesNotNameGoBesideNamedOnes() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    application/x-www-form-urlencoded:
                      schema: {type: object, required: [a], properties: {a: {type: string}}, additionalProperties: {type: integer}}
                """, "api.x().send(\"x\", q -> q.fields(Map.of(\"b\", 2L)));");

        assertThat(asked.body()).isEqualTo("a=x&b=2");
    }

    @Test
    void aFormThatIsNotDescribedTakesAnyFields() throws Exception {
        Service.Asked asked = sent(
                "requestBody: {required: true, content: {application/x-www-form-urlencoded: {}}}",
                "api.x().send(Map.of(\"a\", dev.lathe.runtime.json.JsonValue.of(1)));");

        assertThat(asked.body()).isEqualTo("a=1");
    }

    @Test
    void filesOfAnyNameAreParts() throws Exception {
        Service.Asked asked =
                sent("""
                requestBody:
                  required: true
                  content:
                    multipart/form-data:
                      schema: {type: object, additionalProperties: {type: string, format: binary}}
                """, "api.x().send(Map.of(\"doc\", new java.io.ByteArrayInputStream(new byte[] {65})));");

        assertThat(asked.header("Content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(asked.body()).contains("name=\"doc\"; filename=\"doc\"").contains("\r\n\r\nA\r\n");
    }

    @Test
    void bytesInBase64AreTextsInListsAndUnderAnyName() throws Exception {
        Service.Asked asked =
                sent("""
                requestBody:
                  required: true
                  content:
                    multipart/form-data:
                      schema:
                        type: object
                        required: [scans]
                        properties: {scans: {type: array, items: {type: string, contentEncoding: base64}}}
                        additionalProperties: {type: string, format: byte}
                """, "api.x().send(List.of(new byte[] {1}), q -> q.fields(Map.of(\"doc\", new byte[] {2})));");

        assertThat(asked.body())
                .contains("name=\"scans\"\r\nContent-Type: application/octet-stream\r\n\r\nAQ==\r\n")
                .contains("name=\"doc\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAg==\r\n");
    }

    @Test
    void aFileInAMultipartBodyWithoutNamesGetsItsNameFromTheCaller() throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, api("""
                requestBody:
                  required: true
                  content:
                    multipart/form-data: {schema: {type: string, format: binary}}
                """), """
                api.x().send(Map.of("file", new java.io.ByteArrayInputStream(new byte[] {65})));
                return null;""", "-Alathe.silence=not-generated").run(service.base());

        Service.Asked asked = service.only();
        assertThat(asked.header("Content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(asked.body()).contains("name=\"file\"; filename=\"file\"").contains("\r\n\r\nA\r\n");
    }

    @Test
    void aPartIsOfTheFirstOfItsTypesThatIsNoRange() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    multipart/form-data:
                      schema: {type: object, required: [photo], properties: {photo: {type: string, format: binary}}}
                      encoding: {photo: {contentType: 'image/*, image/png, image/jpeg'}}
                """, "api.x().send(new java.io.ByteArrayInputStream(new byte[] {65}));");

        assertThat(asked.body()).contains("Content-Type: image/png\r\n");
    }

    @Test
    void kindsOfJsonWithTypesOfTheirOwnHaveMethodsOfTheirOwn() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    application/merge-patch+json: {schema: {$ref: '#/components/schemas/Geo'}}
                    application/json-patch+json: {schema: {type: array, items: {type: string}}}
                """, "api.x().sendAsJsonPatch(List.of(\"a\"));");

        assertThat(asked.header("Content-type")).isEqualTo("application/json-patch+json");
        assertThat(asked.body()).isEqualTo("[\"a\"]");
    }

    @Test
    void parametersOfOneNameAreToldByTheirPlace() throws Exception {
        Service.Asked asked =
                sent("""
                parameters:
                  - {name: id, in: query, schema: {type: string}}
                  - {name: ID, in: header, schema: {type: string}}
                  - {name: id, in: cookie, schema: {type: string}}
                requestBody:
                  content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {id: {type: string}}}}}
                """, "api.x().send(q -> q.id(\"f\").idQuery(\"q\").idHeader(\"h\").idCookie(\"c\"));");

        assertThat(asked.target()).isEqualTo("/api/x?id=q");
        assertThat(asked.header("Id")).isEqualTo("h");
        assertThat(asked.header("Cookie")).isEqualTo("id=c");
        assertThat(asked.body()).isEqualTo("id=f");
    }

    @Test
    void bytesInParametersHaveTheAlphabetOfTheirFormat() throws Exception {
        Service.Asked asked = sent("""
                parameters:
                  - {name: a, in: query, required: true, schema: {type: string, format: byte}}
                  - {name: b, in: query, schema: {type: string, format: base64url}}
                """, "api.x().send(new byte[] {-1, -2}, q -> q.b(new byte[] {-1, -2}));");

        assertThat(asked.target()).isEqualTo("/api/x?a=%2F%2F4%3D&b=__4");
    }

    @Test
    void formsHaveNoFieldForWhatOnlyTheServiceSets() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    application/x-www-form-urlencoded:
                      schema: {type: object, required: [id, a], properties: {id: {type: string, readOnly: true}, a: {type: string}}}
                """, "api.x().send(\"x\");");

        assertThat(asked.body()).isEqualTo("a=x");
    }
}
