package dev.lathe.processor.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
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

    private Service.Asked sent(String operation, String code) throws Exception {
        return OneOperation.sent(service, folder, operation, code);
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

    /** The standard leaves it open, and JSON is what servers that want such a value read. */
    @Test
    void whatNoStyleSpellsGoesAsJson() throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, OneOperation.api("""
                parameters:
                  - {name: where, in: query, required: true, schema: {$ref: '#/components/schemas/Address'}}
                  - {name: rows, in: query, required: true, schema: {type: array, items: {$ref: '#/components/schemas/Geo'}}}
                """), """
                Geo geo = new Geo().setLat(java.math.BigDecimal.ONE);
                api.x().send(new Address().setStreet("s").setGeo(geo), List.of(geo, geo));
                return null;""", "-Alathe.silence=odd-style")
                .run(service.base());

        assertThat(URLDecoder.decode(service.only().target(), UTF_8))
                .isEqualTo("/api/x?street=s&geo={\"lat\":1}&rows={\"lat\":1}&rows={\"lat\":1}");
    }

    @Test
    void listsInAnExplodedObjectAreRepeatedAsIfTheyWereParametersOfTheirOwn() throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, OneOperation.api("""
                parameters:
                  - name: filter
                    in: query
                    schema: {type: object, properties: {tag: {type: array, items: {type: string}}, no: {type: array, items: {type: integer}}}}
                """), """
                api.x().send(o -> o.filter(new SendFilter().setTag(List.of("a b", "c")).setNo(List.of())));
                return null;""", "-Alathe.silence=odd-style")
                .run(service.base());

        assertThat(service.only().target()).isEqualTo("/api/x?tag=a%20b&tag=c");
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
    void aMemberWithoutATextHasNoEqualsSignInAMatrix() throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, """
                        openapi: 3.1.0
                        info: {title: T, version: "1"}
                        paths:
                          /x{at}:
                            get:
                              tags: [x]
                              operationId: ask
                              parameters:
                                - name: at
                                  in: path
                                  required: true
                                  style: matrix
                                  explode: true
                                  schema: {type: object, properties: {lat: {type: string}, lon: {type: string}}}
                              responses: {'204': {description: done}}
                        """, "api.x().ask(new AskAt().setLat(\"\").setLon(\"9\")); return null;")
                .run(service.base());

        assertThat(service.only().target()).isEqualTo("/api/x;lat;lon=9");
    }

    @Test
    void aParameterMayHaveAnEmptyName() throws Exception {
        Service.Asked asked = sent(
                "parameters: [{name: '', in: query, schema: {type: string}}]", "api.x().send(o -> o.unnamed(\"v\"));");

        assertThat(asked.target()).isEqualTo("/api/x?=v");
    }

    @Test
    void bytesOfARangeOfTypesAreSentAsBytesUnlessATypeIsNamed() throws Exception {
        String call = "api.x().send(new java.io.ByteArrayInputStream(new byte[1]));";
        Service.Asked ofARange = sent("requestBody: {required: true, content: {image/*: {}}}", call);
        assertThat(ofARange.header("Content-type")).isEqualTo("application/octet-stream");

        service.forget();
        Service.Asked named = sent("requestBody: {required: true, content: {image/*: {}, image/png: {}}}", call);
        assertThat(named.header("Content-type")).isEqualTo("image/png");
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
    void aBodyThatMustBeThereMayBeNullWhereItsSchemaSaysSo() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content: {application/json: {schema: {type: [array, 'null'], items: {type: string}}}}
                """, "api.x().send(null);");

        assertThat(asked.header("Content-type")).isEqualTo("application/json");
        assertThat(asked.body()).isEqualTo("null");
    }

    @Test
    void bytesInAJsonBodyHaveTheAlphabetOfTheirFormatWhateverIsAroundThem() throws Exception {
        String bytes = "new byte[] {(byte) 0xfb, (byte) 0xff}";
        Service.Asked list = sent(
                "requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: string, format: byte}}}}}",
                "api.x().send(List.of(" + bytes + "));");
        assertThat(list.body()).isEqualTo("[\"+/8=\"]");

        service.forget();
        Service.Asked alone = sent(
                "requestBody: {required: true, content: {application/json: {schema: {type: string, format: byte}}}}",
                "api.x().send(" + bytes + ");");
        assertThat(alone.body()).isEqualTo("\"+/8=\"");

        service.forget();
        Service.Asked union = sent(
                "requestBody: {required: true, content: {application/json: {schema: {oneOf: [{type: integer}, {type: string, format: byte}]}}}}",
                "api.x().send(new SendRequest.OfBase64(" + bytes + "));");
        assertThat(union.body()).isEqualTo("\"+/8=\"");
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
    void bytesOfAnyTypeBesideJsonHaveAMethodOfTheirOwn() throws Exception {
        Service.Asked asked =
                sent("""
                requestBody:
                  required: true
                  content:
                    '*/*': {schema: {type: string, format: binary}}
                    application/vnd.acme+json: {schema: {$ref: '#/components/schemas/Geo'}}
                """, "api.x().sendAsBytes(Upload.of(\"a.txt\", new byte[] {'a', '!'}).type(\"text/x-acme\"));");

        assertThat(asked.header("Content-type")).isEqualTo("text/x-acme");
        assertThat(asked.body()).isEqualTo("a!");
    }

    @Test
    void xmlOfASchemaOfItsOwnBesideJsonIsText() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    application/xml: {schema: {type: string}}
                    text/xml: {schema: {$ref: '#/components/schemas/Geo'}}
                    application/json: {schema: {$ref: '#/components/schemas/Geo'}}
                """, "api.x().sendAsText(\"<pay/>\");");

        assertThat(asked.header("Content-type")).startsWith("application/xml");
        assertThat(asked.body()).isEqualTo("<pay/>");
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
}
