package dev.lathe.processor.model;

import java.util.Map;

/**
 * How a value says which type it is of.
 *
 * @param property wire name of the member that says it
 * @param mapping value of that member to type, in document order, explicit and implicit ones
 */
public record Discriminator(String property, Map<String, TypeId> mapping) {

    public Discriminator {
        mapping = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(mapping));
    }
}
