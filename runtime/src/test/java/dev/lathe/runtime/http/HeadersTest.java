package dev.lathe.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    @Test
    void namesAreFoundWhateverTheirCase() {
        Headers headers = Headers.builder().add("ETag", "1").add("etag", "2").build();

        assertThat(headers.first("ETAG")).hasValue("1");
        assertThat(headers.all("Etag")).containsExactly("1", "2");
        assertThat(headers.contains("X")).isFalse();
        assertThat(headers.first("X")).isEmpty();
    }

    @Test
    void settingReplacesAllOfThatNameInPlace() {
        Headers headers = Headers.builder()
                .add("A", "1")
                .add("B", "2")
                .add("a", "3")
                .set("a", "4")
                .setIfAbsent("A", "5")
                .setIfAbsent("C", "6")
                .remove("b")
                .build();
        List<String> fields = new ArrayList<>();
        headers.forEach((name, value) -> fields.add(name + "=" + value));

        assertThat(fields).containsExactly("A=4", "C=6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\n", "ä", "a\u007f"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Headers.builder().set(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\r\nX: y", "s3cret\n", "s3cret\u0000", "s3cret\u007f", "s3crét"})
    void aValueThatBreaksOutIsRefusedWithoutBeingQuoted(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.builder().add("X", value))
                .withMessageContaining("'X'")
                .withMessageNotContaining("s3cr");
    }

    @Test
    void onlyNamesAreInTheText() {
        assertThat(Headers.builder().set("b", "s3cret").set("A", "s3cret").build())
                .hasToString("Headers[A, b]");
    }
}
