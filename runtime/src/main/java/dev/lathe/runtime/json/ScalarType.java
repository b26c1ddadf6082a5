package dev.lathe.runtime.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One class for the single values of all kinds: a class each would cost a millisecond of every start. */
final class ScalarType<T> extends JsonType<T> {

    /** The kinds of single values, by their wire form and range. */
    enum Kind {
        STRING,
        BOOLEAN,
        INT8,
        UINT8,
        INT16,
        INT32,
        INT64,
        INTEGER,
        FLOAT,
        DOUBLE,
        DECIMAL,
        STRING_DECIMAL,
        STRING_INT64,
        DATE,
        DATE_TIME,
        TIME_OF_DAY,
        DURATION,
        EPOCH_MILLIS,
        UUID,
        BASE64,
        BASE64URL,
        URI,
        ANY
    }

    private final Kind kind;

    ScalarType(Kind kind) {
        this.kind = kind;
    }

    @Override
    @SuppressWarnings("unchecked") // Scalars names the Java type of each kind once
    public @Nullable T read(JsonReader in) {
        return (T) readObject(in);
    }

    private @Nullable Object readObject(JsonReader in) {
        return switch (kind) {
            case STRING -> in.string();
            case BOOLEAN -> in.bool();
            case INT8 -> in.int8();
            case UINT8 -> in.uint8();
            case INT16 -> in.int16();
            case INT32 -> in.int32();
            case INT64 -> in.int64();
            case INTEGER -> in.integer();
            case FLOAT -> in.float32();
            case DOUBLE -> in.float64();
            case DECIMAL -> in.decimal();
            case STRING_DECIMAL -> in.stringDecimal();
            case STRING_INT64 -> in.stringInt64();
            case DATE -> in.date();
            case DATE_TIME -> in.dateTime();
            case TIME_OF_DAY -> in.timeOfDay();
            case DURATION -> in.duration();
            case EPOCH_MILLIS -> in.epochMillis();
            case UUID -> in.guid();
            case BASE64, BASE64URL -> in.base64();
            case URI -> in.uri();
            case ANY -> in.any();
        };
    }

    @Override
    public void write(JsonWriter out, T value) {
        switch (kind) {
            case STRING_DECIMAL, STRING_INT64 -> out.stringNumber(value);
            case EPOCH_MILLIS -> out.epochMillis((Instant) value);
            case BASE64 -> out.base64((byte[]) value);
            default -> out.value(value);
        }
    }

    @Override
    boolean accepts(JsonValue.Kind json) {
        return switch (kind) {
            case BOOLEAN -> json == JsonValue.Kind.BOOLEAN;
            case INT8, UINT8, INT16, INT32, INT64, INTEGER, FLOAT, DOUBLE, DECIMAL, EPOCH_MILLIS ->
                json == JsonValue.Kind.NUMBER;
            case ANY -> true;
            default -> json == JsonValue.Kind.STRING;
        };
    }
}
