package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What class files and the virtual machine set limits to: 64 KB of code in a method, 65,535 constants in a class, 255
 * parameters, 8,000 bytes for the just-in-time compiler, the compiler's own stack.
 */
class SizeWallsTest {

    @TempDir
    Path folder;

    private static String times(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private InMemory.Outcome compiled(String name, boolean odata, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        InMemory.Outcome outcome = InMemory.of(Document.sound(file, odata)).run();
        assertThat(outcome.messages(javax.tools.Diagnostic.Kind.ERROR)).isEmpty();
        assertThat(outcome.warningsInGeneratedCode()).isEmpty();
        assertThat(outcome.success()).isTrue();
        assertThat(Bytecode.tooLong(outcome.classes().values())).isEmpty();
        return outcome;
    }

    private InMemory.Outcome openApi(String paths, String schemas) throws IOException {
        return compiled("api.yaml", false, """
                openapi: 3.1.0
                info: {title: Api, version: '1'}
                paths:
                  /anchor: {get: {tags: [t], operationId: anchor, responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Anchor'}}}}}}}
                """ + paths + """
                components:
                  schemas:
                """ + schemas);
    }

    private InMemory.Outcome odata(String types, String container) throws IOException {
        return compiled("api.xml", true, """
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                <Schema Namespace="NS" xmlns="http://docs.oasis-open.org/odata/ns/edm">%s
                <EntityContainer Name="Api">%s</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>
                """.formatted(types, container));
    }

    private static String entity(String name, String properties) {
        return "<EntityType Name=\"" + name + "\"><Key><PropertyRef Name=\"Id\"/></Key>"
                + "<Property Name=\"Id\" Type=\"Edm.Int32\" Nullable=\"false\"/>" + properties + "</EntityType>";
    }

    private static String anchor(String reference) {
        return "    Anchor: {type: object, properties: {x: {$ref: '#/components/schemas/" + reference + "'}}}\n";
    }

    @Test
    void anEntityOfTwoThousandMembers() throws IOException {
        odata(
                entity(
                        "E",
                        times(
                                2_000,
                                i -> "<Property Name=\"p" + i + "\" Type=\"Edm." + (i % 2 == 0 ? "Int64" : "Binary")
                                        + "\"/>")),
                "<EntitySet Name=\"Es\" EntityType=\"NS.E\"/>");
    }

    @Test
    void anEntityOfTwoThousandNavigations() throws IOException {
        odata(
                entity("E", times(2_000, i -> "<NavigationProperty Name=\"n" + i + "\" Type=\"Collection(NS.E)\"/>")),
                "<EntitySet Name=\"Es\" EntityType=\"NS.E\"/>");
    }

    @Test
    void aSchemaOfTwoThousandMembersWhoseFormTheTypeDoesNotTell() throws IOException {
        openApi(
                "",
                anchor("Wide") + "    Wide:\n      type: object\n      properties:\n"
                        + times(2_000, i -> "        m" + i + ": {type: string, format: byte}\n"));
    }

    @Test
    void anEnumerationOfFiveThousandValues() throws IOException {
        InMemory.Outcome outcome = openApi(
                "",
                anchor("Many") + "    Many:\n      type: string\n      enum: ["
                        + times(5_000, i -> (i == 0 ? "" : ", ") + "value_" + i) + "]\n");
        Calls calls = Calls.in(outcome);
        assertThat(calls.call("Many", "of", "value_4999"))
                .hasToString("value_4999")
                .isSameAs(calls.field("Many", "VALUE_4999"));
    }

    @Test
    void anEnumerationOfFiveThousandMembers() throws IOException {
        odata(
                "<EnumType Name=\"Many\">" + times(5_000, i -> "<Member Name=\"Member" + i + "\"/>") + "</EnumType>"
                        + entity("E", "<Property Name=\"Many\" Type=\"NS.Many\"/>"),
                "<EntitySet Name=\"Es\" EntityType=\"NS.E\"/>");
    }

    @Test
    void aUnionOfAThousandCases() throws IOException {
        openApi(
                "",
                anchor("Union") + "    Union: {oneOf: ["
                        + times(1_000, i -> (i == 0 ? "" : ", ") + "{$ref: '#/components/schemas/Case" + i + "'}")
                        + "]}\n"
                        + times(
                                1_000,
                                i -> "    Case" + i + ": {type: object, properties: {p" + i + ": {type: string}}}\n"));
    }

    @Test
    void aDiscriminatorWithThousandsOfMappings() throws IOException {
        openApi(
                "",
                anchor("Union") + """
                    Union:
                      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
                      discriminator:
                        propertyName: kind
                        mapping:
                """
                        + times(
                                4_000,
                                i -> "          k" + i + ": '#/components/schemas/" + (i % 2 == 0 ? "A" : "B") + "'\n")
                        + """
                    A: {type: object, properties: {kind: {type: string}}}
                    B: {type: object, properties: {kind: {type: string}, b: {type: string}}}
                    Base:
                      type: object
                      properties: {kind: {type: string}}
                      discriminator:
                        propertyName: kind
                        mapping:
                """ + times(4_000, i -> "          k" + i + ": '#/components/schemas/Derived'\n")
                        + """
                    Derived: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {d: {type: string}}}]}
                    Holder: {type: object, properties: {b: {$ref: '#/components/schemas/Base'}}}
                """.replace("Holder", "Anchor2"));
    }

    @Test
    void operationsWithThreeHundredParameters() throws IOException {
        openApi(
                "  /wide:\n    get:\n      tags: [t]\n      operationId: wide\n      parameters:\n"
                        + times(
                                300,
                                i -> "        - {name: p" + i + ", in: query, required: true, schema: {type: "
                                        + (i % 2 == 0 ? "integer" : "number, format: double") + "}}\n")
                        + "      responses: {'204': {description: x}}\n",
                anchor("String") + "    String: {type: string}\n");
    }

    @Test
    void functionsWithThreeHundredParameters() throws IOException {
        odata(
                "<Function Name=\"F\">"
                        + times(300, i -> "<Parameter Name=\"p" + i + "\" Type=\"Edm.Int64\" Nullable=\"false\"/>")
                        + "<ReturnType Type=\"Edm.Int32\"/></Function>"
                        + "<Action Name=\"A\">"
                        + times(300, i -> "<Parameter Name=\"p" + i + "\" Type=\"Edm.Double\" Nullable=\"false\"/>")
                        + "</Action>",
                "<FunctionImport Name=\"F\" Function=\"NS.F\"/><ActionImport Name=\"A\" Action=\"NS.A\"/>");
    }

    @Test
    void aKeyOfThreeHundredParts() throws IOException {
        odata(
                "<EntityType Name=\"E\"><Key>" + times(300, i -> "<PropertyRef Name=\"k" + i + "\"/>") + "</Key>"
                        + times(300, i -> "<Property Name=\"k" + i + "\" Type=\"Edm.Int64\" Nullable=\"false\"/>")
                        + "</EntityType>",
                "<EntitySet Name=\"Es\" EntityType=\"NS.E\"/>");
    }

    @Test
    void fiveThousandOperationsOfOneTag() throws IOException {
        openApi(
                times(
                        5_000,
                        i -> "  /o" + i + ": {get: {tags: [t], operationId: op" + i
                                + ", responses: {'204': {description: x}}}}\n"),
                anchor("Text") + "    Text: {type: string}\n");
    }

    @Test
    @Tag("campaign")
    void thousandsOfTags() throws IOException {
        InMemory.Outcome outcome = openApi(
                times(
                        2_500,
                        i -> "  /o" + i + ": {get: {tags: [tag" + i + "], operationId: op" + i
                                + ", responses: {'204': {description: x}}}}\n"),
                anchor("Text") + "    Text: {type: string}\n");
        assertThat(outcome.messages(javax.tools.Diagnostic.Kind.NOTE))
                .anyMatch(note -> note.contains("'include' keeps"));
    }

    @Test
    @Tag("campaign")
    void threeThousandEntitySets() throws IOException {
        odata(
                entity("E", "<Property Name=\"Name\" Type=\"Edm.String\"/>"),
                times(3_000, i -> "<EntitySet Name=\"Set" + i + "\" EntityType=\"NS.E\"/>"));
    }

    @Test
    void fiveThousandImports() throws IOException {
        odata(
                times(5_000, i -> "<Function Name=\"F" + i + "\"><ReturnType Type=\"Edm.Int32\"/></Function>"),
                times(5_000, i -> "<FunctionImport Name=\"F" + i + "\" Function=\"NS.F" + i + "\"/>"));
    }

    @Test
    void schemasNestedEightyDeep() throws IOException {
        openApi(
                "",
                "    Anchor: " + times(80, i -> "{type: object, properties: {inner" + i + ": ") + "{type: string}"
                        + "}}".repeat(80) + "\n");
    }

    @Test
    void arraysNestedEightyDeep() throws IOException {
        openApi(
                "",
                "    Anchor: " + times(80, i -> "{type: array, items: ") + "{type: string}" + "}".repeat(80) + "\n");
    }

    @Test
    void textsThatAreTooLongForAConstant() throws IOException {
        String name = "n".repeat(70_000);
        openApi(
                "",
                "    Anchor:\n      description: " + name + "\n      type: object\n      properties:\n        ? \""
                        + name + "\"\n        : {type: string, description: " + name
                        + "}\n        kind: {type: string, enum: ["
                        + name + ", b]}\n");
    }
}
