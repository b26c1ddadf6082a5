package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A column of points, lines or areas: on the round earth ({@code Edm.Geography}) or in a plane ({@code Edm.Geometry}). Values
 * are GeoJSON (RFC 7946), coordinates with the longitude first; a {@code crs} member names another reference system than the
 * usual one, for instance {@code EPSG:3857}. The functions are those of OData (URL Conventions 4.01, section 5.1.1.10); not
 * every service has them.
 *
 * @param <E> the class of the rows
 */
public final class GeoColumn<E> extends Column<E, JsonValue> {

    private final String prefix;

    private GeoColumn(String name, String prefix) {
        super(name);
        this.prefix = prefix;
    }

    /** A column of shapes on the earth. For generated classes. */
    public static <E> GeoColumn<E> geography(String wireName) {
        return new GeoColumn<>(wireName, GeoLiterals.GEOGRAPHY);
    }

    /** A column of shapes in a plane. For generated classes. */
    public static <E> GeoColumn<E> geometry(String wireName) {
        return new GeoColumn<>(wireName, GeoLiterals.GEOMETRY);
    }

    @Override
    String literal(@Nullable JsonValue shape) {
        return shape == null || shape.isNull() ? "null" : GeoLiterals.of(shape, prefix);
    }

    /**
     * Rows whose point is less far from another one than that.
     *
     * @param distance in the unit of the reference system: metres on the earth, by default
     * @throws IllegalArgumentException if it is no point of GeoJSON
     */
    public Filter<E> closerThan(double distance, JsonValue point) {
        return distance("lt", distance, point);
    }

    /**
     * Rows whose point is farther from another one than that.
     *
     * @param distance in the unit of the reference system: metres on the earth, by default
     * @throws IllegalArgumentException if it is no point of GeoJSON
     */
    public Filter<E> fartherThan(double distance, JsonValue point) {
        return distance("gt", distance, point);
    }

    private Filter<E> distance(String operator, double distance, JsonValue point) {
        return new Filter<>(new Expression.FunctionComparison(
                new Expression.FunctionCall("geo.distance", name(), GeoLiterals.of(point, prefix, "Point")),
                operator,
                Literals.of(distance)));
    }

    /**
     * Rows whose point lies within an area or on its edge.
     *
     * @throws IllegalArgumentException if it is no polygon of GeoJSON
     */
    public Filter<E> intersects(JsonValue polygon) {
        return new Filter<>(
                new Expression.FunctionCall("geo.intersects", name(), GeoLiterals.of(polygon, prefix, "Polygon")));
    }
}
