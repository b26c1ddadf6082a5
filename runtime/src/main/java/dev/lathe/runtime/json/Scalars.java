package dev.lathe.runtime.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The types of single values. */
public final class Scalars {

    /** A string. */
    public static final JsonType<String> STRING = new ScalarType<>(ScalarType.Kind.STRING);

    /** True or false. */
    public static final JsonType<Boolean> BOOLEAN = new ScalarType<>(ScalarType.Kind.BOOLEAN);

    /** A signed integer of 8 bits. */
    public static final JsonType<Byte> INT8 = new ScalarType<>(ScalarType.Kind.INT8);

    /** An integer from 0 to 255. */
    public static final JsonType<Short> UINT8 = new ScalarType<>(ScalarType.Kind.UINT8);

    /** A signed integer of 16 bits. */
    public static final JsonType<Short> INT16 = new ScalarType<>(ScalarType.Kind.INT16);

    /** A signed integer of 32 bits. */
    public static final JsonType<Integer> INT32 = new ScalarType<>(ScalarType.Kind.INT32);

    /** A signed integer of 64 bits. */
    public static final JsonType<Long> INT64 = new ScalarType<>(ScalarType.Kind.INT64);

    /** An integer of any size. */
    public static final JsonType<BigInteger> INTEGER = new ScalarType<>(ScalarType.Kind.INTEGER);

    /** A floating point number of 32 bits. */
    public static final JsonType<Float> FLOAT = new ScalarType<>(ScalarType.Kind.FLOAT);

    /** A floating point number of 64 bits. */
    public static final JsonType<Double> DOUBLE = new ScalarType<>(ScalarType.Kind.DOUBLE);

    /** A decimal number with all its digits. */
    public static final JsonType<BigDecimal> DECIMAL = new ScalarType<>(ScalarType.Kind.DECIMAL);

    /** A decimal number that travels as a string. */
    public static final JsonType<BigDecimal> STRING_DECIMAL = new ScalarType<>(ScalarType.Kind.STRING_DECIMAL);

    /** An integer of 64 bits that travels as a string. */
    public static final JsonType<Long> STRING_INT64 = new ScalarType<>(ScalarType.Kind.STRING_INT64);

    /** A date. */
    public static final JsonType<LocalDate> DATE = new ScalarType<>(ScalarType.Kind.DATE);

    /** A date and time with an offset. */
    public static final JsonType<OffsetDateTime> DATE_TIME = new ScalarType<>(ScalarType.Kind.DATE_TIME);

    /** A time of day. */
    public static final JsonType<LocalTime> TIME_OF_DAY = new ScalarType<>(ScalarType.Kind.TIME_OF_DAY);

    /** A duration of days, hours, minutes and seconds. */
    public static final JsonType<Duration> DURATION = new ScalarType<>(ScalarType.Kind.DURATION);

    /** A point in time that travels as milliseconds since 1970-01-01T00:00:00Z. */
    public static final JsonType<Instant> EPOCH_MILLIS = new ScalarType<>(ScalarType.Kind.EPOCH_MILLIS);

    /** A UUID. */
    public static final JsonType<UUID> UUID = new ScalarType<>(ScalarType.Kind.UUID);

    /** Bytes that travel as base64 in the standard alphabet. */
    public static final JsonType<byte[]> BASE64 = new ScalarType<>(ScalarType.Kind.BASE64);

    /** Bytes that travel as base64 in the URL-safe alphabet. */
    public static final JsonType<byte[]> BASE64URL = new ScalarType<>(ScalarType.Kind.BASE64URL);

    /** A URI. */
    public static final JsonType<URI> URI = new ScalarType<>(ScalarType.Kind.URI);

    /** Any value. */
    public static final JsonType<JsonValue> ANY = new ScalarType<>(ScalarType.Kind.ANY);

    private Scalars() {}
}
