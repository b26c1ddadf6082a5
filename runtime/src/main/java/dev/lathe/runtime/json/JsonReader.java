package dev.lathe.runtime.json;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON values from a text, one after the other. Stands on a value; each method reads that value whole and returns
 * {@code null} for JSON's {@code null}.
 *
 * <p>Lenient where services are: a number or a boolean where a string is expected gives its text, a quoted number
 * counts as a number. What does not fit is a {@link JsonException}.
 *
 * <p>Not safe for use by several threads. Comes from {@link JsonType#parse(byte[])} and its like.
 */
public final class JsonReader implements AutoCloseable {

    private static final int MAX_STRING = 1 << 28;
    private static final int MAX_NUMBER = 10_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Files travel as base64 in strings. Nesting, the dangerous one, keeps Jackson's limit of 500.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_STRING)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    final JsonParser parser;

    private final Rows rows = new Rows();

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static JsonReader over(byte[] json) {
        return new JsonReader(FACTORY.createParser(ObjectReadContext.empty(), json));
    }

    static JsonReader over(InputStream json) {
        try {
            return new JsonReader(FACTORY.createParser(ObjectReadContext.empty(), json));
        } catch (JacksonException e) {
            throw JsonException.of(e, null);
        }
    }

    /** Goes to the first value. */
    void start() {
        if (parser.nextToken() == null) {
            throw JsonException.at(parser, "There is no JSON value");
        }
    }

    /** Makes sure that nothing follows. */
    void end() {
        if (parser.nextToken() != null) {
            throw JsonException.at(parser, "Expected the end of the text");
        }
    }

    Rows rows() {
        return rows;
    }

    /** What kind of value the reader stands on. */
    public JsonValue.Kind kind() {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> JsonValue.Kind.NULL;
            case VALUE_TRUE, VALUE_FALSE -> JsonValue.Kind.BOOLEAN;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonValue.Kind.NUMBER;
            case VALUE_STRING -> JsonValue.Kind.STRING;
            case START_ARRAY -> JsonValue.Kind.ARRAY;
            case START_OBJECT -> JsonValue.Kind.OBJECT;
            default -> throw new IllegalStateException("The reader does not stand on a value");
        };
    }

    /**
     * Enters an object, whose members {@link #nextMember()} then gives.
     *
     * @return false for {@code null}
     */
    public boolean startObject() {
        return start(JsonToken.START_OBJECT, "an object");
    }

    /** Goes to the value of the object's next member; returns its name, or {@code null} when the object ends. */
    public @Nullable String nextMember() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /**
     * Enters an array, whose items {@link #nextItem()} then gives.
     *
     * @return false for {@code null}
     */
    public boolean startArray() {
        return start(JsonToken.START_ARRAY, "an array");
    }

    /** Goes to the array's next item; false when the array ends. */
    public boolean nextItem() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    private boolean start(JsonToken expected, String what) {
        JsonToken token = parser.currentToken();
        if (token == expected) {
            return true;
        }
        if (token == JsonToken.VALUE_NULL) {
            return false;
        }
        throw mismatch(what);
    }

    /** Skips the value, with all that is in it. */
    public void skip() {
        parser.skipChildren();
    }

    /**
     * Chooses which members that a type does not declare are kept from here on; all, unless told otherwise.
     *
     * @return the choice until now
     */
    public MemberFilter keepUndeclared(MemberFilter filter) {
        return rows.filter(filter);
    }

    /** A string; of a number or a boolean its text. */
    public @Nullable String string() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        return otherwise(token, token.isScalarValue(), "a string") ? parser.getString() : null;
    }

    /** True or false, maybe quoted. */
    public @Nullable Boolean bool() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return Boolean.TRUE;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return Boolean.FALSE;
        }
        if (token == JsonToken.VALUE_STRING) {
            String text = parser.getString();
            if (text.equalsIgnoreCase("true")) {
                return Boolean.TRUE;
            }
            if (text.equalsIgnoreCase("false")) {
                return Boolean.FALSE;
            }
        }
        otherwise(token, false, "true or false");
        return null;
    }

    /** A signed integer of 8 bits. */
    public @Nullable Byte int8() {
        return isNull() ? null : (byte) integer(Byte.MIN_VALUE, Byte.MAX_VALUE, "an integer of 8 bits");
    }

    /** An integer from 0 to 255. */
    public @Nullable Short uint8() {
        return isNull() ? null : (short) integer(0, 255, "an integer from 0 to 255");
    }

    /** A signed integer of 16 bits. */
    public @Nullable Short int16() {
        return isNull() ? null : (short) integer(Short.MIN_VALUE, Short.MAX_VALUE, "an integer of 16 bits");
    }

    /** A signed integer of 32 bits. */
    public @Nullable Integer int32() {
        return isNull() ? null : (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE, "an integer of 32 bits");
    }

    /** A signed integer of 64 bits; never goes through a floating point number. */
    public @Nullable Long int64() {
        return isNull() ? null : integer(Long.MIN_VALUE, Long.MAX_VALUE, "an integer of 64 bits");
    }

    /** A signed integer of 64 bits, as a number or as a string. */
    public @Nullable Long stringInt64() {
        return int64();
    }

    private long integer(long min, long max, String what) {
        long value;
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            value = parser.getLongValue();
        } else {
            try {
                value = exact(what).longValueExact();
            } catch (ArithmeticException e) {
                throw mismatch(what);
            }
        }
        if (value < min || value > max) {
            throw mismatch(what);
        }
        return value;
    }

    /** An integer of any size. */
    public @Nullable BigInteger integer() {
        return isNull() ? null : exact("an integer");
    }

    private BigInteger exact(String what) {
        try {
            return Numbers.integer(number(what));
        } catch (ArithmeticException e) {
            throw mismatch(what);
        }
    }

    /** A number as it is written, with all its digits. */
    public @Nullable BigDecimal decimal() {
        return isNull() ? null : number("a number");
    }

    /** A number as it is written, as a number or as a string. */
    public @Nullable BigDecimal stringDecimal() {
        return decimal();
    }

    private BigDecimal number(String what) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT
                        && token != JsonToken.VALUE_NUMBER_INT
                        && token != JsonToken.VALUE_STRING
                || parser.getStringLength() > MAX_NUMBER) {
            throw mismatch(what);
        }
        try {
            return Numbers.decimal(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        } catch (NumberFormatException e) {
            throw mismatch(what);
        }
    }

    /** A floating point number of 32 bits. */
    public @Nullable Float float32() {
        return isNull() ? null : (float) floating();
    }

    /** A floating point number of 64 bits; {@code "NaN"}, {@code "INF"} and {@code "-INF"} too. */
    public @Nullable Double float64() {
        return isNull() ? null : floating();
    }

    private double floating() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getDoubleValue();
        }
        if (token == JsonToken.VALUE_STRING) {
            return switch (parser.getString()) {
                case "NaN" -> Double.NaN;
                case "INF", "Infinity" -> Double.POSITIVE_INFINITY;
                case "-INF", "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> number("a number").doubleValue();
            };
        }
        throw mismatch("a number");
    }

    /** A date such as {@code 2024-05-31}; of a date with a time of day the date. */
    public @Nullable LocalDate date() {
        return isText("a date")
                ? fits(
                        Times.date(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength()),
                        "a date")
                : null;
    }

    /** A date and time with an offset; UTC where it has none. Digits of a second beyond the ninth are dropped. */
    public @Nullable OffsetDateTime dateTime() {
        return isText("a date and time")
                ? fits(
                        Times.dateTime(
                                parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength()),
                        "a date and time")
                : null;
    }

    /** A time of day. Digits of a second beyond the ninth are dropped. */
    public @Nullable LocalTime timeOfDay() {
        return isText("a time of day")
                ? fits(
                        Times.time(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength()),
                        "a time of day")
                : null;
    }

    /** An ISO 8601 duration without months and years. */
    public @Nullable Duration duration() {
        return isText("a duration") ? fits(Times.duration(parser.getString()), "a duration") : null;
    }

    /** Milliseconds since 1970-01-01T00:00:00Z, maybe quoted; a date and time as a string too. */
    public @Nullable Instant epochMillis() {
        if (isNull()) {
            return null;
        }
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            OffsetDateTime time =
                    Times.dateTime(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
            if (time != null) {
                return time.toInstant();
            }
        }
        return Instant.ofEpochMilli(integer(Long.MIN_VALUE, Long.MAX_VALUE, "milliseconds since 1970"));
    }

    /** A UUID in either case, with or without hyphens or braces. */
    public @Nullable UUID guid() {
        return isText("a UUID")
                ? fits(
                        Guids.parse(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength()),
                        "a UUID")
                : null;
    }

    /** Bytes in base64 of either alphabet, with or without padding. */
    public byte @Nullable [] base64() {
        if (!isText("base64")) {
            return null;
        }
        byte[] bytes = Base64s.decode(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        if (bytes == null) {
            throw mismatch("base64");
        }
        return bytes;
    }

    /** A URI; characters that a URI must not have are percent-encoded. */
    public @Nullable URI uri() {
        return isText("a URI") ? fits(Uris.lenient(parser.getString()), "a URI") : null;
    }

    /** Any value. */
    public @Nullable JsonValue any() {
        return isNull() ? null : JsonValue.read(this);
    }

    /** A value of that type. */
    public <T> @Nullable T read(JsonType<T> type) {
        return type.read(this);
    }

    /** An array of values of that type; items may be {@code null}. */
    public <T> @Nullable List<T> list(JsonType<T> item) {
        if (!startArray()) {
            return null;
        }
        TrackedList<T> items = new TrackedList<>();
        while (nextItem()) {
            items.append(item.read(this));
        }
        return items;
    }

    /** An object as a map; values may be {@code null}. */
    public <T> @Nullable Map<String, T> map(JsonType<T> value) {
        if (!startObject()) {
            return null;
        }
        TrackedMap<T> entries = new TrackedMap<>();
        for (String name = nextMember(); name != null; name = nextMember()) {
            entries.append(name, value.read(this));
        }
        return entries;
    }

    /** The value of an undeclared member as an object keeps it: a String for a string, else a JsonValue. */
    Object undeclared(@Nullable Names names, int slot) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return JsonValue.read(this);
        }
        return names == null || slot < 0
                ? parser.getString()
                : names.text(slot, parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    private boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    private boolean isText(String what) {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_STRING || otherwise(token, false, what);
    }

    /** What is left when a value is not of the usual kind: one that will do, {@code null}, or a mistake. */
    private boolean otherwise(JsonToken token, boolean willDo, String what) {
        if (token == JsonToken.VALUE_NULL) {
            return false;
        }
        if (!willDo) {
            throw mismatch(what);
        }
        return true;
    }

    private <T> T fits(@Nullable T value, String what) {
        if (value == null) {
            throw mismatch(what);
        }
        return value;
    }

    JsonException mismatch(String what) {
        return JsonException.at(parser, "Expected " + what);
    }

    /** Frees the buffers; a stream that is read stays open. */
    @Override
    public void close() {
        parser.close();
    }
}
