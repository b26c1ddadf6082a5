package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients make of the schemas of an OpenAPI document: values as they travel. */
class OpenApiValuesTest {

    @TempDir
    Path folder;

    private Service service;

    @BeforeEach
    void start() throws IOException {
        service = new Service();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** A document with one operation {@code post /x} that answers what it takes, a value of {@code Thing}. */
    private static String echo(String schemas) {
        return """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths:
                  /x:
                    post:
                      tags: [x]
                      operationId: echo
                      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                      responses:
                        '200': {description: done, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                components:
                  schemas:
                %s
                """.formatted(schemas.indent(4).stripTrailing());
    }

    @Test
    void membersOfAnyNameAreTypedBesideTheNamedOnes() throws Exception {
        service.answers(200, "{\"b\":{\"amount\":2},\"name\":\"n\",\"a\":{\"amount\":1},\"odd\":null}")
                .answers(200, "{}");
        Object seen = Client.openApi(folder, echo("""
                Thing:
                  type: object
                  properties: {name: {type: string}}
                  additionalProperties: {$ref: '#/components/schemas/Price'}
                Price: {type: object, properties: {amount: {type: integer}}}
                """), """
                Thing thing = api.x().echo(new Thing().setName("n"));
                Map<String, Price> prices = thing.additionalProperties();
                String seen = prices.keySet() + " " + prices.get("a").getAmount() + " " + prices.get("name") + " " + prices.get("odd");
                prices.get("b").setAmount(20L);
                prices.put("c", new Price().setAmount(3L));
                prices.remove("odd");
                api.x().echo(thing);
                return seen;""").run(service.base());

        assertThat(seen).isEqualTo("[b, a, odd] 1 null null");
        assertThat(service.asked().get(1).body())
                .isEqualTo("{\"name\":\"n\",\"b\":{\"amount\":20},\"a\":{\"amount\":1},\"c\":{\"amount\":3}}");
    }

    @Test
    void nullsInListsAndMapsStayWhereTheyAre() throws Exception {
        String wire = "{\"list\":[\"a\",null],\"map\":{\"x\":1,\"y\":null},\"grid\":[[1,null],[]]}";
        service.answers(200, wire).answers(200, "{}");
        Client.openApi(folder, echo("""
                Thing:
                  type: object
                  properties:
                    list: {type: array, items: {type: [string, 'null']}}
                    map: {type: object, additionalProperties: {type: [integer, 'null']}}
                    grid: {type: array, items: {type: array, items: {type: [integer, 'null']}}}
                """), """
                Thing thing = api.x().echo(new Thing().setList(Arrays.asList("a", null)));
                return api.x().echo(thing);""").run(service.base());

        assertThat(service.asked().get(0).body()).isEqualTo("{\"list\":[\"a\",null]}");
        assertThat(service.asked().get(1).body()).isEqualTo(wire);
    }
}
