package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * GeoJSON as it stands in a URL, before percent-encoding: {@code geography'SRID=4326;Point(12.5 41.9)'} (OData 4.01 ABNF,
 * geographyPoint and its kin).
 */
final class GeoLiterals {

    static final String GEOGRAPHY = "geography";
    static final String GEOMETRY = "geometry";

    // As RFC 7946 lost it, but OData kept it: "EPSG:4326", "urn:ogc:def:crs:EPSG::4326".
    private static final Pattern EPSG = Pattern.compile("(?i).*EPSG:(?:[^:]*:)?(\\d{1,5})");

    private GeoLiterals() {}

    /**
     * The literal of a shape.
     *
     * @param prefix {@value #GEOGRAPHY} or {@value #GEOMETRY}
     * @throws IllegalArgumentException if the value is no shape of GeoJSON
     */
    static String of(JsonValue shape, String prefix) {
        String usual = prefix.equals(GEOGRAPHY) ? "4326" : "0";
        return prefix + "'SRID=" + srid(shape, usual) + ";" + shape(shape) + "'";
    }

    /**
     * The literal of a shape that has to be of one kind.
     *
     * @throws IllegalArgumentException if it is of another kind
     */
    static String of(JsonValue shape, String prefix, String kind) {
        if (!type(shape).equals(kind)) {
            throw new IllegalArgumentException("No " + kind + " of GeoJSON: " + shape);
        }
        return of(shape, prefix);
    }

    private static String srid(JsonValue shape, String usual) {
        JsonValue crs = shape.kind() == JsonValue.Kind.OBJECT ? shape.member("crs") : null;
        JsonValue properties = member(crs, "properties");
        JsonValue name = member(properties, "name");
        Matcher known = EPSG.matcher(name == null ? "" : name.asString());
        return known.matches() ? known.group(1) : usual;
    }

    private static @Nullable JsonValue member(@Nullable JsonValue object, String name) {
        return object != null && object.kind() == JsonValue.Kind.OBJECT ? object.member(name) : null;
    }

    private static String type(JsonValue shape) {
        JsonValue named = member(shape, "type");
        return named == null ? "" : named.asString();
    }

    private static String shape(JsonValue shape) {
        String type = type(shape);
        if (type.equals("GeometryCollection")) {
            return "Collection(" + joined(required(shape, "geometries"), GeoLiterals::shape) + ")";
        }
        JsonValue coordinates = required(shape, "coordinates");
        return switch (type) {
            case "Point" -> type + "(" + position(coordinates) + ")";
            case "LineString" -> type + line(coordinates);
            case "Polygon" -> type + lines(coordinates);
            case "MultiPoint" -> type + "(" + joined(coordinates, point -> "(" + position(point) + ")") + ")";
            case "MultiLineString" -> type + lines(coordinates);
            case "MultiPolygon" -> type + "(" + joined(coordinates, GeoLiterals::lines) + ")";
            default -> throw noShape(shape);
        };
    }

    private static JsonValue required(JsonValue shape, String member) {
        JsonValue value = member(shape, member);
        if (value == null || value.kind() != JsonValue.Kind.ARRAY) {
            throw noShape(shape);
        }
        return value;
    }

    private static String lines(JsonValue lines) {
        return "(" + joined(lines, GeoLiterals::line) + ")";
    }

    private static String line(JsonValue positions) {
        return "(" + joined(positions, GeoLiterals::position) + ")";
    }

    // RFC 7946, section 3.1.1: longitude and latitude at least.
    private static String position(JsonValue position) {
        List<JsonValue> numbers = elements(position).toList();
        if (numbers.size() < 2 || numbers.stream().anyMatch(number -> number.kind() != JsonValue.Kind.NUMBER)) {
            throw noShape(position);
        }
        return numbers.stream()
                .map(number -> number.toJson().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static String joined(JsonValue list, Function<JsonValue, String> each) {
        return elements(list).map(each).collect(Collectors.joining(","));
    }

    private static Stream<JsonValue> elements(JsonValue list) {
        if (list.kind() != JsonValue.Kind.ARRAY) {
            throw noShape(list);
        }
        return list.elements().stream();
    }

    private static IllegalArgumentException noShape(JsonValue value) {
        return new IllegalArgumentException("No shape of GeoJSON: " + value);
    }
}
