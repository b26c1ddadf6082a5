package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects, lists, maps and single values. */
class SchemasTest {

    @ParameterizedTest
    @CsvSource({
        "type: string, STRING",
        "'type: string, format: date', DATE",
        "'type: string, format: date-time', DATE_TIME",
        "'type: string, format: partial-time', TIME_OF_DAY",
        "'type: string, format: duration', DURATION",
        "'type: string, format: uuid', UUID",
        "'type: string, format: uri', URI",
        "'type: string, format: byte', BASE64",
        "'type: string, format: base64url', BASE64URL",
        "'type: string, format: decimal', STRING_DECIMAL",
        "'type: string, format: int64', STRING_INT64",
        "'type: string, format: zip-code', STRING",
        "type: integer, INT64",
        "'type: integer, format: int8', INT8",
        "'type: integer, format: uint8', UINT8",
        "'type: integer, format: int16', INT16",
        "'type: integer, format: int32', INT32",
        "'type: integer, format: int64', INT64",
        "'type: integer, format: uint64', INTEGER",
        "'type: integer, format: unix-time', INT64",
        "'type: integer, maximum: 99999999999999999999', INTEGER",
        "type: number, DECIMAL",
        "'type: number, format: float', FLOAT",
        "'type: number, format: double', DOUBLE",
        "'type: number, format: money', DECIMAL",
        "type: boolean, BOOLEAN",
        "'type: integer, x-lathe-type: epoch-millis', EPOCH_MILLIS",
        "'type: integer, x-lathe-type: string-number', STRING_INT64",
        "'type: number, x-lathe-type: string-number', STRING_DECIMAL",
        "'type: string, format: duration, x-lathe-type: text', STRING",
        "format: date-time, DATE_TIME"
    })
    void singleValuesAreOfAKind(String schema, ScalarKind kind) {
        Reading reading = Reading.schemas("Holder: {properties: {it: {" + schema + "}}}");
        assertThat(reading.clean().property("Holder", "it").type()).isEqualTo(Reading.scalar(kind));
    }

    @Test
    void formatsThatAreBytesByEncodingIn31() {
        Reading reading = Reading.schemas31("Holder: {properties: {it: {type: string, contentEncoding: base64}}}");
        assertThat(reading.clean().properties("Holder")).containsExactly(entry("it", "BASE64"));
    }

    @Test
    void objectHasMembersInTheirOrder() {
        Reading reading = Reading.schemas("""
                Pet:
                  type: object
                  description: Has a name.
                  required: [name]
                  properties:
                    name: {type: string, description: What it answers to., x-lathe-aliases: [called, nick]}
                    $ref: {type: string}
                    born: {type: string, format: date, readOnly: true}
                    chip: {type: string, writeOnly: true, nullable: true}
                    old: {type: boolean, deprecated: true, x-lathe-deprecated-reason: see born}
                """);
        assertThat(reading.clean().properties("Pet").keySet()).containsExactly("name", "$ref", "born", "chip", "old");
        assertThat(reading.object("Pet").docs().text()).isEqualTo("Has a name.");
        assertThat(reading.object("Pet").at().pointer()).isEqualTo("/components/schemas/Pet");
        assertThat(reading.object("Pet").at().line()).isEqualTo(6);
        Property name = reading.property("Pet", "name");
        assertThat(name.required()).isTrue();
        assertThat(name.nullable()).isFalse();
        assertThat(name.aliases()).containsExactly("called", "nick");
        assertThat(name.docs().text()).isEqualTo("What it answers to.");
        assertThat(name.at().pointer()).isEqualTo("/components/schemas/Pet/properties/name");
        assertThat(reading.property("Pet", "born").access()).isEqualTo(Property.Access.READ_ONLY);
        assertThat(reading.property("Pet", "chip").access()).isEqualTo(Property.Access.WRITE_ONLY);
        assertThat(reading.property("Pet", "chip").nullable()).isTrue();
        assertThat(reading.property("Pet", "old").docs().deprecated()).isTrue();
        assertThat(reading.property("Pet", "old").docs().deprecation()).isEqualTo("see born");
    }

