package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.TypeId;
import org.junit.jupiter.api.Test;

/** {@code oneOf} and {@code anyOf}. */
class UnionsTest {

    private static final String PETS = """
            Cat: {properties: {lives: {type: integer}}}
            Dog: {properties: {breed: {type: string}}}
            """;

    private static TypeId id(String schema) {
        return new TypeId("#/components/schemas/" + schema);
    }

    @Test
    void casesAreKeptInTheirOrder() {
        Reading reading = Reading.schemas(PETS + """
                Pet: {description: One of them., oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}, {type: string}]}
                """);
        assertThat(reading.clean().union("Pet").cases().stream().map(reading::spelled))
                .containsExactly("Dog", "Cat", "STRING");
        assertThat(reading.union("Pet").discriminator()).isEmpty();
        assertThat(reading.union("Pet").docs().text()).isEqualTo("One of them.");
    }

    @Test
    void inlineCasesAreNamedByTitleElseByNumber() {
        Reading reading = Reading.schemas("""
                Pet: {anyOf: [{title: Big cat, properties: {a: {type: string}}}, {properties: {b: {type: string}}}]}
                """);
        assertThat(reading.clean().union("Pet").cases().stream().map(reading::spelled))
                .containsExactly("PetBigCat", "PetOption2");
    }

