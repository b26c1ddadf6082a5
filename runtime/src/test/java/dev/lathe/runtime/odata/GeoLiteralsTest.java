package dev.lathe.runtime.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoLiteralsTest {

    /** Shapes of GeoJSON without their quotes, and what the ABNF of OData 4.01 makes of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type:Point,coordinates:[1.50,-2,3]}|Point(1.50 -2 3)",
                "{type:Point,coordinates:[1e-7,2]}|Point(1E-7 2)",
                "{type:LineString,coordinates:[[1,2],[3,4]]}|LineString(1 2,3 4)",
                "{type:Polygon,coordinates:[[[0,0],[0,1],[1,1],[0,0]],[[2,2],[2,3],[3,3],[2,2]]]}|Polygon((0 0,0 1,1 1,0 0),(2 2,2 3,3 3,2 2))",
                "{type:MultiPoint,coordinates:[[1,2],[3,4]]}|MultiPoint((1 2),(3 4))",
                "{type:MultiLineString,coordinates:[[[1,2],[3,4]],[[5,6],[7,8]]]}|MultiLineString((1 2,3 4),(5 6,7 8))",
                "{type:MultiPolygon,coordinates:[[[[0,0],[0,1],[1,1],[0,0]]]]}|MultiPolygon(((0 0,0 1,1 1,0 0)))",
                "{type:GeometryCollection,geometries:[{type:Point,coordinates:[1,2]},{type:LineString,coordinates:[[1,2],[3,4]]}]}|Collection(Point(1 2),LineString(1 2,3 4))"
            })
    void eachShapeHasItsLiteral(String shape, String expected) {
        JsonValue json = JsonValue.parse(shape.replaceAll("([A-Za-z]{4,})", "\"$1\""));

        assertThat(GeoLiterals.of(json, "geography")).isEqualTo("geography'SRID=4326;" + expected + "'");
        assertThat(GeoLiterals.of(json, "geometry")).isEqualTo("geometry'SRID=0;" + expected + "'");
    }

    @ParameterizedTest
    @CsvSource({"EPSG:3857,3857", "urn:ogc:def:crs:EPSG::4258,4258", "urn:ogc:def:crs:OGC:1.3:CRS84,4326"})
    void theReferenceSystemIsThatOfTheShape(String name, String srid) {
        JsonValue json = JsonValue.parse(
                "{\"type\":\"Point\",\"coordinates\":[1,2],\"crs\":{\"properties\":{\"name\":\"" + name + "\"}}}");

        assertThat(GeoLiterals.of(json, "geography")).isEqualTo("geography'SRID=" + srid + ";Point(1 2)'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "{}",
                "{\"type\":\"Circle\",\"coordinates\":[1,2]}",
                "{\"type\":\"Point\"}",
                "{\"type\":\"Point\",\"coordinates\":[]}",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3]]}",
                "{\"type\":\"Point\",\"coordinates\":[\"1') or true\",2]}",
                "{\"type\":\"LineString\",\"coordinates\":[1,2]}"
            })
    void whatIsNoShapeIsRefused(String json) {
        JsonValue value = JsonValue.parse(json);

        assertThatThrownBy(() -> GeoLiterals.of(value, "geography")).isInstanceOf(IllegalArgumentException.class);
    }

    /** OData 4.01 URL Conventions, section 5.1.1.10: distances are between points, areas are polygons. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2]]}",
                "{\"type\":\"Polygon\",\"coordinates\":5}"
            })
    void functionsRefuseWhatTheyDoNotTake(String json) {
        GeoColumn<Object> place = GeoColumn.geography("At");
        JsonValue value = JsonValue.parse(json);

        assertThatThrownBy(() -> place.closerThan(1, value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> place.fartherThan(1, value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> place.intersects(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nullIsNoShape() {
        assertThat(GeoColumn.<Object>geography("At").eq(JsonValue.NULL).toString())
                .isEqualTo("At eq null");
    }
}
