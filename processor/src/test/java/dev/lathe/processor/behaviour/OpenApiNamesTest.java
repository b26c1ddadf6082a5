package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and texts of documents that mean something in Java: the client compiles, and the wire has them as they were. */
class OpenApiNamesTest {

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

    @Test
    void membersOfAnyNameTravelUnderIt() throws Exception {
        String wire =
                "{\"class\":\"1\",\"Class\":\"2\",\"a-b\":\"3\",\"a_b\":\"4\",\"aB\":\"5\",\"$\":\"6\",\"a b\":\"7\",\"\":\"8\","
                        + "\"😀\":\"9\",\"*/ evil\":\"10\",\"\\\"\\\\\":\"11\",\"" + "long".repeat(50)
                        + "\":\"12\",\"TYPE\":\"13\","
                        + "\"hashCode\":\"14\",\"1st\":\"15\",\"true\":\"16\",\"\\n\":\"17\"}";
        service.answers(200, wire).answers(200, "{}");
        Client.openApi(folder, """
                openapi: 3.0.3
                info: {title: "*/ class", version: "1", description: "*/ \\\\u002a/ {@code } \\u2028 <b>"}
                paths:
                  /x:
                    post:
                      tags: [x]
                      operationId: echo
                      description: "@return */ {@inheritDoc} \\\\"
                      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                      responses:
                        '200': {description: "*/", content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                components:
                  schemas:
                    Thing:
                      type: object
                      description: "ends with a backslash \\\\"
                      properties:
                        class: {type: string}
                        Class: {type: string}
                        a-b: {type: string}
                        a_b: {type: string}
                        aB: {type: string}
                        $: {type: string}
                        a b: {type: string}
                        '': {type: string}
                        "\\U0001F600": {type: string}
                        '*/ evil': {type: string, description: '*/ static { System.exit(1); } /*'}
                        '"\\': {type: string, default: "\\"\\\\\\n"}
                        LONG: {type: string}
                        TYPE: {type: string}
                        hashCode: {type: string}
                        1st: {type: string}
                        'true': {type: string}
                        "\\n": {type: string}
                """.replace("LONG", "long".repeat(50)), """
                Thing thing = api.x().echo(new Thing());
                return api.x().echo(thing.setClassMember("1"));""").run(service.base());

        assertThat(service.asked().get(1).body()).isEqualTo(wire);
    }

    @Test
    void schemasAndTagsMayBeCalledLikeClassesOfJava() throws Exception {
        service.answers(
                200, "{\"list\":[{\"a\":\"1\"}],\"map\":{\"k\":{\"value\":\"2\"}},\"text\":{\"override\":true}}");
        Object seen = Client.openApi(folder, """
                openapi: 3.0.3
                info: {title: T, version: "1"}
                paths:
                  /o: {get: {tags: [Object], operationId: getClass, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Object'}}}}}}}
                  /s: {get: {tags: [String], operationId: wait, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/String'}}}}}}}
                  /l: {get: {tags: [List], operationId: toString, responses: {'204': {description: d}}}}
                  /a: {get: {tags: [Api], operationId: new, responses: {'204': {description: d}}}}
                components:
                  schemas:
                    Object: {type: object, properties: {list: {type: array, items: {$ref: '#/components/schemas/List'}}, map: {type: object, additionalProperties: {$ref: '#/components/schemas/Long'}}, text: {$ref: '#/components/schemas/String'}}}
                    List: {type: object, properties: {a: {type: string}}}
                    Long: {type: object, properties: {value: {$ref: '#/components/schemas/Generated'}}}
                    Generated: {type: string, enum: [value, of, TYPE, valueOf, '1', '-1', '']}
                    String: {type: object, properties: {override: {type: boolean}, self: {$ref: '#/components/schemas/string'}}}
                    string: {type: object, properties: {Override: {$ref: '#/components/schemas/Override'}}}
                    Override: {type: object, properties: {JsonObject: {$ref: '#/components/schemas/JsonObject'}}}
                    JsonObject: {oneOf: [{$ref: '#/components/schemas/Unknown'}, {$ref: '#/components/schemas/Record'}]}
                    Unknown: {type: object, properties: {u: {type: string}}}
                    Record: {type: object, properties: {r: {type: integer}}}
                """, """
                ObjectModel all = api.object().getClass2();
                return all.getList().get(0).getA() + all.getMap().get("k").getValue().value() + all.getText().getOverride();""").run(service.base());

        assertThat(seen).isEqualTo("12true");
    }

    @Test
    void operationsWithoutOrWithOddNamesCanBeCalled() throws Exception {
        for (int i = 0; i < 6; i++) {
            service.answers(204, "", "");
        }
        Client.openApi(folder, """
                openapi: 3.0.3
                info: {title: T, version: "1"}
                paths:
                  /a/{b}.{c}: {get: {parameters: [{name: b, in: path, required: true, schema: {type: string}}, {name: c, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}}
                  /v1/things: {delete: {responses: {'204': {description: d}}}}
                  /: {get: {operationId: 'class', responses: {'204': {description: d}}}, put: {operationId: '123', responses: {'204': {description: d}}}}
                  '/odd chars/é/$value': {get: {tags: ['My Tag/1'], operationId: 'list pets!', responses: {'204': {description: d}}}}
                  /things.json: {post: {tags: ['my tag 1'], operationId: '', responses: {'204': {description: d}}}}
                """, """
                api.a().getAByBByC("x", "y");
                api.things().deleteV1Things();
                api.root().class_();
                api.root().put();
                api.myTag1().listPets();
                api.myTag1Resource().postThingsJson();
                return null;""").run(service.base());

        assertThat(service.asked())
                .extracting(asked -> asked.method() + " " + asked.target())
                .isEqualTo(List.of(
                        "GET /api/a/x.y",
                        "DELETE /api/v1/things",
                        "GET /api/",
                        "PUT /api/",
                        "GET /api/odd%20chars/%C3%A9/$value",
                        "POST /api/things.json"));
    }
}
