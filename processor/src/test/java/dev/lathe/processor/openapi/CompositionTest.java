package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Property.Access;
import dev.lathe.processor.model.TypeId;
import org.junit.jupiter.api.Test;

/** {@code allOf}: inheritance where there is a discriminator, else merged members. */
class CompositionTest {

    private static TypeId id(String schema) {
        return new TypeId("#/components/schemas/" + schema);
    }

    @Test
    void partsAreMerged() {
        Reading reading = Reading.schemas("""
                Named: {required: [name], properties: {name: {type: string}}}
                Dated: {properties: {born: {type: string, format: date}}}
                Pet:
                  allOf:
                    - {$ref: '#/components/schemas/Named'}
                    - {$ref: '#/components/schemas/Dated'}
                    - {type: object, required: [born], properties: {tag: {type: string}}}
                  properties: {own: {type: integer}}
                """);
        assertThat(reading.clean().properties("Pet"))
                .containsExactly(
                        entry("name", "STRING"), entry("born", "DATE"), entry("tag", "STRING"), entry("own", "INT64"));
        assertThat(reading.object("Pet").base()).isEmpty();
        assertThat(reading.property("Pet", "name").required()).isTrue();
        assertThat(reading.property("Pet", "born").required()).isTrue();
        assertThat(reading.property("Pet", "tag").required()).isFalse();
    }

    @Test
    void laterPartsSayMoreAboutAMember() {
        Reading reading = Reading.schemas("""
                Base: {properties: {id: {type: string, description: Old.}, at: {type: string, format: date}}}
                Pet:
                  allOf:
                    - {$ref: '#/components/schemas/Base'}
                    - {properties: {id: {type: integer, readOnly: true}, at: {description: New.}}}
                """);
        assertThat(reading.properties("Pet")).containsExactly(entry("id", "INT64"), entry("at", "DATE"));
        Problem conflict = reading.warned("conflicting-types");
        assertThat(conflict.at().pointer()).isEqualTo("/components/schemas/Pet/allOf/1/properties/id");
        assertThat(conflict.message()).contains("'id' of 'Pet' is a number and a text");
        assertThat(reading.property("Pet", "id").access()).isEqualTo(Access.READ_ONLY);
        assertThat(reading.property("Pet", "at").docs().text()).isEqualTo("New.");
    }

    @Test
    void onePartAloneIsThatPart() {
        Reading reading = Reading.schemas("""
                Pet: {properties: {name: {type: string}}}
                Mood: {type: string, enum: [good, bad]}
                Holder:
                  properties:
                    pet: {nullable: true, description: Mine., allOf: [{$ref: '#/components/schemas/Pet'}]}
                    mood: {default: good, allOf: [{$ref: '#/components/schemas/Mood'}]}
                    told: {allOf: [{$ref: '#/components/schemas/Pet'}, {description: Told.}]}
                """);
        assertThat(reading.clean().properties("Holder"))
                .containsExactly(entry("pet", "Pet"), entry("mood", "Mood"), entry("told", "Pet"));
        assertThat(reading.property("Holder", "pet").nullable()).isTrue();
        assertThat(reading.property("Holder", "pet").docs().text()).isEqualTo("Mine.");
    }

    @Test
    void sharedSchemaOfOnePartIsATypeOfItsOwn() {
        Reading reading = Reading.schemas("""
                Pet: {properties: {name: {type: string}}}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
                """);
        assertThat(reading.clean().properties("Dog")).containsExactly(entry("name", "STRING"));
    }

    @Test
    void partsOfSingleValuesAreASingleValue() {
        Reading reading = Reading.schemas("""
                Id: {type: string, format: uuid}
                Strict: {allOf: [{$ref: '#/components/schemas/Id'}, {minLength: 36}]}
                Holder: {properties: {id: {$ref: '#/components/schemas/Strict'}}}
                """);
        assertThat(reading.clean().properties("Holder")).containsExactly(entry("id", "UUID"));
    }

