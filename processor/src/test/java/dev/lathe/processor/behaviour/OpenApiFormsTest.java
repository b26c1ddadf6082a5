package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What forms and multipart bodies of OpenAPI documents look like, beside the table of styles. */
class OpenApiFormsTest {

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

    private Service.Asked sent(String operation, String code) throws Exception {
        return OneOperation.sent(service, folder, operation, code);
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
    void anotherKindOfMultipartIsSentAsWhatItIs() throws Exception {
        Service.Asked asked = sent("""
                requestBody:
                  required: true
                  content:
                    multipart/related; boundary=of-the-example:
                      schema:
                        type: object
                        required: [metadata, media]
                        properties:
                          metadata: {$ref: '#/components/schemas/Geo'}
                          media: {type: string, format: binary}
                      encoding: {media: {contentType: image/png}}
                """, """
                api.x().send(new Geo().setLat(java.math.BigDecimal.ONE),
                        new java.io.ByteArrayInputStream(new byte[] {65}));""");

        assertThat(asked.header("Content-type")).startsWith("multipart/related; boundary=lathe-");
        assertThat(asked.body())
                .containsSubsequence(
                        "name=\"metadata\"", "Content-Type: application/json\r\n\r\n{\"lat\":1}",
                        "name=\"media\"", "Content-Type: image/png\r\n\r\nA\r\n");
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
    void aPartThatIsDescribedInSeveralPlacesIsWhatTheySayTogether() throws Exception {
        Service.Asked asked =
                sent("""
                requestBody:
                  required: true
                  content:
                    multipart/form-data:
                      schema:
                        required: [file, size]
                        allOf:
                          - properties: {file: {type: string, format: binary}, size: {type: integer}}
                          - properties: {file: {description: What is kept.}, size: {description: How large.}}
                """, "api.x().send(Upload.of(\"a.mp3\", new byte[] {65}).type(\"audio/mpeg\"), 5L);");

        assertThat(asked.body())
                .contains("filename=\"a.mp3\"\r\nContent-Type: audio/mpeg\r\n\r\nA\r\n")
                .contains("name=\"size\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n5\r\n");
    }

    @Test
    void aPartOfWhichNothingIsSaidMayBeAFile() throws Exception {
        Service.Asked asked = sent(
                """
                requestBody:
                  required: true
                  content:
                    multipart/form-data:
                      schema:
                        type: object
                        required: [photo, thumb, meta]
                        properties:
                          photo: {description: A file.}
                          thumb: {anyOf: [{description: A file.}, {type: string}]}
                          meta: {description: Any JSON.}
                      encoding: {meta: {contentType: application/json}}
                """,
                "api.x().send(Upload.of(\"a.png\", new byte[] {65}).type(\"image/png\"),"
                        + " Upload.of(\"\", new byte[] {66}).type(\"text/plain\"), dev.lathe.runtime.json.JsonValue.of(5));");

        assertThat(asked.body())
                .contains("name=\"photo\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nA\r\n")
                .contains("name=\"thumb\"\r\nContent-Type: text/plain\r\n\r\nB\r\n")
                .contains("name=\"meta\"\r\nContent-Type: application/json\r\n\r\n5\r\n");
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
        Client.openApi(folder, OneOperation.api("""
                requestBody:
                  required: true
                  content:
                    multipart/form-data: {schema: {type: string, format: binary}}
                """), """
                api.x().send(Map.of("file", new java.io.ByteArrayInputStream(new byte[] {65})));
                return null;""", "-Alathe.silence=not-generated")
                .run(service.base());

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