    @Test
    void listsAndMapsMayNest() {
        Reading reading = Reading.schemas("""
                Pet: {properties: {name: {type: string}}}
                Holder:
                  properties:
                    grid: {type: array, items: {type: array, items: {type: integer}}}
                    byName: {type: object, additionalProperties: {$ref: '#/components/schemas/Pet'}}
                    deep: {additionalProperties: {type: array, items: {additionalProperties: {type: string}}}}
                    anything: {type: array}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(
                        entry("grid", "[[INT64]]"),
                        entry("byName", "{Pet}"),
                        entry("deep", "{[{STRING}]}"),
                        entry("anything", "[ANY]"));
    }

    @Test
    void freeFormIsAnyJson() {
        Reading reading = Reading.schemas("""
                Free: {type: object}
                Holder:
                  properties:
                    a: {}
                    b: {type: object, additionalProperties: true}
                    c: {$ref: '#/components/schemas/Free'}
                    d: {type: object, additionalProperties: {}}
                """);
        assertThat(reading.clean().properties("Holder").values()).containsOnly("ANY");
        assertThat(reading.typeNames()).containsExactly("Holder");
    }

    @Test
    void closedObjectWithoutMembersIsAnObject() {
        Reading reading = Reading.schemas("Empty: {type: object, additionalProperties: false}");
        assertThat(reading.clean().object("Empty").properties()).isEmpty();
        assertThat(reading.object("Empty").additional()).isEmpty();
    }

    @Test
    void additionalMembersHaveTheirType() {
        Reading reading = Reading.schemas("""
                Typed: {properties: {a: {type: string}}, additionalProperties: {type: integer}}
                Open: {properties: {a: {type: string}}, additionalProperties: true}
                Closed: {properties: {a: {type: string}}, additionalProperties: false}
                Silent: {properties: {a: {type: string}}}
                """);
        assertThat(reading.clean().object("Typed").additional()).contains(Reading.scalar(ScalarKind.INT64));
        assertThat(reading.object("Open").additional()).contains(TypeRef.ANY);
        assertThat(reading.object("Closed").additional()).isEmpty();
        assertThat(reading.object("Silent").additional()).isEmpty();
    }

    @Test
    void schemasOfSingleValuesAndListsAreWhatTheySay() {
        Reading reading = Reading.schemas("""
                Id: {type: string, format: uuid}
                Ids: {type: array, items: {$ref: '#/components/schemas/Id'}}
                Index: {type: object, additionalProperties: {$ref: '#/components/schemas/Ids'}}
                Holder:
                  properties:
                    id: {$ref: '#/components/schemas/Id'}
                    index: {$ref: '#/components/schemas/Index'}
                """);
        assertThat(reading.clean().typeNames()).containsExactly("Holder");
        assertThat(reading.properties("Holder")).containsExactly(entry("id", "UUID"), entry("index", "{[UUID]}"));
    }

    @Test
    void schemasMayContainThemselves() {
        Reading reading = Reading.schemas("""
                Node: {properties: {next: {$ref: '#/components/schemas/Node'}, all: {type: array, items: {$ref: '#/components/schemas/Other'}}}}
                Other: {properties: {node: {$ref: '#/components/schemas/Node'}}}
                """);
        assertThat(reading.clean().properties("Node")).containsExactly(entry("next", "Node"), entry("all", "[Other]"));
        assertThat(reading.properties("Other")).containsExactly(entry("node", "Node"));
    }

    @Test
    void listOfItselfIsReported() {
        Problem problem = Reading.schemas("Deep: {type: array, items: {$ref: '#/components/schemas/Deep'}}")
                .warned("recursive-alias");
        assertThat(problem.at().pointer()).isEqualTo("/components/schemas/Deep");
    }

    @Test
    void inlineTypesAreNamedByTheirPlace() {
        Reading reading = Reading.schemas("""
                Pet:
                  properties:
                    address: {properties: {city: {type: string}, geo: {properties: {lat: {type: number}}}}}
                    tags: {type: array, items: {properties: {label: {type: string}}}}
                    prices: {additionalProperties: {properties: {amount: {type: number}}}}
                    mood: {type: string, enum: [good, bad]}
                """);
        assertThat(reading.clean().properties("Pet"))
                .containsExactly(
                        entry("address", "PetAddress"),
                        entry("tags", "[PetTagsItem]"),
                        entry("prices", "{PetPricesValue}"),
                        entry("mood", "PetMood"));
        assertThat(reading.properties("PetAddress")).containsEntry("geo", "PetAddressGeo");
    }

    @Test
    void addingASchemaRenamesNoOther() {
        String pet = "Pet: {properties: {address: {properties: {city: {type: string}}}}}\n";
        String added = "Address: {properties: {city: {type: string}}}\nPetAddress: {type: string, enum: [a]}\n";
        var before = Reading.schemas(pet).get().types();
        var after = Reading.schemas(added + pet).get();
        before.forEach(
                type -> assertThat(after.type(type.id()).orElseThrow().name()).isEqualTo(type.name()));
    }

    @Test
    void typeListsIn31() {
        Reading reading = Reading.schemas31("""
                Holder:
                  properties:
                    maybe: {type: [string, 'null'], format: date}
                    number: {type: [integer, number]}
                    either: {type: [string, integer]}
                    none: {type: 'null'}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(
                        entry("maybe", "DATE"),
                        entry("number", "DECIMAL"),
                        entry("either", "HolderEither"),
                        entry("none", "ANY"));
        assertThat(reading.property("Holder", "maybe").nullable()).isTrue();
        assertThat(reading.property("Holder", "none").nullable()).isTrue();
        assertThat(reading.union("HolderEither").cases().stream().map(reading::spelled))
                .containsExactlyInAnyOrder("STRING", "INT64");
    }

    @Test
    void tuplesAreListsOfWhatTheirItemsShare() {
        Reading reading = Reading.schemas31("""
                Holder:
                  properties:
                    point: {type: array, prefixItems: [{type: number}, {type: number}], items: false}
                    row: {type: array, prefixItems: [{type: number}, {type: string}]}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(entry("point", "[DECIMAL]"), entry("row", "[ANY]"));
    }

    @Test
    void aTupleThatMayHaveFurtherItemsIsReported() {
        Reading reading = Reading.schemas31("""
                Holder:
                  properties:
                    point: {type: array, prefixItems: [{type: number}, {type: number}]}
                    most: {type: array, prefixItems: [{type: number}, {type: number}], maxItems: 2}
                    more: {type: array, prefixItems: [{type: number}], items: {type: number}}
                    none: {type: array, prefixItems: [{type: number}], unevaluatedItems: false}
                """);

        assertThat(reading.warned("open-tuple").at().pointer())
                .isEqualTo("/components/schemas/Holder/properties/point");
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.properties("Holder").values()).containsOnly("[DECIMAL]");
    }

    @Test
    void aDiscriminatorThatIsNoTextIsReportedAndMakesNoFamily() {
        Reading reading = Reading.schemas("""
                Page: {type: object, discriminator: {propertyName: content}, properties: {content: {type: array, items: {}}}}
                Pet: {type: object, properties: {name: {type: string}}}
                Pets:
                  allOf:
                    - {$ref: '#/components/schemas/Page'}
                    - {properties: {content: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
                """);

        assertThat(reading.warned("stray-member").message())
                .isEqualTo("'discriminator' names 'content', which is no text; it is ignored.");
        assertThat(reading.properties("Pets")).containsExactly(entry("content", "[Pet]"));
    }

    @Test
    void whatSaysNothingAboutValuesOfItsTypeIsReported() {
        Reading reading = Reading.schemas("""
                Holder:
                  properties:
                    text: {type: string, items: {type: integer}}
                    number: {type: integer, properties: {a: {type: string}}, additionalProperties: false}
                    map: {type: boolean, nullable: true, additionalProperties: {type: string}}
                    values: {type: array, enum: [a, b], items: {type: string}}
                    lists: {type: array, enum: [[a], [b]], items: {type: string}}
                """);

        assertThat(reading.problems())
                .extracting(Problem::code, Problem::message)
                .containsExactly(
                        tuple("stray-member", "'items' says nothing about a value of type 'string'; it is ignored."),
                        tuple(
                                "stray-member",
                                "'properties' says nothing about a value of type 'integer'; it is ignored."),
                        tuple(
                                "stray-member",
                                "'additionalProperties' says nothing about a value of type 'boolean'; it is ignored."),
                        tuple(
                                "stray-member",
                                "None of the values of 'enum' is a list, which 'type: array' asks for; 'enum' is ignored."));
        assertThat(reading.properties("Holder"))
                .containsExactly(
                        entry("text", "STRING"),
                        entry("number", "INT64"),
                        entry("map", "BOOLEAN"),
                        entry("values", "[STRING]"),
                        entry("lists", "[STRING]"));
    }

    @Test
    void membersOfListsAndItemsOfObjectsAreReported() {
        Reading reading = Reading.schemas("""
                Holder:
                  properties:
                    list: {type: array, items: {type: string}, properties: {a: {type: string}}}
                    object: {type: object, items: {type: string}, properties: {a: {type: string}}}
                    either: {items: {}, properties: {a: {type: string}}}
                    plain: {type: object, items: {type: string}}
                """);

        assertThat(reading.problems())
                .extracting(Problem::code, Problem::message)
                .containsExactly(
                        tuple(
                                "stray-member",
                                "'properties' says nothing about a list, whose items say what it holds; it is ignored."),
                        tuple(
                                "stray-member",
                                "'items' says nothing about an object; it is ignored. (first of 3 places)"));
        assertThat(reading.properties("Holder"))
                .containsExactly(
                        entry("list", "[STRING]"),
                        entry("object", "HolderObject"),
                        entry("either", "HolderEither"),
                        entry("plain", "ANY"));
        assertThat(reading.properties("HolderEither")).containsExactly(entry("a", "STRING"));
    }

    @Test
    void itemsBesidePartsThatOnlyRestrictMakeAList() {
        Reading reading = Reading.schemas31("""
                Holder:
                  properties:
                    some: {allOf: [{minItems: 1}, {uniqueItems: true}], items: {type: string}}
                    either: {anyOf: [{minItems: 1}, {maxItems: 9}], items: {type: integer, format: int32}, nullable: true}
                    pair: {oneOf: [{maxItems: 2}], prefixItems: [{type: string}], items: false}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(entry("some", "[STRING]"), entry("either", "[INT32]"), entry("pair", "[STRING]"));
    }

    @Test
    void itemsBesidePartsThatTellTheTypeAreReported() {
        Reading reading = Reading.schemas31("""
                Names: {type: array, items: {type: string}}
                Holder:
                  properties:
                    all: {allOf: [{$ref: '#/components/schemas/Names'}], items: {type: string, maxLength: 3}}
                    one: {oneOf: [{type: string}, {type: integer}], items: {type: string}}
                    maybe: {anyOf: [{nullable: true}, {type: object}], items: {type: string}}
                    told: {type: array, allOf: [{$ref: '#/components/schemas/Names'}], items: {type: string}}
                Text: {type: string, allOf: [{minLength: 1}], items: {type: string}}
                """);

        assertThat(reading.problems())
                .extracting(Problem::code, problem -> problem.at().pointer(), Problem::message, Problem::hints)
                .containsExactly(
                        tuple(
                                "stray-member",
                                "/components/schemas/Holder/properties/all",
                                "'items' counts beside 'type: array' only, if there are 'allOf', 'oneOf' or 'anyOf'; it is"
                                        + " ignored. (first of 3 places)",
                                List.of("say 'type: array' where the items stand")),
                        tuple(
                                "stray-member",
                                "/components/schemas/Holder/properties/told",
                                "'allOf' says nothing about a list, whose items say what it holds; it is ignored.",
                                List.of()),
                        tuple(
                                "stray-member",
                                "/components/schemas/Text",
                                "'items' says nothing about a value of type 'string'; it is ignored.",
                                List.of()));
        assertThat(reading.properties("Holder")).contains(entry("all", "[STRING]"), entry("told", "[STRING]"));
    }

    @Test
    void whatIsWrongWithADeclaredSchemaIsWrongInOnePlace() {
        Reading reading = Reading.schemas31("""
                Wrapped: {schema: {type: string}}
                Lost: {$ref: '#/components/schemas/Loss'}
                Beside: {$ref: '#/components/schemas/Wrapped', not: {type: string}}
                """);

        assertThat(reading.problems())
                .extracting(Problem::code, problem -> problem.places().size())
                .containsExactly(tuple("wrong-kind", 1), tuple("unknown-ref", 1), tuple("not-generated", 1));
    }

    @Test
    void patternPropertiesAreMaps() {
        Reading reading = Reading.schemas31("Holder: {properties: {it: {patternProperties: {'^x': {type: string}}}}}");
        assertThat(reading.clean().properties("Holder")).containsExactly(entry("it", "{STRING}"));
    }

    @Test
    void booleanSchemasIn31() {
        Reading reading = Reading.schemas31("Holder: {properties: {it: true, list: {type: array, items: true}}}");
        assertThat(reading.clean().properties("Holder")).containsExactly(entry("it", "ANY"), entry("list", "[ANY]"));
    }

    @Test
    void whatStandsBesideAReferenceCountsFrom31On() {
        String schemas = """
                Pet: {description: Any pet., properties: {name: {type: string}}}
                Holder:
                  properties:
                    pet: {$ref: '#/components/schemas/Pet', description: This pet., readOnly: true}
                """;
        Property in30 = Reading.schemas(schemas).clean().property("Holder", "pet");
        assertThat(in30.docs().text()).isEmpty();
        assertThat(in30.access()).isEqualTo(Property.Access.READ_WRITE);
        Reading reading = Reading.schemas31(schemas).clean();
        Property in31 = reading.property("Holder", "pet");
        assertThat(reading.spelled(in31.type())).isEqualTo("Pet");
        assertThat(in31.docs().text()).isEqualTo("This pet.");
        assertThat(in31.access()).isEqualTo(Property.Access.READ_ONLY);
    }

    @Test
    void structureBesideAReferenceIsMergedIn31() {
        Reading reading = Reading.schemas31("""
                Pet: {properties: {name: {type: string}}}
                Dog: {$ref: '#/components/schemas/Pet', properties: {breed: {type: string}}}
                """);
        assertThat(reading.clean().properties("Dog")).containsOnlyKeys("name", "breed");
    }

    @Test
    void unknownTypeIsReadAsWhatItLooksLike() {
        Reading reading = Reading.schemas("Holder: {properties: {a: {type: String}, b: {type: whatever}}}");
        assertThat(reading.properties("Holder")).containsExactly(entry("a", "STRING"), entry("b", "ANY"));
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("unknown-type", "unknown-type");
        assertThat(reading.problems().get(0).at().pointer()).isEqualTo("/components/schemas/Holder/properties/a/type");
    }

    @Test
    void unknownXLatheTypeIsReported() {
        Problem problem = Reading.schemas("Holder: {properties: {a: {type: integer, x-lathe-type: epoch}}}")
                .warned("unknown-extension");
        assertThat(problem.at().pointer()).isEqualTo("/components/schemas/Holder/properties/a/x-lathe-type");
    }

    @Test
    void defaultsAreSaidInTheDescription() {
        Reading reading = Reading.schemas("""
                Pet:
                  type: object
                  properties:
                    size: {type: integer, description: How large., default: 10}
                    name: {type: string, default: ''}
                    tags: {type: array, items: {type: string}, default: []}
                    more: {type: array, items: {type: string}, default: [a, b]}
                    long: {type: array, items: {type: string}, default: [%s]}
                    none: {type: string, nullable: true, default: null}
                """.formatted("a".repeat(300))).clean();

        assertThat(reading.property("Pet", "size").docs().text()).isEqualTo("How large.\n\nDefault: 10.");
        assertThat(reading.property("Pet", "name").docs().text()).isEqualTo("Default: an empty text.");
        assertThat(reading.property("Pet", "tags").docs().text()).isEqualTo("Default: an empty list.");
        assertThat(reading.property("Pet", "more").docs().text()).isEqualTo("Default: [\"a\",\"b\"].");
        assertThat(reading.property("Pet", "long").docs().text()).isEmpty();
        assertThat(reading.property("Pet", "none").docs().text()).isEmpty();
    }

    @Test
    void confidenceIsSaidInTheDescription() {
        Reading reading = Reading.schemas("""
                A: {description: First., x-lathe-confidence: client, properties: {b: {type: string, x-lathe-confidence: inferred}}}
                """);
        assertThat(reading.clean().object("A").docs().text())
                .isEqualTo("First.\n\nNot documented by the vendor; seen in public clients.");
        assertThat(reading.property("A", "b").docs().text()).isEqualTo("Inferred; nothing documents it.");
    }

    @Test
    void misspelledKeywordIsHintedAt() {
        Problem problem = Reading.schemas("A: {type: object, propertys: {b: {type: string}}}")
                .warned("unknown-member");
        assertThat(problem.hints()).containsExactly("did you mean 'properties'?");
        assertThat(problem.at().pointer()).isEqualTo("/components/schemas/A/propertys");
    }

    @Test
    void wrongKindIsReportedWithItsPlaceAndLeftOut() {
        Reading reading = Reading.schemas("A: {properties: {b: 5, c: {type: string}}}");
        assertThat(reading.warned("wrong-kind").at().pointer()).isEqualTo("/components/schemas/A/properties/b");
        assertThat(reading.properties("A")).containsExactly(entry("b", "ANY"), entry("c", "STRING"));
    }

    @Test
    void requiredFlagAtTheMemberCounts() {
        Reading reading = Reading.schemas("A: {properties: {b: {type: string, required: true}, c: {type: string}}}");
        reading.warned("wrong-kind");
        assertThat(reading.property("A", "b").required()).isTrue();
        assertThat(reading.property("A", "c").required()).isFalse();
    }

    @Test
    void schemaWrappedInASchemaIsUnwrapped() {
        Reading reading = Reading.schemas("A: {properties: {b: {schema: {type: integer}}}}");
        reading.warned("wrong-kind");
        assertThat(reading.properties("A")).containsExactly(entry("b", "INT64"));
    }

    @Test
    void schemaWrappedLikeThatOfAParameterIsUnwrappedAndKeepsItsDescription() {
        Reading reading = Reading.schemas("""
                        A:
                          properties:
                            b: {description: About b., type: object, required: true, schema: {$ref: '#/components/schemas/B'}, example: {}}
                            c: {type: object, properties: {d: {type: string}}, schema: {type: integer}}
                        B: {properties: {e: {type: string}}}
                        """);
        reading.warned("wrong-kind");
        assertThat(reading.properties("A").get("b")).isEqualTo("B");
        assertThat(reading.property("A", "b").docs().text()).isEqualTo("About b.");
        assertThat(reading.property("A", "b").required()).isTrue();
        assertThat(reading.properties("A").get("c")).isNotEqualTo("INT64");
    }

    @Test
    void keywordThatClientsDoNotCheckIsReportedOnce() {
        Problem problem = Reading.schemas("""
                        A: {not: {required: [x]}, properties: {b: {type: string, not: {enum: [z]}}}}
                        """).warned("not-generated");
        assertThat(problem.message()).contains("'not'").endsWith("(first of 2 places)");
    }
}
