package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.OpenEnum;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a URL, before percent-encoding (OData 4.01 ABNF, primitiveLiteral). */
final class Literals {

    /** Beyond this many zeros a number is written with an exponent. */
    private static final int PLAIN_ZEROS = 400;

    private Literals() {}

    /**
     * A value whose class does not tell its type.
     *
     * @param type qualified name of an enumeration, {@code geography} or {@code geometry}; the empty string for a bare
     *     enumeration in quotes, and for all other values
     */
    static String of(@Nullable Object value, String type) {
        if (value instanceof OpenEnum constant) {
            return type + string(constant.value());
        }
        boolean geo = type.equals(GeoLiterals.GEOGRAPHY) || type.equals(GeoLiterals.GEOMETRY);
        if (geo && value instanceof JsonValue shape && !shape.isNull()) {
            return GeoLiterals.of(shape, type);
        }
        return of(value);
    }

    /** @throws IllegalArgumentException if there is no literal for such a value */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof CharSequence) {
            return string(value.toString());
        }
        if (value instanceof OpenEnum constant) {
            return constant.odataType() + string(constant.value());
        }
        if (value instanceof BigDecimal number) {
            return Math.abs((long) number.scale()) > PLAIN_ZEROS ? number.toString() : number.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return floating(((Number) value).doubleValue(), value.toString());
        }
        if (value instanceof OffsetDateTime || value instanceof LocalTime || value instanceof Instant) {
            return unquoted(value);
        }
        if (value instanceof Duration duration) {
            return "duration'" + unquoted(duration) + "'";
        }
        if (value instanceof byte[] bytes) {
            return "binary'" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "'";
        }
        if (value instanceof Iterable<?> || value instanceof Map<?, ?> || value instanceof JsonObject) {
            return JsonWriter.toJson(value);
        }
        if (value instanceof JsonValue json) {
            return json.kind() == JsonValue.Kind.STRING ? string(json.asString()) : json.toJson();
        }
        if (value instanceof Number
                || value instanceof Boolean
                || value instanceof UUID
                || value instanceof LocalDate) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "No OData literal for a " + value.getClass().getName());
    }

    /** In single quotes, which are doubled inside. */
    static String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String floating(double value, String text) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return Double.isInfinite(value) ? value > 0 ? "INF" : "-INF" : text;
    }

    /** As JSON writes it, without the quotes. */
    private static String unquoted(Object value) {
        String json = JsonWriter.toJson(value);
        return json.substring(1, json.length() - 1);
    }
}
