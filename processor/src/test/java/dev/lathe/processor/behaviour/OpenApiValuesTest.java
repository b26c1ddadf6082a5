package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients make of the schemas of an OpenAPI document: values as they travel. */
class OpenApiValuesTest {

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

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

    /** Reads the JSON as a {@code Thing}, runs the code on it, and gives back what is sent then. */
    private String roundTrip(String schemas, String wire, String code) throws Exception {
        service.answers(200, wire).answers(200, "{}");
        Client.openApi(folder, echo(schemas), """
                Thing thing = api.x().echo(new Thing());
                %s
                api.x().echo(thing);
                return null;""".formatted(code)).run(service.base());
        return service.asked().get(1).body();
    }

    @Test
    void absentNullAndValueAreThreeStatesWhateverIsRequiredOrNullable() throws Exception {
        String schema = """
                Thing:
                  type: object
                  required: [a, b]
                  properties:
                    a: {type: string}
                    b: {type: [string, 'null']}
                    c: {type: string}
                    d: {type: [string, 'null']}
                """;

        assertThat(roundTrip(schema, "{\"a\":\"1\",\"b\":null,\"d\":null}", ""))
                .isEqualTo("{\"a\":\"1\",\"b\":null,\"d\":null}");
        service.forget();
        assertThat(roundTrip(schema, "{\"a\":null,\"b\":\"2\"}", "thing.setC(null).setD(\"4\").unset(\"b\");"))
                .isEqualTo("{\"a\":null,\"c\":null,\"d\":\"4\"}");
    }

    @Test
    void listsOfValuesAreOpenWhateverTheirKind() throws Exception {
        String schema = """
                Thing:
                  type: object
                  properties:
                    texts: {type: string, enum: [a, 'b c', '']}
                    numbers: {type: integer, enum: [1, 2]}
                    decimals: {type: number, enum: [0.5, 1.50]}
                    flags: {type: boolean, enum: [true]}
                    nulls: {type: [string, 'null'], enum: [x, null]}
                    mixed: {enum: [1, one, true, null, {deep: [1]}]}
                    fixed: {const: always}
                    old: {type: string, enum: [a]}
                """;
        String wire =
                "{\"texts\":\"b c\",\"numbers\":2,\"decimals\":0.5,\"flags\":true,\"nulls\":null,\"mixed\":{\"deep\":[1]},"
                        + "\"fixed\":\"always\",\"old\":\"new\"}";

        assertThat(roundTrip(schema, wire, """
                boolean all = thing.getTexts() == ThingTexts.B_C
                        && thing.getNumbers() == ThingNumbers._2
                        && thing.getDecimals() == ThingDecimals._0_5
                        && thing.getFlags() == ThingFlags.TRUE
                        && thing.getNulls() == null
                        && thing.getMixed().isKnown()
                        && thing.getFixed() == ThingFixed.ALWAYS
                        && !thing.getOld().isKnown() && thing.getOld().value().equals("new");
                if (!all) {
                    throw new AssertionError(thing);
                }""")).isEqualTo(wire);
        service.forget();
        String unknown =
                "{\"texts\":\"z\",\"numbers\":30,\"decimals\":2.50,\"flags\":false,\"nulls\":\"y\",\"mixed\":[1.0],\"fixed\":\"never\"}";
        assertThat(roundTrip(schema, unknown, "")).isEqualTo(unknown);
    }

    @Test
    void numbersKeepAllTheirDigits() throws Exception {
        String wire = "{\"number\":0.1000000000000000000000000000001,\"integer\":9223372036854775807,"
                + "\"big\":123456789012345678901234567890,\"text\":\"12.50\",\"any\":1e400,\"unknown\":1.10}";

        assertThat(roundTrip("""
                Thing:
                  type: object
                  properties:
                    number: {type: number}
                    integer: {type: integer}
                    big: {type: integer, maximum: 1000000000000000000000000000000}
                    text: {type: string, format: decimal}
                    any: {}
                """, wire, "")).isEqualTo(wire);
    }

