package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of OpenAPI documents send, and what they read. */
class OpenApiCallsTest {

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

    private static String api(String operation, String schemas) {
        return """
                openapi: 3.0.3
                info: {title: T, version: "1"}
                paths:
                %s
                components:
                  schemas:
                    None: {type: string}
                %s
                """.formatted(
                        operation.indent(2).stripTrailing(), schemas.indent(4).stripTrailing());
    }

    /** The table of OpenAPI 3.1, section 4.8.12.4, for the array of blue, black and brown. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path   | simple         | false | /api/x/blue,black,brown",
                "path   | simple         | true  | /api/x/blue,black,brown",
                "path   | label          | false | /api/x/.blue,black,brown",
                "path   | label          | true  | /api/x/.blue.black.brown",
                "path   | matrix         | false | /api/x/;color=blue,black,brown",
                "path   | matrix         | true  | /api/x/;color=blue;color=black;color=brown",
                "query  | form           | true  | /api/x?color=blue&color=black&color=brown",
                "query  | form           | false | /api/x?color=blue,black,brown",
                "query  | spaceDelimited | false | /api/x?color=blue%20black%20brown",
                "query  | pipeDelimited  | false | /api/x?color=blue%7Cblack%7Cbrown",
            })
    void anArrayIsSpelledInItsStyle(String in, String style, boolean explode, String target) throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, api("""
                /x%s:
                  get:
                    tags: [x]
                    operationId: x
                    parameters:
                      - {name: color, in: %s, required: true, style: %s, explode: %s, schema: {type: array, items: {type: string}}}
                    responses: {'204': {description: done}}
                """.formatted(in.equals("path") ? "/{color}" : "", in, style, explode), ""), """
                api.x().x(List.of("blue", "black", "brown"));
                return null;""")
                .run(service.base());

        assertThat(service.only().target()).isEqualTo(target);
    }

    @Test
    void optionalParametersAreLeftOutUnlessTheyAreSet() throws Exception {
        service.answers(204, "", "").answers(204, "", "");
        Client.openApi(folder, api("""
                /x/{id}:
                  get:
                    tags: [x]
                    operationId: get
                    parameters:
                      - {name: id, in: path, required: true, schema: {type: string}}
                      - {name: q, in: query, schema: {type: string}}
                      - {name: 'filter[region]', in: query, schema: {type: integer}}
                      - {name: X-Trace, in: header, schema: {type: string}}
                      - {name: sid, in: cookie, schema: {type: string}}
                    responses: {'204': {description: done}}
                """, ""), """
                api.x().get("a/b?c");
                api.x().get("1", o -> o.q("ä & b").filterRegion(7L).xTrace("t").sid("s"));
                return null;""").run(service.base());

        assertThat(service.asked().get(0).target()).isEqualTo("/api/x/a%2Fb%3Fc");
        Service.Asked second = service.asked().get(1);
        assertThat(second.target()).isEqualTo("/api/x/1?q=%C3%A4%20%26%20b&filter%5Bregion%5D=7");
        assertThat(second.header("X-trace")).isEqualTo("t");
        assertThat(second.header("Cookie")).isEqualTo("sid=s");
    }

    @Test
    void whatIsRequiredIsNeverLeftOut() throws Exception {
        Object missing = Client.openApi(folder, api("""
                /x/{id}:
                  post:
                    tags: [x]
                    operationId: post
                    parameters:
                      - {name: id, in: path, required: true, schema: {type: string}}
                      - {name: q, in: query, required: true, schema: {type: string}}
                      - {name: X-Trace, in: header, required: true, schema: {type: string}}
                    requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: string}}}}}
                    responses: {'204': {description: done}}
                """, ""), """
                List<Runnable> calls = List.of(
                        () -> api.x().post(null, "q", "t", List.of("a")),
                        () -> api.x().post("1", null, "t", List.of("a")),
                        () -> api.x().post("1", "q", null, List.of("a")),
                        () -> api.x().post("1", "q", "t", null));
                String missing = "";
                for (Runnable call : calls) {
                    try {
                        call.run();
                    } catch (NullPointerException | IllegalArgumentException refused) {
                        missing += refused.getMessage() + "; ";
                    }
                }
                return missing;""").run(service.base());

        assertThat(missing).isEqualTo("The path parameter 'id' of /x/{id} is null.; q; xTrace; body; ");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void formFieldsAreFormEncoded() throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, api("""
                /x:
                  post:
                    tags: [x]
                    operationId: post
                    requestBody:
                      required: true
                      content:
                        application/x-www-form-urlencoded:
                          schema: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer}}}
                    responses: {'204': {description: done}}
                """, ""), """
                api.x().post("a b&c", o -> o.age(3L));
                return null;""").run(service.base());

        assertThat(service.only().header("Content-type")).startsWith("application/x-www-form-urlencoded");
        assertThat(service.only().body()).isIn("name=a+b%26c&age=3", "name=a%20b%26c&age=3");
    }

    private static final String PETS = """
            Pet:
              type: object
              discriminator: {propertyName: kind}
              required: [kind]
              properties: {kind: {type: string}, name: {type: string, nullable: true}, born: {type: integer, x-lathe-type: epoch-millis}}
            Cat:
              allOf:
                - {$ref: '#/components/schemas/Pet'}
                - {type: object, properties: {mood: {$ref: '#/components/schemas/Mood'}}}
            Mood: {type: string, enum: [calm, wild]}
            Owner:
              oneOf: [{$ref: '#/components/schemas/Person'}, {type: string}]
            Person: {type: object, properties: {email: {type: string}}}
            """;

    private static String echo(String schema) {
        return api("""
                /x:
                  post:
                    tags: [x]
                    operationId: echo
                    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/%1$s'}}}}
                    responses:
                      '200': {description: done, content: {application/json: {schema: {$ref: '#/components/schemas/%1$s'}}}}
                """.formatted(schema), PETS);
    }

    @Test
    void onlyMembersThatWereSetAreSentAndNullIsSent() throws Exception {
        service.answers(200, "{}");
        Client.openApi(folder, echo("Person"), """
                api.x().echo(new Person());
                return null;""").run(service.base());
        assertThat(service.only().body()).isEqualTo("{}");
    }

    @Test
    void whatTheClientDoesNotKnowSurvivesTheRoundTrip() throws Exception {
        String wire =
                "{\"later\":[1,{\"x\":1.10}],\"kind\":\"Cat\",\"mood\":\"sleepy\",\"name\":null,\"born\":1338937116000}";
        service.answers(200, wire).answers(200, wire);
        Object mood = Client.openApi(folder, echo("Pet"), """
                Pet pet = api.x().echo(new Cat().setMood(Mood.WILD).setKind("Cat"));
                api.x().echo(pet);
                return ((Cat) pet).getMood() + " " + ((Cat) pet).getMood().isKnown() + " " + pet.isNull("name") + " " + pet.getBorn();
                """).run(service.base());

        assertThat(mood).isEqualTo("sleepy false true 2012-06-05T22:58:36Z");
        assertThat(members(service.asked().get(1).body()))
                .containsExactlyInAnyOrder(
                        "\"later\":[1,{\"x\":1.10}]",
                        "\"kind\":\"Cat\"",
                        "\"mood\":\"sleepy\"",
                        "\"name\":null",
                        "\"born\":1338937116000");
    }

    private static List<String> members(String json) {
        return List.of(json.substring(1, json.length() - 1).split(",(?=\"(later|kind|mood|name|born))"));
    }

    @Test
    void aUnionIsReadAsTheCaseThatItIs() throws Exception {
        service.answers(200, "\"just a name\"")
                .answers(200, "{\"email\":\"a@b\"}")
                .answers(200, "[1]");
        Object seen = Client.openApi(folder, echo("Owner"), """
                StringBuilder seen = new StringBuilder();
                for (int i = 0; i < 3; i++) {
                    Owner owner = api.x().echo(new Owner.OfString("x"));
                    if (owner instanceof Person person) {
                        seen.append(person.getEmail());
                    } else if (owner instanceof Owner.OfString text) {
                        seen.append(text.value());
                    } else if (owner instanceof Owner.Unknown unknown) {
                        seen.append(unknown.value().toJson());
                    }
                    seen.append(";");
                }
                return seen.toString();""").run(service.base());

        assertThat(seen).isEqualTo("just a name;a@b;[1];");
        assertThat(service.asked().get(0).body()).isEqualTo("\"x\"");
    }

    @Test
    void pagesAreFetchedUntilTheLastOne() throws Exception {
        service.answers(200, "{\"total\":3,\"page\":0,\"pageSize\":2,\"list\":[\"a\",\"b\"]}")
                .answers(200, "{\"total\":3,\"page\":1,\"pageSize\":2,\"list\":[\"c\"]}");
        Object all = Client.openApi(folder, api("""
                /x:
                  get:
                    tags: [x]
                    operationId: list
                    x-lathe-paging: {style: page-number, page: page, size: pageSize, first: 0, items: list, total: total}
                    parameters:
                      - {name: page, in: query, schema: {type: integer}}
                      - {name: pageSize, in: query, schema: {type: integer, format: int32}}
                    responses:
                      '200': {description: done, content: {application/json: {schema: {type: array, items: {type: string}}}}}
                """, ""), "return api.x().list(o -> o.pageSize(2)).toList();")
                .run(service.base());

        assertThat(all).isEqualTo(List.of("a", "b", "c"));
        assertThat(service.asked())
                .extracting(Service.Asked::target)
                .containsExactly("/api/x?pageSize=2&page=0", "/api/x?pageSize=2&page=1");
    }
}
