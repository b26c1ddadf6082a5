package dev.lathe.processor.odata;

import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The built-in types of OData ({@code Edm.*}). */
final class EdmTypes {

    private static final Map<String, ScalarKind> PLAIN = Map.ofEntries(
            Map.entry("Edm.Binary", ScalarKind.BASE64URL),
            Map.entry("Edm.Boolean", ScalarKind.BOOLEAN),
            Map.entry("Edm.Byte", ScalarKind.UINT8),
            Map.entry("Edm.Date", ScalarKind.DATE),
            Map.entry("Edm.DateTimeOffset", ScalarKind.DATE_TIME),
            Map.entry("Edm.Decimal", ScalarKind.DECIMAL),
            Map.entry("Edm.Double", ScalarKind.DOUBLE),
            Map.entry("Edm.Duration", ScalarKind.DURATION),
            Map.entry("Edm.Guid", ScalarKind.UUID),
            Map.entry("Edm.Int16", ScalarKind.INT16),
            Map.entry("Edm.Int32", ScalarKind.INT32),
            Map.entry("Edm.Int64", ScalarKind.INT64),
            Map.entry("Edm.SByte", ScalarKind.INT8),
            Map.entry("Edm.Single", ScalarKind.FLOAT),
            Map.entry("Edm.String", ScalarKind.STRING),
            Map.entry("Edm.TimeOfDay", ScalarKind.TIME_OF_DAY),
            // Of the types of terms (CSDL 4.01, section 14.4.1): paths are strings.
            Map.entry("Edm.AnnotationPath", ScalarKind.STRING),
            Map.entry("Edm.AnyPropertyPath", ScalarKind.STRING),
            Map.entry("Edm.ModelElementPath", ScalarKind.STRING),
            Map.entry("Edm.NavigationPropertyPath", ScalarKind.STRING),
            Map.entry("Edm.PropertyPath", ScalarKind.STRING));

    /** What stands for entities of any type. */
    static final String ANY_ENTITY = "Edm.EntityType";

    /** Types whose values may be any JSON, which Java keeps as it is. */
    private static final Set<String> ANY =
            Set.of("Edm.Untyped", "Edm.PrimitiveType", "Edm.ComplexType", "Edm.EntityType");

    private static final List<String> SHAPES = List.of(
            "", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "Collection");

    /** Names that people bring along from OData V2 and V3. */
    private static final Map<String, String> BEFORE_V4 = Map.of(
            "Edm.DateTime",
            "Edm.DateTimeOffset",
            "Edm.Time",
            "Edm.TimeOfDay' or 'Edm.Duration",
            "Edm.Float",
            "Edm.Double");

    private static final Map<String, ScalarKind> SCALARS = scalars();

    private EdmTypes() {}

    private static Map<String, ScalarKind> scalars() {
        Map<String, ScalarKind> scalars = new HashMap<>(PLAIN);
        for (String shape : SHAPES) {
            scalars.put("Edm.Geography" + shape, ScalarKind.GEOGRAPHY);
            scalars.put("Edm.Geometry" + shape, ScalarKind.GEOMETRY);
        }
        return scalars;
    }

    static Optional<TypeRef> find(String name) {
        ScalarKind kind = SCALARS.get(name);
        if (kind != null) {
            return Optional.of(new TypeRef.Scalar(kind));
        }
        if (name.equals("Edm.Stream")) {
            return Optional.of(new TypeRef.Stream());
        }
        return ANY.contains(name) ? Optional.of(TypeRef.ANY) : Optional.empty();
    }

    static Set<String> names() {
        var names = new TreeSet<String>(SCALARS.keySet());
        names.addAll(ANY);
        names.add("Edm.Stream");
        return names;
    }

    static Optional<String> successor(String name) {
        return Optional.ofNullable(BEFORE_V4.get(name));
    }
}