    @Test
    void formatsHaveTheirTypesAndUnknownOnesAreTheirBase() throws Exception {
        String wire =
                "{\"day\":\"2024-02-29\",\"at\":\"2024-02-29T12:00:00.500+02:00\",\"id\":\"6f0ed2a5-9d6a-4f06-8c59-4a7d1b6b5d0a\","
                        + "\"bytes\":\"AQI=\",\"long\":\"9007199254740993\",\"link\":\"https://example.com/a?b=c\",\"time\":\"PT1H30M\",\"odd\":\"x\",\"pan\":12}";

        assertThat(roundTrip("""
                Thing:
                  type: object
                  properties:
                    day: {type: string, format: date}
                    at: {type: string, format: date-time}
                    id: {type: string, format: uuid}
                    bytes: {type: string, format: byte}
                    long: {type: string, format: int64}
                    link: {type: string, format: uri}
                    time: {type: string, format: duration}
                    odd: {type: string, format: no-such-format}
                    pan: {type: integer, format: no-such-format}
                """, wire, """
                java.time.LocalDate day = thing.getDay();
                java.time.OffsetDateTime at = thing.getAt();
                UUID id = thing.getId();
                byte[] bytes = thing.getBytes();
                Long number = thing.getLong();
                URI link = thing.getLink();
                java.time.Duration time = thing.getTime();
                String odd = thing.getOdd();
                Long pan = thing.getPan();
                thing.setDay(day).setAt(at).setId(id).setBytes(bytes).setLong(number).setLink(link).setTime(time).setOdd(odd).setPan(pan);
                """)).isEqualTo(wire);
    }

    @Test
    void casesWithADiscriminatorAreToldByItWithAndWithoutMapping() throws Exception {
        service.answers(
                        200,
                        "[{\"kind\":\"C\",\"lives\":9},{\"kind\":\"Dog\",\"lives\":1},{\"name\":\"x\",\"kind\":\"Newt\"}]")
                .answers(200, "[]");
        Object seen = Client.openApi(folder, echo("""
                Thing: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                  discriminator: {propertyName: kind, mapping: {C: '#/components/schemas/Cat'}}
                Cat: {type: object, properties: {kind: {type: string}, lives: {type: integer}}}
                Dog: {type: object, properties: {kind: {type: string}, lives: {type: integer}}}
                """), """
                List<Pet> pets = api.x().echo(List.of(new Cat().setKind("C")));
                api.x().echo(pets);
                return pets.stream().map(pet -> pet.getClass().getSimpleName()).toList();""").run(service.base());

        assertThat(seen).isEqualTo(java.util.List.of("Cat", "Dog", "Unknown"));
        assertThat(service.asked().get(1).body())
                .isEqualTo(
                        "[{\"kind\":\"C\",\"lives\":9},{\"kind\":\"Dog\",\"lives\":1},{\"name\":\"x\",\"kind\":\"Newt\"}]");
    }

    @Test
    void casesThatEachFixAMemberAreToldByItAsByADiscriminator() throws Exception {
        service.answers(200, """
                [{"id":"1","type":"file"},{"type":"folder","id":"2"},{"id":"3","type":"link"},{"id":"4"},"5"]""").answers(200, "[]");
        Object seen = Client.openApi(folder, echo("""
                Thing: {type: array, items: {anyOf: [{$ref: '#/components/schemas/File'}, {$ref: '#/components/schemas/Folder'}, {type: string}]}}
                Item: {type: object, properties: {id: {type: string}}}
                File: {allOf: [{$ref: '#/components/schemas/Item'}, {properties: {type: {type: string, enum: [file]}}}]}
                Folder: {allOf: [{$ref: '#/components/schemas/Item'}, {properties: {type: {const: folder}}}]}
                """), """
                List<ThingItem> items = api.x().echo(List.of(new Folder().setId("9"), new ThingItem.OfString("s")));
                api.x().echo(items);
                return items.stream().map(item -> item.getClass().getSimpleName()).toList();""").run(service.base());

        assertThat(seen).isEqualTo(java.util.List.of("File", "Folder", "Unknown", "File", "OfString"));
        assertThat(service.asked().get(0).body()).isEqualTo("[{\"type\":\"folder\",\"id\":\"9\"},\"s\"]");
        assertThat(service.asked().get(1).body()).contains("{\"id\":\"3\",\"type\":\"link\"}");
    }

    /** The one who sends such a value has to choose; of one alone it is known. */
    @Test
    void casesThatEachEnumerateOtherValuesAreToldByThem() throws Exception {
        service.answers(200, """
                [{"type":"wechat","data":"1"},{"type":"sdk"},{"type":"redirect","url":"u"},{"type":"new","url":"u"},{"url":"u"}]""").answers(200, "[]");
        Object seen = Client.openApi(folder, echo("""
                Thing: {type: array, items: {oneOf: [{$ref: '#/components/schemas/Sdk'}, {$ref: '#/components/schemas/Redirect'}]}}
                Sdk: {type: object, properties: {url: {type: string}, data: {type: string}, type: {type: string, enum: [sdk, wechat]}}}
                Redirect: {type: object, properties: {url: {type: string}, type: {type: string, enum: [redirect]}}}
                """), """
                List<ThingItem> items = api.x().echo(List.of(new Sdk().setUrl("s"), new Redirect().setUrl("r")));
                return items.stream().map(item -> item.getClass().getSimpleName()).toList();""").run(service.base());

        assertThat(seen).isEqualTo(java.util.List.of("Sdk", "Sdk", "Redirect", "Unknown", "Sdk"));
        assertThat(service.asked().get(0).body()).isEqualTo("[{\"url\":\"s\"},{\"type\":\"redirect\",\"url\":\"r\"}]");
    }