    @Test
    void anObjectOrNullOfWhichNothingIsKnownIsNull() {
        Reading reading = Reading.schemas(PETS + """
                Holder:
                  properties:
                    one: {anyOf: [{title: 'null', type: object, nullable: true}, {$ref: '#/components/schemas/Dog'}]}
                    open: {anyOf: [{type: object, nullable: true, additionalProperties: true}, {$ref: '#/components/schemas/Dog'}]}
                    text: {anyOf: [{type: object, nullable: true}, {type: string}]}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(entry("one", "Dog"), entry("open", "HolderOpen"), entry("text", "ANY"));
        assertThat(reading.property("Holder", "one").nullable()).isTrue();
        assertThat(reading.property("Holder", "open").nullable()).isTrue();
    }

    @Test
    void aMemberTellsTheCaseWhereEachFixesAnotherValueOfIt() {
        Reading reading = Reading.schemas31("""
                Cat: {type: object, properties: {name: {const: x}, kind: {const: cat}}}
                Dog: {type: object, properties: {name: {const: x}, kind: {enum: [dog]}}}
                Other: {type: object, properties: {kind: {enum: [newt, cat]}}}
                Holder:
                  properties:
                    told: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {type: 'null'}]}
                    untold: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Other'}]}
                    same: {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {kind: {const: cat}, more: {type: string}}}]}
                """);
        assertThat(reading.clean().union("HolderTold").discriminator()).hasValueSatisfying(told -> {
            assertThat(told.property()).isEqualTo("kind");
            assertThat(told.mapping()).containsExactly(entry("cat", id("Cat")), entry("dog", id("Dog")));
        });
        assertThat(reading.union("HolderUntold").discriminator()).isEmpty();
        assertThat(reading.union("HolderSame").discriminator()).isEmpty();
    }

    @Test
    void theEmptyTextThatUnsetsAValueIsAText() {
        Reading reading = Reading.schemas(PETS + """
                Holder:
                  properties:
                    pet: {anyOf: [{$ref: '#/components/schemas/Cat'}, {type: string, enum: ['']}]}
                    name: {anyOf: [{type: string, maxLength: 9}, {type: string, enum: ['']}]}
                    tag: {anyOf: [{type: string, enum: [a, b]}, {type: string, enum: ['']}]}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(entry("pet", "HolderPet"), entry("name", "STRING"), entry("tag", "HolderTagOption1"));
        assertThat(reading.union("HolderPet").cases().stream().map(reading::spelled))
                .containsExactly("Cat", "STRING");
    }

    @Test
    void nullIsNoCase() {
        Reading reading = Reading.schemas31(PETS + """
                Holder:
                  properties:
                    one: {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]}
                    two: {anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {type: 'null'}]}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(entry("one", "Cat"), entry("two", "HolderTwo"));
        assertThat(reading.property("Holder", "one").nullable()).isTrue();
        assertThat(reading.property("Holder", "two").nullable()).isTrue();
        assertThat(reading.union("HolderTwo").cases()).hasSize(2);
    }

    @Test
    void nullIsNoCaseIn30Either() {
        Reading reading = Reading.schemas(PETS + """
                Holder:
                  properties:
                    one: {oneOf: [{$ref: '#/components/schemas/Cat'}, {nullable: true}]}
                    two: {anyOf: [{$ref: '#/components/schemas/Cat'}, {type: object, nullable: true, enum: [null]}]}
                """);
        assertThat(reading.clean().properties("Holder")).containsExactly(entry("one", "Cat"), entry("two", "Cat"));
        assertThat(reading.property("Holder", "one").nullable()).isTrue();
        assertThat(reading.property("Holder", "two").nullable()).isTrue();
    }

    @Test
    void casesOfOneTypeAreThatType() {
        Reading reading = Reading.schemas("""
                Holder:
                  properties:
                    text: {oneOf: [{type: string, maxLength: 3}, {type: string, pattern: x}]}
                    known: {anyOf: [{type: string}, {type: string, enum: [a, b]}]}
                    formats: {type: string, anyOf: [{format: date}, {format: date-time}]}
                    anything: {anyOf: [{type: string}, {}]}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(
                        entry("text", "STRING"),
                        entry("known", "HolderKnownOption2"),
                        entry("formats", "STRING"),
                        entry("anything", "ANY"));
    }

    @Test
    void aTypeBesideAnyJsonIsNotLost() {
        Reading reading = Reading.schemas("""
                Cat: {properties: {lives: {type: integer}}}
                Holder:
                  properties:
                    one: {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: object}]}
                    two: {anyOf: [{type: string}, {type: object}]}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(entry("one", "HolderOne"), entry("two", "ANY"));
        assertThat(reading.union("HolderOne").cases().stream().map(reading::spelled))
                .containsExactly("Cat");
    }

    @Test
    void discriminatorNamesExplicitAndImplicitValues() {
        Reading reading = Reading.schemas(PETS + """
                Fish: {properties: {kind: {type: string, enum: [swims]}}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Fish'}]
                  discriminator: {propertyName: kind, mapping: {barks: '#/components/schemas/Dog', yaps: Dog}}
                """);
        var discriminator = reading.clean().union("Pet").discriminator().orElseThrow();
        assertThat(discriminator.property()).isEqualTo("kind");
        assertThat(discriminator.mapping())
                .containsExactly(
                        entry("barks", id("Dog")),
                        entry("yaps", id("Dog")),
                        entry("Cat", id("Cat")),
                        entry("swims", id("Fish")));
    }

    @Test
    void whatOnlyTheMappingNamesIsACaseToo() {
        Reading reading = Reading.schemas(PETS + """
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Dog'}]
                  discriminator: {propertyName: kind, mapping: {meows: '#/components/schemas/Cat'}}
                """);
        assertThat(reading.clean().union("Pet").cases().stream().map(reading::spelled))
                .containsExactly("Dog", "Cat");
    }

    @Test
    void mappingThatLeadsNowhereIsReported() {
        Reading reading = Reading.schemas(PETS + """
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]
                  discriminator: {propertyName: kind, mapping: {moos: '#/components/schemas/Cow'}}
                """);
        Problem problem = reading.warned("unknown-ref");
        assertThat(problem.at().pointer()).isEqualTo("/components/schemas/Pet/discriminator/mapping/moos");
        assertThat(problem.message())
                .isEqualTo("No schema is named 'Cow'. Values whose 'kind' is 'moos' are read as unknown.");
    }

    @Test
    void aWordInAMappingIsTheNameOfASchemaAndNoFile() {
        Reading reading = Reading.schemas(PETS + """
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]
                  discriminator: {propertyName: kind, mapping: {barks: Dogg, moos: any cow, yaps: dog.json}}
                """);
        assertThat(reading.problems())
                .extracting(Problem::message, problem -> problem.hints().toString())
                .contains(
                        tuple(
                                "No schema is named 'Dogg'. Values whose 'kind' is 'barks' are read as unknown.",
                                "[did you mean 'Dog'?]"),
                        tuple(
                                "No schema is named 'any cow'. Values whose 'kind' is 'moos' are read as unknown.",
                                "[]"));
        assertThat(reading.problems())
                .extracting(Problem::code)
                .containsExactly("unknown-ref", "unknown-ref", "forbidden-ref");
    }

    @Test
    void aMappingThatLeadsNowhereIsNotMissedWhereItsValueIsToldAnyway() {
        Reading reading = Reading.schemas("""
                Cat: {properties: {kind: {type: string, enum: [meows]}}}
                Dog: {properties: {kind: {type: string}}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]
                  discriminator: {propertyName: kind, mapping: {dog: com.example.Hound, meows: Feline}}
                """);
        assertThat(reading.clean().union("Pet").discriminator().orElseThrow().mapping())
                .containsExactly(entry("Dog", id("Dog")), entry("meows", id("Cat")));
    }

    @Test
    void aMappingThatTellsNothingIsReportedForItsReferenceAlone() {
        Reading reading = Reading.schemas(PETS + """
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Dog'}]
                  discriminator: {propertyName: kind, mapping: {moos: '#/components/schemas/Cow'}}
                """);
        assertThat(reading.warned("unknown-ref").message()).isEqualTo("No schema is named 'Cow'.");
    }

    @Test
    void unionsMayContainThemselves() {
        Reading reading = Reading.schemas("""
                Json:
                  oneOf:
                    - {type: string}
                    - {type: array, items: {$ref: '#/components/schemas/Json'}}
                    - {type: object, additionalProperties: {$ref: '#/components/schemas/Json'}}
                """);
        assertThat(reading.clean().union("Json").cases().stream().map(reading::spelled))
                .containsExactly("STRING", "[Json]", "{Json}");
    }
}
