package dev.lathe.processor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a value says which type it is of.
 *
 * @param property wire name of the member that says it
 * @param mapping value of that member to type, in document order, explicit and implicit ones
 * @param undecided types of which several values are enumerated and none is the type's name: callers choose among them
 */
public record Discriminator(String property, Map<String, TypeId> mapping, Set<TypeId> undecided) {

    public Discriminator {
        mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
        undecided = Set.copyOf(undecided);
    }

    public Discriminator(String property, Map<String, TypeId> mapping) {
        this(property, mapping, Set.of());
    }
}
