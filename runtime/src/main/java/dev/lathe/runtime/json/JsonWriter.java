package dev.lathe.runtime.json;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON values into a buffer. Not safe for use by several threads.
 *
 * <p>{@link #value} writes any value in its usual form; the other methods are for values whose form differs.
 */
public final class JsonWriter implements AutoCloseable {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
    private final JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), buffer);
    private boolean paddedBytes;
    private boolean bareTypeNames;
    private boolean withoutReadOnly;

    /** A writer with an empty buffer. */
    public JsonWriter() {}

    /** Has {@link #value} write bytes in the standard alphabet, padded, for services that read no base64url. */
    public JsonWriter withPaddedBytes() {
        paddedBytes = true;
        return this;
    }

    /** Has names of types written without the {@code #} that the standard puts before them. */
    public JsonWriter withBareTypeNames() {
        bareTypeNames = true;
        return this;
    }

    /**
     * Leaves out members that only the service sets, at any depth, as a request should: OpenAPI 3.0, section 4.7.24.2,
     * {@code readOnly}.
     */
    public JsonWriter withoutReadOnly() {
        withoutReadOnly = true;
        return this;
    }

    boolean leavesOut(ObjectType<?> type, int member) {
        return withoutReadOnly && type.isReadOnly(member);
    }

    /** Writes one value, as {@link #value} does, as UTF-8. */
    public static byte[] toBytes(@Nullable Object value) {
        try (JsonWriter out = new JsonWriter()) {
            out.value(value);
            return out.bytes();
        }
    }

    /** Writes one value, as {@link #value} does, as text. */
    public static String toJson(@Nullable Object value) {
        return new String(toBytes(value), StandardCharsets.UTF_8);
    }

    /** What has been written, as UTF-8. */
    public byte[] bytes() {
        generator.flush();
        return buffer.toByteArray();
    }

    /** Starts an object. */
    public void startObject() {
        generator.writeStartObject();
    }

    /** The name of the member that comes next. */
    public void name(String name) {
        generator.writeName(name);
    }

    /** Ends the object. */
    public void endObject() {
        generator.writeEndObject();
    }

    /** Starts an array. */
    public void startArray() {
        generator.writeStartArray();
    }

    /** Ends the array. */
    public void endArray() {
        generator.writeEndArray();
    }

    /** Writes {@code null}. */
    public void nullValue() {
        generator.writeNull();
    }

    /** A string. */
    public void string(@Nullable String value) {
        if (value == null) {
            nullValue();
        } else {
            generator.writeString(value);
        }
    }

    /** True or false. */
    public void bool(@Nullable Boolean value) {
        if (value == null) {
            nullValue();
        } else {
            generator.writeBoolean(value);
        }
    }

    /** An integer. */
    public void int32(@Nullable Integer value) {
        if (value == null) {
            nullValue();
        } else {
            generator.writeNumber(value);
        }
    }

    /** An integer. */
    public void int64(@Nullable Long value) {
        if (value == null) {
            nullValue();
        } else {
            generator.writeNumber(value);
        }
    }

    /** A number with all its digits, without an exponent. */
    public void decimal(@Nullable BigDecimal value) {
        if (value == null) {
            nullValue();
        } else {
            generator.writeNumber(Numbers.format(value));
        }
    }

    private void float64(double value) {
        if (Double.isFinite(value)) {
            generator.writeNumber(value);
        } else {
            // OData JSON 4.01, section 7.1; JSON has no numbers for them.
            generator.writeString(Double.isNaN(value) ? "NaN" : value > 0 ? "INF" : "-INF");
        }
    }

    /** A number in a string. */
    public void stringNumber(@Nullable Object value) {
        string(value instanceof BigDecimal decimal ? Numbers.format(decimal) : value == null ? null : value.toString());
    }

    /** Milliseconds since 1970-01-01T00:00:00Z. */
    public void epochMillis(@Nullable Instant value) {
        int64(value == null ? null : value.toEpochMilli());
    }

    /** Bytes in the standard alphabet, padded. */
    public void base64(byte @Nullable [] value) {
        string(value == null ? null : Base64.getEncoder().encodeToString(value));
    }

    /** Bytes in the URL-safe alphabet without padding. */
    public void base64url(byte @Nullable [] value) {
        string(value == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(value));
    }

    /** A number as its text says; the text must be a JSON number. */
    void number(String text) {
        generator.writeNumber(text);
    }

    /** A number where the text is one, else a string: what an enumeration of numbers holds may be neither known nor a number. */
    void numberOrString(String text) {
        try {
            decimal(new BigDecimal(text));
        } catch (NumberFormatException e) {
            string(text);
        }
    }

    /** A JSON value as its text says; the text must be well-formed. */
    void raw(String json) {
        generator.writeRawValue(json);
    }

    /** An array of values of one type. */
    public <T> void list(@Nullable Iterable<? extends @Nullable T> values, JsonType<T> item) {
        if (values == null) {
            nullValue();
            return;
        }
        startArray();
        for (T value : values) {
            write(item, value);
        }
        endArray();
    }

    /** An object of values of one type. */
    public <T> void map(@Nullable Map<String, ? extends @Nullable T> values, JsonType<T> type) {
        if (values == null) {
            nullValue();
            return;
        }
        startObject();
        for (Map.Entry<String, ? extends @Nullable T> entry : values.entrySet()) {
            name(entry.getKey());
            write(type, entry.getValue());
        }
        endObject();
    }

    /** A value in the form of its type. */
    public <T> void write(JsonType<T> type, @Nullable T value) {
        if (value == null) {
            nullValue();
        } else {
            type.write(this, value);
        }
    }

    /** The changed members of an object, as the body of a {@code PATCH}; see {@link JsonObject#changedMembers()}. */
    public void changes(JsonObject object) {
        changes(object, name -> true);
    }

    /** Those changed members of an object that the filter keeps; see {@link JsonObject#changedMembers()}. */
    public void changes(JsonObject object, MemberFilter filter) {
        changes(object, false, filter);
    }

    /**
     * Writes changed members, and the type of the object where it is said in an annotation.
     *
     * @param typed whether the place where the object stands does not tell its type
     */
    public void changes(JsonObject object, boolean typed, MemberFilter filter) {
        WrittenForm.changes(object, this, typed, filter);
    }

    /** The members of an object that a client may write and the filter keeps, as the body of a {@code POST}. */
    public void writable(JsonObject object, MemberFilter filter) {
        writable(object, false, filter);
    }

    /**
     * Writes members that may be written, and the type of the object where it is said in an annotation.
     *
     * @param typed whether the place where the object stands does not tell its type
     */
    public void writable(JsonObject object, boolean typed, MemberFilter filter) {
        WrittenForm.writable(object, this, typed, filter);
    }

    /** The name of an object's type, as the value of the annotation for it. */
    public void typeName(String name) {
        generator.writeString(bareTypeNames ? name : "#" + name);
    }

    /**
     * An object together with the name of its type, where the object's kind has such a thing: its key, and the members
     * that a client may write.
     */
    public void typed(JsonObject object) {
        typed(object, "", false);
    }

    /**
     * An object together with the name of its type, and with its identifier where it has one.
     *
     * @param id empty for none
     * @param changesOnly leaves out members that are not changed, but for the key
     */
    public void typed(JsonObject object, String id, boolean changesOnly) {
        WrittenForm.typed(object, this, id, changesOnly);
    }

    /**
     * A value in its usual form: numbers, strings and booleans; enumerations, objects and unions of generated classes;
     * {@link JsonValue}; dates and times as RFC 3339 writes them; bytes as base64url unless told otherwise; lists, maps and arrays of them.
     *
     * @throws IllegalArgumentException if it is an object of any other class
     */
    public void value(@Nullable Object value) {
        if (value == null) {
            nullValue();
        } else if (value instanceof String string) {
            generator.writeString(string);
        } else if (value instanceof Integer integer) {
            generator.writeNumber(integer);
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof UUID uuid) {
            generator.writeString(uuid.toString());
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof JsonObject object) {
            WrittenForm.all(object, this, false);
        } else if (value instanceof OpenEnum constant) {
            constant.write(this);
        } else if (value instanceof OffsetDateTime time) {
            generator.writeString(Times.format(time));
        } else if (value instanceof Duration duration) {
            generator.writeString(Times.format(duration));
        } else if (value instanceof Iterable<?> items) {
            startArray();
            for (Object item : items) {
                value(item);
            }
            endArray();
        } else if (value instanceof Map<?, ?> entries) {
            startObject();
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                name(entry.getKey().toString());
                value(entry.getValue());
            }
            endObject();
        } else {
            otherValue(value);
        }
    }

    private void otherValue(Object value) {
        if (value instanceof JsonValue json) {
            json.write(this);
        } else if (value instanceof AdditionalMembers.Decoded<?> decoded) {
            decoded.write(this);
        } else if (value instanceof UnionCase union) {
            union.write(this);
        } else if (value instanceof byte[] bytes) {
            if (paddedBytes) {
                base64(bytes);
            } else {
                base64url(bytes);
            }
        } else if (value instanceof LocalTime time) {
            generator.writeString(Times.format(time));
        } else if (value instanceof Duration duration) {
            generator.writeString(Times.format(duration));
        } else if (value instanceof LocalDate
                || value instanceof Instant
                || value instanceof URI
                || value instanceof Character
                || value instanceof Enum<?>) {
            generator.writeString(value.toString());
        } else if (value instanceof Object[] items) {
            startArray();
            for (Object item : items) {
                value(item);
            }
            endArray();
        } else {
            throw new IllegalArgumentException(
                    "No JSON form for a " + value.getClass().getName());
        }
    }

    private void number(Number number) {
        if (number instanceof Long value) {
            generator.writeNumber(value);
        } else if (number instanceof BigDecimal value) {
            decimal(value);
        } else if (number instanceof Double value) {
            float64(value);
        } else if (number instanceof Float value) {
            if (Float.isFinite(value)) {
                generator.writeNumber(value);
            } else {
                float64(value);
            }
        } else if (number instanceof BigInteger value) {
            generator.writeNumber(value);
        } else if (number instanceof Short || number instanceof Byte) {
            generator.writeNumber(number.intValue());
        } else {
            throw new IllegalArgumentException(
                    "No JSON form for a " + number.getClass().getName());
        }
    }

    /** Frees the buffers. */
    @Override
    public void close() {
        generator.close();
    }
}