    @Test
    void discriminatorMakesAFamily() {
        Reading reading = Reading.schemas("""
                Pet:
                  required: [kind]
                  properties: {kind: {type: string}, name: {type: string}}
                  discriminator: {propertyName: kind, mapping: {kitty: '#/components/schemas/Cat', rex: Dog}}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}, name: {type: string}}}]}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
                Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {weeks: {type: integer}}}]}
                Fish: {allOf: [{$ref: '#/components/schemas/Pet'}], properties: {kind: {type: string, enum: [bubbles]}}}
                """);
        ObjectDecl pet = reading.clean().object("Pet");
        assertThat(pet.discriminator().orElseThrow().property()).isEqualTo("kind");
        assertThat(pet.discriminator().orElseThrow().mapping())
                .containsExactly(
                        entry("kitty", id("Cat")),
                        entry("rex", id("Dog")),
                        entry("Pet", id("Pet")),
                        entry("Puppy", id("Puppy")),
                        entry("bubbles", id("Fish")));
        assertThat(reading.object("Cat").base()).contains(id("Pet"));
        assertThat(reading.properties("Cat")).containsExactly(entry("lives", "INT64"));
        assertThat(reading.object("Dog").properties()).isEmpty();
        assertThat(reading.object("Puppy").base()).contains(id("Dog"));
        assertThat(reading.object("Cat").discriminator()).isEmpty();
    }

    @Test
    void aMappingThatLeadsNowhereLeavesTheHeadOfTheFamily() {
        Reading reading = Reading.schemas("""
                Pet:
                  properties: {kind: {type: string}}
                  discriminator: {propertyName: kind, mapping: {moos: Cow, Cat: Feline, CAT: Feline}}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
                """);
        assertThat(reading.problems())
                .extracting(Problem::code, Problem::message)
                .containsExactly(
                        tuple(
                                "unknown-ref",
                                "No schema is named 'Cow'. Values whose 'kind' is 'moos' are read as 'Pet'."),
                        tuple(
                                "unknown-ref",
                                "No schema is named 'Feline'. Values whose 'kind' is 'CAT' are read as 'Pet'."));
        assertThat(reading.problems().get(0).at().pointer())
                .isEqualTo("/components/schemas/Pet/discriminator/mapping/moos");
    }

    @Test
    void headOfAFamilyMayListItsChildren() {
        Reading reading = Reading.schemas("""
                Pet:
                  properties: {kind: {type: string}}
                  discriminator: {propertyName: kind}
                  oneOf: [{$ref: '#/components/schemas/Cat'}]
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
                """);
        assertThat(reading.clean().object("Cat").base()).contains(id("Pet"));
        assertThat(reading.object("Pet").discriminator().orElseThrow().mapping())
                .containsEntry("Cat", id("Cat"));
    }

    @Test
    void casesBesideMembersAreMembersToo() {
        Reading reading = Reading.schemas("""
                Search:
                  required: [size]
                  properties: {size: {type: integer}}
                  oneOf:
                    - {required: [name], properties: {name: {type: string}}}
                    - {required: [id], properties: {id: {type: integer}}}
                """);
        assertThat(reading.clean().properties("Search")).containsOnlyKeys("size", "name", "id");
        assertThat(reading.property("Search", "size").required()).isTrue();
        assertThat(reading.property("Search", "name").required()).isFalse();
    }

    @Test
    void casesThatOnlyRestrictAreNoUnion() {
        Reading reading = Reading.schemas(
                "Search: {properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}");
        assertThat(reading.clean().properties("Search")).containsOnlyKeys("a", "b");
    }

    @Test
    void schemaThatIsAPartOfItselfIsAnError() {
        Reading reading = Reading.schemas("""
                A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {x: {type: string}}}]}
                B: {allOf: [{$ref: '#/components/schemas/A'}]}
                """);
        Problem problem = reading.only("ref-cycle");
        assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
        assertThat(problem.message()).isEqualTo("The 'allOf' of 'A' leads back to the schema itself.");
    }

    @Test
    void partsWithoutMembersThatLeadBackAreAnErrorToo() {
        Reading.schemas("""
                        A: {allOf: [{$ref: '#/components/schemas/B'}]}
                        B: {allOf: [{$ref: '#/components/schemas/A'}]}
                        """).only("ref-cycle");
    }

