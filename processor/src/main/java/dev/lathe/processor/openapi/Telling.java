package dev.lathe.processor.openapi;

import dev.lathe.processor.model.Discriminator;
import dev.lathe.processor.model.TypeId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects which values of one member stand for which type; of two types that claim a value, the first one has it. */
final class Telling {

    private final String property;
    private final Map<String, TypeId> mapping = new LinkedHashMap<>();
    private final Set<TypeId> undecided = new HashSet<>();

    Telling(String property) {
        this.property = property;
    }

    /** An entry that the document states. */
    void state(String value, TypeId type) {
        mapping.put(value, type);
    }

    /** The values that a type enumerates, or its name, if nothing was stated for it. */
    void infer(TypeId type, List<String> values) {
        if (mapping.containsValue(type)) {
            return;
        }
        if (values.size() > 1) {
            undecided.add(type);
        }
        values.forEach(value -> mapping.putIfAbsent(value, type));
    }

    Discriminator discriminator() {
        return new Discriminator(property, mapping, undecided);
    }
}
