package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.HttpOperation.Parameter;
import dev.lathe.processor.model.Property;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    private static String text(Reading reading, String type, String property) {
        return reading.property(type, property).docs().text();
    }

    @Test
    void partsThatStandInAMemberDescribeIt() {
        Reading reading = Reading.schemas("""
                Id: {type: string, description: Of anything.}
                Size: {type: object, description: How large., properties: {value: {type: integer}}}
                Pet:
                  type: object
                  properties:
                    id: {allOf: [{$ref: '#/components/schemas/Id'}, {description: Of a pet., readOnly: true}]}
                    size: {allOf: [{$ref: '#/components/schemas/Size'}, {description: Of a pet., deprecated: true}]}
                """).clean();

        assertThat(text(reading, "Pet", "id")).isEqualTo("Of a pet.");
        assertThat(reading.property("Pet", "id").access()).isEqualTo(Property.Access.READ_ONLY);
        assertThat(text(reading, "Pet", "size")).isEqualTo("Of a pet.");
        assertThat(reading.property("Pet", "size").docs().deprecated()).isTrue();
    }

    @Test
    void ofSeveralPartsOfAnObjectTheLastOneThatHasAWordDescribesAMember() {
        Reading reading = Reading.schemas("""
                Pet:
                  allOf:
                    - properties: {name: {type: string, description: First.}, size: {type: integer, description: First.}}
                    - properties: {name: {type: string}, size: {type: integer, description: Last., default: 5}}
                    - properties: {size: {type: integer, deprecated: true}}
                """).clean();

        assertThat(text(reading, "Pet", "name")).isEqualTo("First.");
        assertThat(text(reading, "Pet", "size")).isEqualTo("Last.\n\nDefault: 5.");
        assertThat(reading.property("Pet", "size").docs().deprecated()).isTrue();
    }

    @Test
    void aSchemaWithoutAClassIsDescribedWhereItIsReferredTo() {
        Reading reading = Reading.schemas("""
                Id: {type: string, description: Of anything., default: a}
                Ids: {type: array, description: Some of them., items: {$ref: '#/components/schemas/Id'}}
                Size: {type: object, description: How large., properties: {value: {type: integer}}}
                Pet:
                  type: object
                  properties:
                    id: {$ref: '#/components/schemas/Id'}
                    others: {allOf: [{$ref: '#/components/schemas/Ids'}]}
                    size: {$ref: '#/components/schemas/Size'}
                """).clean();

        assertThat(text(reading, "Pet", "id")).isEqualTo("Of anything.\n\nDefault: a.");
        assertThat(text(reading, "Pet", "others")).isEqualTo("Some of them.");
        assertThat(text(reading, "Pet", "size")).isEmpty();
    }

    @Test
    void aPartThatStandsInATypeDescribesIt() {
        Reading reading = Reading.schemas("""
                Animal: {type: object, description: Any., properties: {name: {type: string}}}
                Pet: {allOf: [{$ref: '#/components/schemas/Animal'}, {description: At home., properties: {owner: {type: string}}}]}
                """).clean();

        assertThat(reading.object("Pet").docs().text()).isEqualTo("At home.");
    }

    @Test
    void whatTheSchemaOfAParameterSaysCountsWhereTheParameterSaysNothing() {
        Reading reading = Reading.of("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /x:
                    get:
                      parameters:
                        - {name: a, in: query, schema: {$ref: '#/components/schemas/Id'}}
                        - {name: b, in: query, description: Own., schema: {$ref: '#/components/schemas/Id'}}
                      responses:
                        '200': {description: there, headers: {X-Id: {schema: {$ref: '#/components/schemas/Id'}}}}
                components:
                  schemas:
                    Id: {type: string, description: Of anything., default: a}
                """).clean();

        assertThat(reading.operations().get(0).parameters())
                .extracting(Parameter::docs)
                .extracting(docs -> docs.text())
                .containsExactly("Of anything.\n\nDefault: a.", "Own.\n\nDefault: a.");
        assertThat(reading.operations()
                        .get(0)
                        .responses()
                        .get(0)
                        .headers()
                        .get(0)
                        .docs()
                        .text())
                .isEqualTo("Of anything.\n\nDefault: a.");
    }
}
