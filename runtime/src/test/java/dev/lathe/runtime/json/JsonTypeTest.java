package dev.lathe.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lathe.runtime.sample.Trait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"name\":\"SECRET",
                "{\"name\":SECRET}",
                "{\"sid\":99999999999999999999}",
                "[1]",
                "{\"sid\":\"SECRET\"}",
                "{\"name\":{\"x\":\"SECRET\"}}",
                "{} SECRET",
                "{}{}",
                "{\"name\":\"a\nSECRET\"}",
                "\"SECRET\"",
                "{\"tags\":\"SECRET\"}",
                "{\"x\":[SECRET]}"
            })
    void aBadTextIsRefusedWithItsPlaceAndWithoutItsContent(String json) {
        JsonException refused = catchThrowableOfType(JsonException.class, () -> Trait.TYPE.parse(json));

        assertThat(refused.getMessage()).contains("line ").contains("column ");
        assertThat(stackTrace(refused)).doesNotContain("SECRET").doesNotContain("9999");
    }

    @Test
    void aMistakeNamesItsPath() {
        JsonException refused = catchThrowableOfType(
                JsonException.class, () -> Trait.TYPE.list().parse("[{},\n {\"parent\": {\"sid\": []}}]"));

        assertThat(refused).hasMessage("Expected an integer of 64 bits at /1/parent/sid (line 2, column 21)");
        assertThat(refused.path()).isEqualTo("/1/parent/sid");
        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.column()).isEqualTo(21);
    }

    @Test
    void depthIsLimited() {
        String deep = "{\"parent\":".repeat(1000) + "{}" + "}".repeat(1000);

        assertThatThrownBy(() -> Trait.TYPE.parse(deep))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("The JSON text exceeds a limit of the reader");
        assertThatThrownBy(() -> Scalars.ANY.parse("[".repeat(1000) + "]".repeat(1000)))
                .isInstanceOf(JsonException.class);
        assertThat(Trait.TYPE.parse("{\"parent\":".repeat(200) + "{}" + "}".repeat(200)))
                .isNotNull();
    }

    @Test
    void aStreamIsReadAndLeftOpen() {
        boolean[] closed = {false};
        InputStream in = new ByteArrayInputStream("{\"sid\":1}".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        assertThat(Trait.TYPE.parse(in)).isEqualTo(new Trait().setSid(1L));
        assertThat(closed[0]).isFalse();
    }

    @Test
    void aStreamThatFailsIsNoFaultOfTheText() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };

        assertThatThrownBy(() -> Trait.TYPE.parse(broken))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessage("reset");
    }

    @Test
    void listsAndMapsOfATypeAreWrittenInItsForm() {
        var times = Scalars.EPOCH_MILLIS.list().map();

        assertThat(times.toJson(times.parse("{\"a\":[1,null],\"b\":null}"))).isEqualTo("{\"a\":[1,null],\"b\":null}");
        assertThat(Scalars.STRING.list()).isSameAs(Scalars.STRING.list());
    }

    @Test
    void whatHasNoJsonFormIsRefused() {
        assertThatThrownBy(() -> JsonWriter.toJson(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No JSON form for a java.lang.Object");
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
