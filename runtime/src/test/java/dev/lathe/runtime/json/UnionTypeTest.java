package dev.lathe.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.sample.Cat;
import dev.lathe.runtime.sample.Fish;
import dev.lathe.runtime.sample.Kind;
import dev.lathe.runtime.sample.Pet;
import dev.lathe.runtime.sample.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnionTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"cat\",\"lives\":9}", "{\"lives\":9,\"type\":\"cat\"}"})
    void theDiscriminatorChoosesWhereverItStands(String json) {
        assertThat(Pet.TYPE.parse(json)).isEqualTo(new Cat().setType("cat").setLives(9));
    }

    @Test
    void withoutADiscriminatorTheTypeThatDeclaresMostMembersIsTaken() {
        assertThat(Pet.TYPE.parse("{\"depth\":3,\"other\":1}")).isInstanceOf(Fish.class);
        assertThat(Pet.TYPE.parse("{\"lives\":3}")).isInstanceOf(Cat.class);
    }

    @Test
    void aTypeThatIsNotKnownIsTakenForNoneThatIs() {
        assertThat(Pet.TYPE.parse("{\"lives\":3,\"type\":\"lion\"}")).isInstanceOf(Pet.Unknown.class);
    }

    @Test
    void singleValuesAreTakenByTheirKind() {
        assertThat(Pet.TYPE.parse("\"RULE\"")).isEqualTo(new Pet.OfKind(Kind.RULE));
        assertThat(Pet.TYPE.parse("\"Rex\"")).isEqualTo(new Pet.OfString("Rex"));
        assertThat(Pet.TYPE.parse("[1,2]")).isEqualTo(new Pet.OfList(java.util.List.of(1, 2)));
        assertThat(Pet.TYPE.parse("null")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "true", "[\"a\"]", "{}", "{\"wings\":2,\"type\":{\"a\":1}}"})
    void whatFitsNoCaseIsKeptAsItCame(String json) {
        Pet pet = Pet.TYPE.parse(json);

        assertThat(Pet.TYPE.toJson(pet)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"type\":\"cat\",\"lives\":9,\"x\":{}}", "\"RULE\"", "[1,2]", "\"Rex\"", "{\"type\":\"bird\"}"
            })
    void everyCaseIsWrittenBackAsItCame(String json) {
        String trait = "{\"sid\":1,\"pet\":" + json + ",\"any\":" + json + "}";

        assertThat(Trait.TYPE.toJson(Trait.TYPE.parse(trait)))
                .isEqualTo("{\"sid\":1,\"any\":" + json + ",\"pet\":" + json + "}");
    }

    @Test
    void aCaseThatIsNamedAndDoesNotFitIsAMistake() {
        assertThatThrownBy(() -> Pet.TYPE.parse("{\"type\":\"cat\",\"lives\":[]}"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("Expected an integer of 32 bits at /lives");
    }
}
