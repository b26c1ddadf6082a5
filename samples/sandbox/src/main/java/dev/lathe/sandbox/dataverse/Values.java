package dev.lathe.sandbox.dataverse;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.olingo.commons.api.edm.EdmEnumType;
import org.apache.olingo.commons.api.edm.EdmPrimitiveType;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeException;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.apache.olingo.commons.api.edm.EdmStructuredType;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.commons.api.edm.EdmTypeDefinition;
import org.apache.olingo.commons.api.edm.constants.EdmTypeKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Values of columns as the store keeps them: UUID, String, Boolean, Short/Integer/Long/Float/Double/BigDecimal,
 * Instant, LocalDate, LocalTime, Duration, byte[]; an enum as its member names; a complex value as a map, a
 * collection as a list; a geography and what an open type adds as the JSON itself.
 */
final class Values {

    private Values() {}

    /** Reads the JSON of a property; {@code null} for JSON null. */
    static @Nullable Object fromJson(EdmProperty property, JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (!property.isCollection()) {
            return fromJson(property.getType(), json, property.getName());
        }
        if (!json.isArray()) {
            throw wrong(property.getName(), "a JSON array", json);
        }
        List<Object> items = new ArrayList<>();
        json.forEach(item -> items.add(fromJson(property.getType(), item, property.getName())));
        return List.copyOf(items);
    }

    private static Object fromJson(EdmType type, JsonNode json, String name) {
        if (type.getKind() == EdmTypeKind.COMPLEX) {
            return complex((EdmStructuredType) type, json, name);
        }
        if (type.getKind() == EdmTypeKind.ENUM) {
            return enumValue((EdmEnumType) type, text(json, name), name);
        }
        EdmPrimitiveType primitive = underlying(type);
        try {
            return primitive(primitive.getName(), json, name);
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            throw wrong(name, "a value of type Edm." + primitive.getName(), json);
        }
    }

    private static Object primitive(String type, JsonNode json, String name) {
        return switch (type) {
            case "Guid" -> guid(text(json, name));
            case "String" -> text(json, name);
            case "Boolean" -> {
                if (!json.isBoolean()) {
                    throw wrong(name, "a JSON boolean", json);
                }
                yield json.booleanValue();
            }
            case "Byte", "SByte", "Int16" -> (short) whole(json, name, Short.MIN_VALUE, Short.MAX_VALUE);
            case "Int32" -> (int) whole(json, name, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "Int64" -> whole(json, name, Long.MIN_VALUE, Long.MAX_VALUE);
            case "Decimal" -> number(json, name);
            case "Double" ->
                json.isString()
                        ? special(json.stringValue())
                        : number(json, name).doubleValue();
            case "Single" ->
                json.isString()
                        ? (float) special(json.stringValue())
                        : number(json, name).floatValue();
            case "DateTimeOffset" -> OffsetDateTime.parse(text(json, name)).toInstant();
            case "Date" -> LocalDate.parse(text(json, name));
            case "TimeOfDay" -> LocalTime.parse(text(json, name));
            case "Duration" -> Duration.parse(text(json, name));
            case "Binary" -> bytes(text(json, name));
            default -> json; // geographies and streams are stored as they came
        };
    }

    private static double special(String text) {
        return switch (text) {
            case "INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text); // Dataverse reads no base64url
    }

    private static UUID guid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text); // UUID.fromString is content with fewer digits
        }
        return UUID.fromString(text);
    }

    private static Map<String, Object> complex(EdmStructuredType type, JsonNode json, String name) {
        if (!json.isObject()) {
            throw wrong(name, "a JSON object", json);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        json.forEachEntry((member, value) -> {
            if (member.equals("@odata.type")) {
                members.put(member, value.asString());
            } else if (member.indexOf('@') < 0) {
                EdmProperty property = type.getStructuralProperty(member);
                // A derived complex type has more; what the base does not know is kept as it came.
                Object converted = property == null ? value : fromJson(property, value);
                if (converted != null) {
                    members.put(member, converted);
                }
            }
        });
        return members;
    }

    private static String enumValue(EdmEnumType type, String text, String name) {
        List<String> known = type.getMemberNames();
        for (String member : text.split(",", -1)) {
            if (!known.contains(member.strip())) {
                throw DataverseError.payload("Requested value '" + text + "' was not found in the enumeration "
                        + type.getName() + " of '" + name + "'.");
            }
        }
        return text;
    }

    private static String text(JsonNode json, String name) {
        if (!json.isString()) {
            throw wrong(name, "a JSON string", json);
        }
        return json.stringValue();
    }

    private static BigDecimal number(JsonNode json, String name) {
        // IEEE754Compatible clients send large numbers as strings.
        if (json.isNumber()) {
            return json.decimalValue();
        }
        return new BigDecimal(text(json, name));
    }

    private static long whole(JsonNode json, String name, long min, long max) {
        long value = number(json, name).longValueExact();
        if (value < min || value > max) {
            throw new ArithmeticException(name);
        }
        return value;
    }

    private static DataverseError wrong(String name, String expected, JsonNode json) {
        String shown = json.toString();
        return DataverseError.payload("Cannot convert the value of '" + name + "' to " + expected + ": "
                + (shown.length() > 80 ? shown.substring(0, 80) + "..." : shown));
    }

    /** Reads a literal as it stands in a URL: quoted strings, bare GUIDs and numbers. {@code null} for null. */
    static @Nullable Object fromLiteral(EdmType type, @Nullable String literal) {
        if (literal == null || literal.equals("null")) {
            return null;
        }
        if (type.getKind() == EdmTypeKind.ENUM) {
            return literal.substring(literal.indexOf('\'') + 1, literal.length() - 1);
        }
        EdmPrimitiveType primitive = underlying(type);
        try {
            String text = primitive.fromUriLiteral(literal);
            return switch (primitive.getName()) {
                case "Guid" -> guid(text.toLowerCase(Locale.ROOT));
                case "String" -> text;
                case "Boolean" -> Boolean.valueOf(text);
                case "Byte", "SByte", "Int16" -> Short.valueOf(text);
                case "Int32" -> Integer.valueOf(text);
                case "Int64" -> Long.valueOf(text);
                case "Decimal" -> new BigDecimal(text);
                case "Double", "Single" -> doubleOf(text);
                case "DateTimeOffset" -> OffsetDateTime.parse(text).toInstant();
                case "Date" -> LocalDate.parse(text);
                case "TimeOfDay" -> LocalTime.parse(text);
                case "Duration" -> Duration.parse(text);
                case "Binary" -> Base64.getUrlDecoder().decode(text);
                default -> text;
            };
        } catch (EdmPrimitiveTypeException | DateTimeParseException | IllegalArgumentException e) {
            throw DataverseError.query("'" + literal + "' is not a valid Edm." + primitive.getName() + " literal.");
        }
    }

    private static double doubleOf(String text) {
        return text.equals("INF") || text.equals("-INF") ? special(text) : Double.parseDouble(text);
    }

    /** Writes a key value for a URL, before percent-encoding. */
    static String toLiteral(Object value) {
        if (value instanceof String text) {
            return "'" + text.replace("'", "''") + "'";
        }
        return text(value);
    }

    /** The plain text of a value, as {@code $value} shows it. */
    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return value.toString();
    }

    /** An instant in the words of a day, for display. */
    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static EdmPrimitiveType underlying(EdmType type) {
        return type instanceof EdmTypeDefinition definition ? definition.getUnderlyingType() : (EdmPrimitiveType) type;
    }
}
