package dev.lathe.processor.openapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By which values of one member types are told apart, as far as they enumerate its values. */
final class Tags {

    private final String property;
    private final Map<SchemaAt, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Integer> claims = new HashMap<>();

    Tags(Composition composition, String property, List<SchemaAt> types) {
        this.property = property;
        for (SchemaAt type : types) {
            List<String> enumerated = composition.enumerated(type, property);
            values.put(type, enumerated);
            enumerated.forEach(value -> claims.merge(value, 1, Integer::sum));
        }
    }

    String property() {
        return property;
    }

    /** The one value of a type, or several that no other type has; empty where the member does not tell. */
    List<String> of(SchemaAt type) {
        List<String> own = values.getOrDefault(type, List.of());
        return own.size() == 1 || own.stream().allMatch(this::isExclusive) ? own : List.of();
    }

    /** Whether each type has values, and none has one of another's. */
    boolean tellAll() {
        return values.values().stream().noneMatch(List::isEmpty)
                && claims.keySet().stream().allMatch(this::isExclusive);
    }

    /** Whether each type has just one value. */
    boolean areConstants() {
        return values.values().stream().allMatch(own -> own.size() == 1);
    }

    private boolean isExclusive(String value) {
        return claims.getOrDefault(value, 0) == 1;
    }
}