    @Test
    void aFamilyIsToldByWhatItsMembersEnumerateButNotByWhatAllInherit() throws Exception {
        service.answers(200, """
                [{"kind":"cat"},{"kind":"tom"},{"kind":"Dog"},{"kind":"newt"}]""").answers(200, "[]");
        Object seen = Client.openApi(folder, echo("""
                Thing: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                Pet: {type: object, properties: {kind: {type: string, enum: [cat, tom, Dog]}}, discriminator: {propertyName: kind}}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {kind: {type: string, enum: [cat, tom]}}}]}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {age: {type: integer}}}]}
                """), """
                List<Pet> items = api.x().echo(List.of(new Cat(), new Dog()));
                return items.stream().map(item -> item.getClass().getSimpleName()).toList();""").run(service.base());

        assertThat(seen).isEqualTo(java.util.List.of("Cat", "Cat", "Dog", "Pet"));
        assertThat(service.asked().get(0).body()).isEqualTo("[{},{\"kind\":\"Dog\"}]");
    }

    @Test
    void whatAMappingLosesIsUnknownOrTheHeadOfTheFamilyUnlessItIsToldAnyway() throws Exception {
        service.answers(200, """
                {"pet":{"kind":"dog"},"pest":{"kind":"moos"},"one":{"form":"Round"},"other":{"form":"round"}}""");
        Object seen = Client.openApi(folder, echo("""
                Thing: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, pest: {$ref: '#/components/schemas/Pet'}, one: {$ref: '#/components/schemas/Form'}, other: {$ref: '#/components/schemas/Form'}}}
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                  discriminator: {propertyName: kind, mapping: {dog: Hound, moos: Cow}}
                Cat: {type: object, properties: {kind: {type: string}, lives: {type: integer}}}
                Dog: {type: object, properties: {kind: {type: string}, age: {type: integer}}}
                Form: {type: object, properties: {form: {type: string}}, discriminator: {propertyName: form, mapping: {Round: Circle, round: Circle}}}
                Round: {allOf: [{$ref: '#/components/schemas/Form'}, {properties: {radius: {type: integer}}}]}
                """), """
                Thing thing = api.x().echo(new Thing());
                return java.util.stream.Stream.of(thing.getPet(), thing.getPest(), thing.getOne(), thing.getOther())
                        .map(one -> one.getClass().getSimpleName()).toList();""", "-Alathe.silence=unknown-ref")
                .run(service.base());

        assertThat(seen).isEqualTo(java.util.List.of("Dog", "Unknown", "Round", "Form"));
    }

    @Test
    void schemasMayContainEachOther() throws Exception {
        String wire = "{\"name\":\"a\",\"children\":[{\"parent\":{\"name\":\"b\"},\"value\":[1,[2,[]]]}]}";

        assertThat(roundTrip("""
                Thing: {type: object, properties: {name: {type: string}, children: {type: array, items: {$ref: '#/components/schemas/Link'}}}}
                Link: {type: object, properties: {parent: {$ref: '#/components/schemas/Thing'}, value: {$ref: '#/components/schemas/Tree'}}}
                Tree: {oneOf: [{type: integer}, {type: array, items: {$ref: '#/components/schemas/Tree'}}]}
                """, wire, """
                String name = thing.getChildren().get(0).getParent().getName();
                if (!(thing.getChildren().get(0).getValue() instanceof Tree.OfList list) || list.value().size() != 2) {
                    throw new AssertionError(name);
                }""")).isEqualTo(wire);
    }

    @Test
    void aTypeBesideAnyJsonIsReadAndSoIsTheRest() throws Exception {
        String wire = "{\"one\":{\"lives\":9,\"more\":[1]},\"two\":[true]}";

        assertThat(roundTrip("""
                Thing:
                  type: object
                  properties:
                    one: {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: object}]}
                    two: {oneOf: [{$ref: '#/components/schemas/Cat'}, {}]}
                Cat: {type: object, properties: {lives: {type: integer}}}
                """, wire, """
                if (((Cat) thing.getOne()).getLives() != 9 || thing.getTwo() instanceof Cat) {
                    throw new AssertionError(thing);
                }""")).isEqualTo(wire);
    }

