package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.EnumDecl.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of known values. */
class EnumsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "type: string, enum: [a, 'b c', '']; STRING; a|b c|",
                "type: string, enum: [1, 2.50, true]; STRING; 1|2.50|true",
                "type: integer, enum: [1, -1]; NUMBER; 1|-1",
                "type: integer, enum: ['1', '2']; NUMBER; 1|2",
                "type: number, enum: [1.1, 99999999999999999999]; NUMBER; 1.1|99999999999999999999",
                "type: boolean, enum: [true]; BOOLEAN; true",
                "enum: [a, b, a]; STRING; a|b",
                "enum: [1, a, true, [x], {y: 1}]; JSON; 1|\"a\"|true|[\"x\"]|{\"y\":1}"
            })
    void valuesKeepTheirFormOnTheWire(String schema, Wire wire, String values) {
        Reading reading = Reading.schemas("E: {" + schema + "}").clean();
        assertThat(reading.list("E").wire()).isEqualTo(wire);
        assertThat(reading.values("E")).containsExactly(values == null ? new String[] {} : values.split("\\|", -1));
    }

    @Test
    void nullAmongTheValuesMakesTheMemberNullable() {
        Reading reading = Reading.schemas("""
                E: {type: string, enum: [a, null]}
                Holder: {properties: {own: {type: string, enum: [b, null]}, shared: {$ref: '#/components/schemas/E'}, none: {enum: [null]}}}
                """);
        assertThat(reading.clean().values("E")).containsExactly("a");
        assertThat(reading.property("Holder", "own").nullable()).isTrue();
        assertThat(reading.property("Holder", "shared").nullable()).isTrue();
        assertThat(reading.property("Holder", "none").nullable()).isTrue();
        assertThat(reading.properties("Holder")).containsEntry("none", "ANY");
    }

    @Test
    void bothBooleansAreJustABoolean() {
        Reading reading = Reading.schemas(
                "Holder: {properties: {a: {type: boolean, enum: [true, false]}, b: {type: boolean, enum: ['true', 'false']}}}");
        assertThat(reading.clean().properties("Holder")).containsExactly(entry("a", "BOOLEAN"), entry("b", "BOOLEAN"));
    }

    @Test
    void constIsAListOfOne() {
        Reading reading =
                Reading.schemas31("Holder: {properties: {kind: {const: cat}, zero: {const: 0}, nil: {const: null}}}");
        assertThat(reading.clean().values("HolderKind")).containsExactly("cat");
        assertThat(reading.list("HolderZero").wire()).isEqualTo(Wire.NUMBER);
        assertThat(reading.properties("Holder")).containsEntry("nil", "ANY");
    }

    @Test
    void valuesMayHaveNamesAndDescriptions() {
        Reading reading = Reading.schemas("""
                E: {type: integer, enum: [1, 2], x-enum-varnames: [ONE, TWO], x-enum-descriptions: [The first., The second.]}
                """);
        assertThat(reading.clean().list("E").members())
                .extracting(EnumDecl.Member::name)
                .containsExactly("ONE", "TWO");
        assertThat(reading.list("E").members())
                .extracting(member -> member.docs().text())
                .containsExactly("The first.", "The second.");
    }

    @Test
    void casesThatAreConstantsAreAList() {
        Reading reading = Reading.schemas31("""
                E: {oneOf: [{const: a, title: First, description: The first.}, {const: b}]}
                """);
        assertThat(reading.clean().values("E")).containsExactly("a", "b");
        assertThat(reading.list("E").members())
                .extracting(EnumDecl.Member::name)
                .containsExactly("First", "b");
    }
}
