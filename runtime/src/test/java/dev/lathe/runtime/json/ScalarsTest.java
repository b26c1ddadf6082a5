package dev.lathe.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");

    @Test
    void integersKeepAll64Bits() {
        assertThat(Scalars.INT64.parse("638183964640916096")).isEqualTo(638183964640916096L);
        assertThat(Scalars.INT64.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(Scalars.INT64.parse("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(Scalars.INT64.parse("\"9007199254740993\"")).isEqualTo(9007199254740993L);
        assertThat(Scalars.STRING_INT64.toJson(9007199254740993L)).isEqualTo("\"9007199254740993\"");
        assertThat(Scalars.INTEGER.parse("123456789012345678901234567890"))
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
    }

    @Test
    void integersAreReadFromWhatStandsForTheSameNumber() {
        assertThat(Scalars.INT32.parse("5.0")).isEqualTo(5);
        assertThat(Scalars.INT32.parse("5e2")).isEqualTo(500);
        assertThat(Scalars.INT32.parse("\"-5\"")).isEqualTo(-5);
        assertThat(Scalars.INT8.parse("-128")).isEqualTo((byte) -128);
        assertThat(Scalars.UINT8.parse("255")).isEqualTo((short) 255);
        assertThat(Scalars.INT16.parse("-32768")).isEqualTo((short) -32768);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"INT32|2147483648", "INT8|128", "UINT8|-1", "UINT8|256", "INT16|32768", "INT64|9223372036854775808"
            })
    void integersOutOfRangeAreRefusedWithoutShowingThem(String type, String json) throws Exception {
        JsonType<?> scalar = (JsonType<?>) Scalars.class.getField(type).get(null);

        assertThatThrownBy(() -> scalar.parse(json))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("Expected an integer")
                .hasMessageNotContaining(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.00",
                "20000.0000",
                "1.000000000000",
                "123456789012345678",
                "1234567890123456789.5",
                "-0.1",
                "0.12345678901234567890123456789",
                "999999999999999999",
                "-999999999999999999",
                "1E+3",
                "1.5e-7"
            })
    void decimalsKeepAllTheirDigits(String number) {
        assertThat(Scalars.DECIMAL.parse(number)).isEqualTo(new BigDecimal(number));
        assertThat(Scalars.DECIMAL.parse("\"" + number + "\"")).isEqualTo(new BigDecimal(number));
        assertThat(Scalars.DECIMAL.parse(Scalars.DECIMAL.toJson(new BigDecimal(number))))
                .isEqualByComparingTo(new BigDecimal(number));
    }

    @Test
    void decimalsAreWrittenWithoutExponentUnlessThatWouldFillPages() {
        assertThat(Scalars.DECIMAL.toJson(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(Scalars.DECIMAL.toJson(new BigDecimal("1.50E-7"))).isEqualTo("0.000000150");
        assertThat(Scalars.DECIMAL.toJson(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
        assertThat(Scalars.STRING_DECIMAL.toJson(new BigDecimal("2.50"))).isEqualTo("\"2.50\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.", "\"\"", "\"abc\"", "true", "[]", "\"1,5\"", "\"-\"", "\".\""})
    void whatIsNoNumberIsRefused(String json) {
        assertThatThrownBy(() -> Scalars.DECIMAL.parse(json)).isInstanceOf(JsonException.class);
    }

    @Test
    void anExponentCannotFillTheMemory() {
        assertThatThrownBy(() -> Scalars.INTEGER.parse("1e999999999")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Scalars.INT64.parse("1e999999999")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Scalars.INT64.parse("\"" + "9".repeat(100_000) + "\""))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void floatingPointNumbersHaveInfinities() {
        assertThat(Scalars.DOUBLE.parse("\"INF\"")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Scalars.DOUBLE.parse("\"-INF\"")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Scalars.DOUBLE.parse("\"NaN\"")).isNaN();
        assertThat(Scalars.FLOAT.parse("1.5")).isEqualTo(1.5f);
        assertThat(Scalars.DOUBLE.list().toJson(List.of(1.5, Double.NaN, Double.NEGATIVE_INFINITY)))
                .isEqualTo("[1.5,\"NaN\",\"-INF\"]");
        assertThat(Scalars.FLOAT.toJson(Float.POSITIVE_INFINITY)).isEqualTo("\"INF\"");
        assertThat(Scalars.FLOAT.toJson(0.1f)).isEqualTo("0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aff45591-557c-49f7-a9d2-d391f31fb213",
                "AFF45591-557C-49F7-A9D2-D391F31FB213",
                "{aff45591-557c-49f7-a9d2-d391f31fb213}",
                "aff45591557c49f7a9d2d391f31fb213"
            })
    void uuidsAreReadInAllTheirForms(String text) {
        assertThat(Scalars.UUID.parse("\"" + text + "\"")).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "aff45591-557c-49f7-a9d2-d391f31fb21",
                "gff45591-557c-49f7-a9d2-d391f31fb213",
                "aff45591-557c-49f7-a9d2_d391f31fb213",
                "ĀĀf45591-557c-49f7-a9d2-d391f31fb213",
                "gggggggggggggggggggggggggggggggg"
            })
    void whatIsNoUuidIsRefused(String text) {
        assertThatThrownBy(() -> Scalars.UUID.parse("\"" + text + "\""))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("Expected a UUID");
    }

    @Test
    void allBitsOfAUuidSurvive() {
        for (UUID id : List.of(new UUID(-1, -1), new UUID(0, 0), new UUID(Long.MIN_VALUE, Long.MAX_VALUE), ID)) {
            assertThat(Scalars.UUID.parse(Scalars.UUID.toJson(id))).isEqualTo(id);
            assertThat(Scalars.UUID.parse(Scalars.UUID.toJson(id).replace("-", "")))
                    .isEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-25T17:42:47Z, 2023-03-25T17:42:47Z",
        "2023-03-25T17:42Z, 2023-03-25T17:42:00Z",
        "2023-03-25t17:42:47z, 2023-03-25T17:42:47Z",
        "2023-03-25T17:42:47, 2023-03-25T17:42:47Z",
        "2023-03-25 17:42:47Z, 2023-03-25T17:42:47Z",
        "2023-03-25, 2023-03-25T00:00:00Z",
        "2023-03-25T17:42:47.1+02:00, 2023-03-25T17:42:47.1+02:00",
        "2023-03-25T17:42:47.123456789-0530, 2023-03-25T17:42:47.123456789-05:30",
        "2023-03-25T17:42:47.1234567891234Z, 2023-03-25T17:42:47.123456789Z",
        "2023-03-25T17:42:47+01, 2023-03-25T17:42:47+01:00",
    })
    void datesWithTimesAreReadAsServicesWriteThem(String text, String meaning) {
        assertThat(Scalars.DATE_TIME.parse("\"" + text + "\"")).isEqualTo(OffsetDateTime.parse(meaning));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023",
                "2023-02-30T00:00:00Z",
                "2023-13-01T00:00:00Z",
                "2023-03-25T24:00:00Z",
                "2023-03-25T12:60:00Z",
                "2023-03-25T12:00:61Z",
                "2023-03-25T12:00:00.Z",
                "2023-03-25T12:00:00+19:00",
                "2023-03-25T12:00:00+1:00",
                "2023-03-25T",
                "2023-03-25TZ",
                "2023-03-25X12:00:00Z",
                "2023-03-25T12:00:00Zjunk",
                "23-03-25T12:00:00Z"
            })
    void whatIsNoDateWithTimeIsRefused(String text) {
        assertThatThrownBy(() -> Scalars.DATE_TIME.parse("\"" + text + "\""))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("Expected a date and time");
    }

    @Test
    void datesAndTimesAreWrittenWithSeconds() {
        OffsetDateTime noon = OffsetDateTime.of(2024, 5, 31, 12, 0, 0, 0, ZoneOffset.UTC);
        assertThat(Scalars.DATE_TIME.toJson(noon)).isEqualTo("\"2024-05-31T12:00:00Z\"");
        assertThat(Scalars.DATE_TIME.toJson(noon.plusNanos(100_000_000).withOffsetSameLocal(ZoneOffset.ofHours(2))))
                .isEqualTo("\"2024-05-31T12:00:00.100+02:00\"");
        assertThat(Scalars.TIME_OF_DAY.toJson(LocalTime.of(13, 45))).isEqualTo("\"13:45:00\"");
        assertThat(Scalars.TIME_OF_DAY.parse("\"13:45:10.5\"")).isEqualTo(LocalTime.of(13, 45, 10, 500_000_000));
        assertThat(Scalars.DATE.parse("\"2024-05-31\"")).isEqualTo(LocalDate.of(2024, 5, 31));
        assertThat(Scalars.DATE.parse("\"2024-05-31T00:00:00Z\"")).isEqualTo(LocalDate.of(2024, 5, 31));
        assertThat(Scalars.DATE.toJson(LocalDate.of(2024, 5, 31))).isEqualTo("\"2024-05-31\"");
        assertThat(JsonWriter.toJson(Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00Z\"");
    }

    @Test
    void durationsAreReadInDaysAndWeeksToo() {
        assertThat(Scalars.DURATION.parse("\"P1DT2H\"")).isEqualTo(Duration.ofHours(26));
        assertThat(Scalars.DURATION.parse("\"P2W\"")).isEqualTo(Duration.ofDays(14));
        assertThat(Scalars.DURATION.parse("\"-PT0.5S\"")).isEqualTo(Duration.ofMillis(-500));
        assertThat(Scalars.DURATION.toJson(Duration.ofMinutes(-1))).isEqualTo("\"-PT1M\"");
        assertThat(Scalars.DURATION.parse("\"PT0.123456789999S\"")).isEqualTo(Duration.ofNanos(123_456_789));
        assertThatThrownBy(() -> Scalars.DURATION.parse("\"P1Y\"")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Scalars.DURATION.parse("\"PW\"")).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1700000000123", "\"1700000000123\"", "\"2023-11-14T22:13:20.123Z\"", "1.700000000123E12"})
    void epochMillisAreReadInAllTheirForms(String json) {
        assertThat(Scalars.EPOCH_MILLIS.parse(json)).isEqualTo(Instant.ofEpochMilli(1700000000123L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+/8=", "-_8", "+/8", "-_8="})
    void base64IsReadInBothAlphabets(String text) {
        assertThat(Scalars.BASE64.parse("\"" + text + "\"")).containsExactly(0xfb, 0xff);
    }

    @Test
    void base64IsWrittenInTheAlphabetOfItsType() {
        byte[] bytes = {(byte) 0xfb, (byte) 0xff};
        assertThat(Scalars.BASE64.toJson(bytes)).isEqualTo("\"+/8=\"");
        assertThat(Scalars.BASE64URL.toJson(bytes)).isEqualTo("\"-_8\"");
        assertThat(Scalars.BASE64.parse("\"\"")).isEmpty();
        assertThatThrownBy(() -> Scalars.BASE64.parse("\"é%\"")).isInstanceOf(JsonException.class);
    }

    @Test
    void urisWithIllegalCharactersAreMended() {
        assertThat(Scalars.URI.parse("\"https://a/b?q=1%202\"")).isEqualTo(URI.create("https://a/b?q=1%202"));
        assertThat(Scalars.URI.parse("\"https://a/b c?q=\\\"x\\\"&p=100%\""))
                .isEqualTo(URI.create("https://a/b%20c?q=%22x%22&p=100%25"));
    }

    @Test
    void stringsKeepEveryCharacter() {
        String text = "a\u0000\"\\/\b\f\n\r\t\u2028é😀𝄞 end";
        assertThat(Scalars.STRING.parse(Scalars.STRING.toJson(text))).isEqualTo(text);
        assertThat(Scalars.STRING.parse("\"\\ud83d\\ude00\"")).isEqualTo("😀");
        assertThat(Scalars.STRING.parse("12.50")).isEqualTo("12.50");
        assertThat(Scalars.STRING.parse("true")).isEqualTo("true");
        assertThat(Scalars.STRING.parse("\"" + "x".repeat(25_000_000) + "\"")).hasSize(25_000_000);
    }

    @Test
    void booleansMayBeQuoted() {
        assertThat(Scalars.BOOLEAN.list().parse("[true,false,null,\"true\",\"False\"]"))
                .containsExactly(true, false, null, true, false);
        assertThatThrownBy(() -> Scalars.BOOLEAN.parse("1")).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void nullIsNullForEveryType(JsonType<?> type) {
        assertThat(type.parse("null")).isNull();
        assertThat(type.list().parse("[null]")).isEqualTo(java.util.Collections.singletonList(null));
        assertThat(type.map().parse("{\"a\":null}")).containsEntry("a", null);
    }

    @ParameterizedTest
    @MethodSource("types")
    void anObjectIsNoSingleValue(JsonType<?> type) {
        if (type != Scalars.ANY) {
            assertThatThrownBy(() -> type.parse("{\"a\":1}")).isInstanceOf(JsonException.class);
            assertThatThrownBy(() -> type.parse("[1]")).isInstanceOf(JsonException.class);
        }
    }

    static List<JsonType<?>> types() throws IllegalAccessException {
        List<JsonType<?>> types = new java.util.ArrayList<>();
        for (var field : Scalars.class.getFields()) {
            types.add((JsonType<?>) field.get(null));
        }
        return types;
    }
}