    @Test
    void tuplesTypeListsAndWhatStandsBesideAReferenceAreRead() throws Exception {
        String wire = "{\"pair\":[1,2],\"odd\":[1,\"a\",null],\"either\":\"a\",\"ref\":{\"x\":1,\"y\":2}}";

        assertThat(roundTrip("""
                Thing:
                  type: object
                  properties:
                    pair: {type: array, prefixItems: [{type: integer}, {type: integer}], items: false}
                    odd: {type: array, prefixItems: [{type: integer}, {type: string}]}
                    either: {type: [string, integer, 'null']}
                    ref: {$ref: '#/components/schemas/Base', description: with more, properties: {y: {type: integer}}}
                Base: {type: object, properties: {x: {type: integer}}}
                """, wire, """
                List<Long> pair = thing.getPair();
                List<dev.lathe.runtime.json.JsonValue> odd = thing.getOdd();
                boolean text = thing.getEither() instanceof ThingEither.OfString;
                Long both = thing.getRef().getX() + thing.getRef().getY();
                if (pair.size() + odd.size() + both != 8 || !text) {
                    throw new AssertionError(thing);
                }""")).isEqualTo(wire);
    }

    @Test
    void readOnlyMembersHaveNoSetterAndWriteOnlyOnesHave() throws Exception {
        Object seen = Client.openApi(folder, echo("""
                Thing:
                  type: object
                  properties: {id: {type: string, readOnly: true}, secret: {type: string, writeOnly: true}}
                """), """
                return Arrays.stream(Thing.class.getDeclaredMethods()).map(m -> m.getName())
                        .filter(name -> name.startsWith("set")).toList();""").run(service.base());

        assertThat(seen).isEqualTo(java.util.List.of("setSecret"));
    }

    /** OpenAPI 3.0, section 4.7.24.2: a member that is readOnly should not be part of a request. */
    @Test
    void readOnlyMembersAreNotSentBackButForADiscriminator() throws Exception {
        assertThat(roundTrip(
                        """
                Thing:
                  type: object
                  required: [kind, id]
                  properties:
                    kind: {type: string, readOnly: true}
                    id: {type: string, readOnly: true}
                    name: {type: string}
                    parts: {type: array, items: {$ref: '#/components/schemas/Part'}}
                  discriminator: {propertyName: kind}
                Part:
                  oneOf: [{$ref: '#/components/schemas/Bolt'}, {$ref: '#/components/schemas/Nut'}]
                  discriminator: {propertyName: sort}
                Bolt:
                  type: object
                  properties: {sort: {type: string, readOnly: true}, number: {type: integer, readOnly: true}, size: {type: integer}}
                Nut: {type: object, properties: {sort: {type: string}}}
                """,
                        "{\"kind\":\"Thing\",\"id\":\"7\",\"name\":\"n\",\"parts\":[{\"sort\":\"Bolt\",\"number\":1,\"size\":2}]}",
                        """
                if (!thing.getId().equals("7") || !thing.toString().contains("number")) {
                    throw new AssertionError(thing);
                }"""))
                .isEqualTo("{\"kind\":\"Thing\",\"name\":\"n\",\"parts\":[{\"sort\":\"Bolt\",\"size\":2}]}");
    }

    @Test
    void aDocumentMayBeOfSeveralFiles() throws Exception {
        java.nio.file.Files.createDirectories(folder.resolve("parts/deep"));
        java.nio.file.Files.writeString(
                folder.resolve("parts/pet.yaml"),
                "Pet: {type: object, properties: {tag: {$ref: 'deep/tag.json#/definitions/Tag'}, owner: {$ref: '../api.yaml#/components/schemas/Owner'}}}");
        java.nio.file.Files.writeString(
                folder.resolve("parts/deep/tag.json"),
                "{\"definitions\":{\"Tag\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}}}");
        String wire = "{\"tag\":{\"name\":\"t\"},\"owner\":{\"age\":3}}";

        assertThat(roundTrip(
                        """
                Thing: {$ref: 'parts/pet.yaml#/Pet'}
                Owner: {type: object, properties: {age: {type: integer}}}
                """.replace("Thing: {$ref", "Thing: {allOf: [{$ref").replace("Pet'}", "Pet'}]}"), wire, """
                if (thing.getOwner().getAge() != 3 || !thing.getTag().getName().equals("t")) {
                    throw new AssertionError(thing);
                }"""))
                .isEqualTo(wire);
    }