    @Test
    void partsThatAreSharedManyTimesCostNothing() {
        StringBuilder schemas = new StringBuilder("S0: {properties: {x: {type: string}}}\n");
        for (int i = 1; i < 40; i++) {
            String below = "{$ref: '#/components/schemas/S" + (i - 1) + "'}";
            schemas.append("S" + i + ": {allOf: [" + below + ", " + below + "]}\n");
        }
        assertThat(Reading.schemas(schemas.toString()).clean().properties("S39"))
                .containsOnlyKeys("x");
    }

    @Test
    void longChainsOfSchemasAreRead() {
        StringBuilder schemas = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            schemas.append("S" + i + ": {properties: {next: {$ref: '#/components/schemas/S" + (i + 1) + "'}}}\n");
        }
        schemas.append("S5000: {type: string}\n");
        assertThat(Reading.schemas(schemas.toString()).clean().get().types()).hasSize(5_000);
    }

    @Test
    void chainsOfAliasesThatAreTooLongAreAnError() {
        StringBuilder schemas = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            schemas.append("S" + i + ": {type: array, items: {$ref: '#/components/schemas/S" + (i + 1) + "'}}\n");
        }
        schemas.append("S10000: {type: string}\n");
        Reading.schemas(schemas.toString()).refused("too-deep");
    }

    @Test
    void objectsWithinPartsAreMergedToo() {
        Reading reading = Reading.schemas("""
                Base: {properties: {meta: {properties: {a: {type: string}, deep: {properties: {p: {type: string}}}}}}}
                Other: {properties: {meta: {nullable: true, properties: {b: {type: string}, deep: {properties: {q: {type: string}}}}}}}
                Pet: {allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Other'}]}
                Own: {allOf: [{$ref: '#/components/schemas/Base'}], properties: {meta: {properties: {c: {type: string}}}}}
                """);
        assertThat(reading.clean().properties("Pet")).containsExactly(entry("meta", "PetMeta"));
        assertThat(reading.property("Pet", "meta").nullable()).isTrue();
        assertThat(reading.properties("PetMeta"))
                .containsExactly(entry("a", "STRING"), entry("deep", "PetMetaDeep"), entry("b", "STRING"));
        assertThat(reading.properties("PetMetaDeep")).containsOnlyKeys("p", "q");
        assertThat(reading.properties("OwnMeta")).containsOnlyKeys("a", "deep", "c");
    }

    @Test
    void membersThatContainTheirOwnersAreMergedOnce() {
        Reading reading = Reading.schemas("""
                A: {properties: {self: {$ref: '#/components/schemas/A'}, a: {type: string}}}
                B: {properties: {self: {$ref: '#/components/schemas/B'}, b: {type: string}}}
                C: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
                """);
        assertThat(reading.clean().properties("C")).containsEntry("self", "CSelf");
        assertThat(reading.properties("CSelf"))
                .containsExactly(entry("self", "CSelf"), entry("a", "STRING"), entry("b", "STRING"));
    }

    @Test
    void partsThatCannotBothHoldAreReported() {
        Reading reading = Reading.schemas("Code: {allOf: [{type: string}, {type: integer}]}\n"
                + "Pet: {properties: {code: {$ref: '#/components/schemas/Code'}}}");
        assertThat(reading.warned("conflicting-types").at().pointer()).isEqualTo("/components/schemas/Code");
        assertThat(reading.properties("Pet")).containsExactly(entry("code", "STRING"));
    }

    @Test
    void aTypeThatIsNoneOfThePartsOrCasesIsReported() {
        Reading reading = Reading.schemas("""
                Code: {type: string, enum: [a, b]}
                Tree: {oneOf: [{$ref: '#/components/schemas/Code'}, {type: array, items: {$ref: '#/components/schemas/Tree'}}]}
                Holder:
                  properties:
                    part: {type: string, allOf: [{type: integer}]}
                    cases: {type: string, oneOf: [{type: integer}, {type: boolean}]}
                    named: {type: object, allOf: [{$ref: '#/components/schemas/Code'}]}
                    same: {type: string, nullable: true, allOf: [{$ref: '#/components/schemas/Code'}]}
                    some: {type: string, oneOf: [{type: integer}, {type: string}]}
                    list: {type: array, allOf: [{type: array, items: {type: string}}]}
                    tree: {type: object, oneOf: [{$ref: '#/components/schemas/Tree'}]}
                """);

        assertThat(reading.problems())
                .extracting(Problem::code, problem -> problem.at().pointer(), Problem::message)
                .containsExactly(
                        tuple(
                                "conflicting-types",
                                "/components/schemas/Holder/properties/part",
                                "'HolderPart' is a text by its 'type' and a number by what it combines, which counts."),
                        tuple(
                                "conflicting-types",
                                "/components/schemas/Holder/properties/cases",
                                "'HolderCases' is a text by its 'type' and a number or a flag by what it combines, which"
                                        + " counts."),
                        tuple(
                                "conflicting-types",
                                "/components/schemas/Holder/properties/named",
                                "'HolderNamed' is an object by its 'type' and a text by what it combines, which counts."),
                        tuple(
                                "conflicting-types",
                                "/components/schemas/Holder/properties/tree",
                                "'HolderTree' is an object by its 'type' and a text or a list by what it combines, which"
                                        + " counts."));
        assertThat(reading.properties("Holder"))
                .contains(
                        entry("part", "INT64"),
                        entry("named", "Code"),
                        entry("same", "Code"),
                        entry("list", "[STRING]"));
    }

    @Test
    void membersThatAreThereOnAConditionAreMembersToo() {
        Reading reading = Reading.schemas31("""
                Address:
                  type: object
                  required: [country]
                  properties: {country: {type: string}, kind: {type: string}}
                  if: {properties: {country: {const: US}}}
                  then: {required: [zip], properties: {zip: {type: integer}, kind: {const: us}, name: {type: string}}}
                  else: {$ref: '#/components/schemas/Other'}
                  dependentSchemas: {vat: {properties: {vatCountry: {type: string, format: date}}}}
                Other: {properties: {postcode: {type: string}, name: {type: integer}}}
                """);

        assertThat(reading.problems()).extracting(Problem::code).containsExactly("not-generated");
        assertThat(reading.properties("Address"))
                .containsOnly(
                        entry("zip", "INT64"),
                        entry("kind", "STRING"),
                        entry("name", "ANY"),
                        entry("postcode", "STRING"),
                        entry("vatCountry", "DATE"),
                        entry("country", "STRING"));
    }

    @Test
    void listsThatCannotBothHoldAreReported() {
        Reading reading = Reading.schemas("""
                Base: {type: object, properties: {codes: {type: array, items: {type: string}}, any: {type: array, items: {}}}}
                Pet:
                  allOf:
                    - {$ref: '#/components/schemas/Base'}
                    - {properties: {codes: {type: array, items: {type: integer}}, any: {type: array, items: {type: array, items: {type: boolean}}}}}
                """);

        assertThat(reading.warned("conflicting-types").message())
                .isEqualTo(
                        "'codes' of 'Pet' is a list of numbers and a list of texts in different parts of 'allOf'; the"
                                + " last one counts.");
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.properties("Pet")).contains(entry("codes", "[INT64]"), entry("any", "[[BOOLEAN]]"));
    }

    @Test
    void aListThatIsLimitedOnlyKeepsTheTypeOfItsItems() {
        Reading reading = Reading.schemas("""
                Base: {type: object, properties: {tags: {type: array, items: {type: string}}}}
                Pet: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {tags: {type: array, maxItems: 3}}}]}
                """);

        assertThat(reading.clean().properties("Pet")).containsExactly(entry("tags", "[STRING]"));
    }

    @Test
    void ofSeveralPartsTheOneThatSaysMostCounts() {
        Reading reading = Reading.schemas("""
                Pet:
                  properties:
                    mood: {allOf: [{type: string}, {type: string, enum: [good, bad]}]}
                    tags: {allOf: [{type: array, items: {}}, {type: array, items: {type: string}}]}
                """);
        assertThat(reading.clean().properties("Pet"))
                .containsExactly(entry("mood", "PetMood"), entry("tags", "[STRING]"));
    }

    @Test
    void membersThatDifferFromCaseToCaseAreAnyJson() {
        Reading reading = Reading.schemas("""
                Change:
                  properties: {path: {type: string}}
                  oneOf:
                    - {properties: {value: {type: string}, when: {type: string, format: date}, same: {type: integer}}}
                    - {properties: {value: {type: integer}, when: {type: string}, same: {type: integer}}}
                """);
        assertThat(reading.clean().properties("Change"))
                .containsExactly(
                        entry("value", "ANY"), entry("when", "ANY"), entry("same", "INT64"), entry("path", "STRING"));
    }

    @Test
    void anotherNameForAUnionIsTheUnion() {
        Reading reading = Reading.schemas("""
                Cat: {properties: {lives: {type: integer}}}
                Dog: {properties: {bark: {type: string}}}
                Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
                Friend: {description: Who plays with me., allOf: [{$ref: '#/components/schemas/Pet'}]}
                Holder: {properties: {friend: {$ref: '#/components/schemas/Friend'}}}
                """);
        assertThat(reading.clean().properties("Holder")).containsExactly(entry("friend", "Pet"));
    }

    @Test
    void objectsWithinListsOfSeveralPartsAreMergedToo() {
        Reading reading = Reading.schemas("""
                Base: {type: object, properties: {lines: {type: array, items: {type: object, properties: {price: {type: number}}}}}}
                Order:
                  allOf:
                    - {$ref: '#/components/schemas/Base'}
                    - {properties: {lines: {type: array, nullable: true, items: {type: object, properties: {name: {type: string}}}}}}
                """).clean();

        assertThat(reading.properties("Order")).containsExactly(entry("lines", "[OrderLinesItem]"));
        assertThat(reading.property("Order", "lines").nullable()).isTrue();
        assertThat(reading.properties("OrderLinesItem"))
                .containsExactly(entry("price", "DECIMAL"), entry("name", "STRING"));
    }

    @Test
    void aMemberThatATypeOfAFamilyNarrowsIsReported() {
        Reading reading = Reading.schemas("""
                Pet:
                  type: object
                  discriminator: {propertyName: kind}
                  properties:
                    kind: {type: string}
                    since: {type: string}
                    friend: {$ref: '#/components/schemas/Pet'}
                    friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                    home: {}
                Cat:
                  allOf:
                    - {$ref: '#/components/schemas/Pet'}
                    - properties:
                        kind: {type: string, enum: [cat]}
                        since: {type: string, format: date}
                        friend: {$ref: '#/components/schemas/Cat'}
                        friends: {type: array, items: {$ref: '#/components/schemas/Cat'}}
                        home: {type: object, properties: {street: {type: string}}}
                """);

        assertThat(reading.warned("inherited-type").message())
                .isEqualTo(
                        "'home' is of another type in 'Cat' than in the type that it inherits from; it is read as that"
                                + " says.");
        assertThat(reading.problems().get(0).at().pointer())
                .isEqualTo("/components/schemas/Cat/allOf/1/properties/home");
        assertThat(reading.properties("Pet")).contains(entry("home", "ANY"));
    }

    @Test
    void aPlainTextInALaterPartKeepsWhatAnEarlierOneSaysOfIt() {
        Reading reading = Reading.schemas("""
                Base: {type: object, properties: {kind: {type: string, enum: [a, b]}, since: {type: string, format: date}}}
                Pet:
                  allOf:
                    - {$ref: '#/components/schemas/Base'}
                    - {properties: {kind: {type: string, nullable: true, example: a}, since: {type: string}}}
                """).clean();

        assertThat(reading.properties("Pet")).containsExactly(entry("kind", "BaseKind"), entry("since", "DATE"));
        assertThat(reading.property("Pet", "kind").nullable()).isTrue();
    }

    @Test
    void aListOfTextsThatDiffersFromCaseToCaseHasTheValuesOfAll() {
        Reading reading = Reading.schemas("""
                Grant:
                  properties: {id: {type: string}}
                  oneOf:
                    - {properties: {type: {type: string, enum: [password]}}}
                    - {properties: {type: {type: string, enum: [code, client, password]}}}
                """).clean();

        assertThat(reading.properties("Grant")).contains(entry("type", "GrantType"));
        assertThat(reading.values("GrantType")).containsExactly("password", "code", "client");
    }
}
