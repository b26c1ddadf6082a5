package dev.lathe.sandbox.dataverse;

import java.util.List;
import java.util.stream.Collectors;

/** The key of a row: one value for each key property, in the order of the declaration. */
record Key(List<Object> values) {

    Key {
        values = List.copyOf(values);
    }

    static Key of(Object value) {
        return new Key(List.of(value));
    }

    /** As messages show it. */
    String display() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