    @Test
    void typesOfAFamilyMayStandInOtherFiles() throws Exception {
        java.nio.file.Files.createDirectories(folder.resolve("pets"));
        java.nio.file.Files.writeString(folder.resolve("pets/cat.yaml"), """
                allOf:
                  - {$ref: '../api.yaml#/components/schemas/Thing'}
                  - {type: object, properties: {lives: {type: integer}}}
                """);
        service.answers(200, "{\"kind\":\"c\",\"lives\":9}");
        Object seen = Client.openApi(folder, echo("""
                Thing:
                  type: object
                  properties: {kind: {type: string}}
                  discriminator: {propertyName: kind, mapping: {c: pets/cat.yaml}}
                """), """
                return api.x().echo(new Thing()) instanceof Cat cat ? cat.getLives() : null;""").run(service.base());

        assertThat(seen).isEqualTo(9L);
    }

    @Test
    void membersThatFollowAPatternMayDifferFromTheRest() throws Exception {
        String wire = "{\"map\":{\"x-a\":\"s\",\"b\":2},\"named\":{\"q\":\"1\",\"x-a\":\"s\",\"b\":2}}";

        assertThat(roundTrip("""
                Thing:
                  type: object
                  properties:
                    map: {type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: {type: integer}}
                    named: {type: object, properties: {q: {type: string}}, patternProperties: {'^x-': {type: string}}, additionalProperties: {type: integer}}
                """, wire, """
                if (!thing.getMap().get("b").asString().equals("2")
                        || !thing.getNamed().unknownMember("x-a").asString().equals("s")) {
                    throw new AssertionError(thing);
                }""")).isEqualTo(wire);
    }

    @Test
    void whatTellsTheTypeIsSentUnlessItIsSet() throws Exception {
        service.answers(200, "{}");
        Client.openApi(folder, echo("""
                Thing:
                  type: object
                  properties:
                    pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                    shapes: {type: array, items: {$ref: '#/components/schemas/Shape'}}
                Pet: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/Cat'}}}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {bark: {type: string}}}]}
                Shape:
                  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
                  discriminator: {propertyName: form, mapping: {round: Circle, dot: Circle}}
                Circle: {type: object, properties: {form: {type: string, enum: [round, dot]}, r: {type: integer}}}
                Square: {type: object, properties: {form: {type: string}}}
                """), """
                return api.x().echo(new Thing()
                        .setPets(List.of(new Cat().setLives(9L), new Dog(), new Cat().setKind("mine"), new Pet()))
                        .setShapes(List.of(new Circle().setR(1L), new Circle().setForm(CircleForm.DOT), new Square())));""").run(service.base());

        assertThat(service.only().body())
                .isEqualTo("{\"pets\":[{\"kind\":\"c\",\"lives\":9},{\"kind\":\"Dog\"},{\"kind\":\"mine\"},{}],"
                        + "\"shapes\":[{\"form\":\"round\",\"r\":1},{\"form\":\"dot\"},{\"form\":\"Square\"}]}");
    }

    @Test
    void valuesThatLookAlikeAreTold() throws Exception {
        String schema = """
                Thing:
                  type: object
                  properties:
                    either: {type: [integer, string], enum: [1, '1', a]}
                    vote: {type: integer, enum: [1, -1]}
                    reaction: {type: string, enum: ['+1', '-1']}
                """;

        assertThat(roundTrip(schema, "{}", """
                thing.setEither(ThingEither._1).setVote(ThingVote.MINUS_1).setReaction(ThingReaction.PLUS_1);""")).isEqualTo("{\"either\":1,\"vote\":-1,\"reaction\":\"+1\"}");
        service.forget();
        assertThat(roundTrip(schema, "{\"either\":\"1\"}", "")).isEqualTo("{\"either\":\"1\"}");
    }

    @Test
    void ofSeveralFormatsTheOneThatKeepsTheTextIsTaken() throws Exception {
        String wire = "{\"when\":[\"2024-01-01\",\"2024-01-01T10:00:00Z\",\"soon\"],\"count\":[1,1.0]}";

        assertThat(roundTrip("""
                Thing:
                  type: object
                  properties:
                    when: {type: array, items: {anyOf: [{type: string, format: date-time}, {type: string, format: date}]}}
                    count: {type: array, items: {oneOf: [{type: integer}, {type: number}]}}
                """, wire, """
                if (!(thing.getWhen().get(0) instanceof ThingWhenItem.OfDate)
                        || !(thing.getWhen().get(1) instanceof ThingWhenItem.OfDateTime)) {
                    throw new AssertionError(thing.getWhen());
                }""")).isEqualTo(wire);
    }
}
