package dev.lathe.processor.model;

import java.util.Optional;

/**
 * A navigation property of OData.
 *
 * @param wireName case-sensitive; what {@code $expand} and {@code @odata.bind} take
 * @param target entity type at the other end
 * @param typed whether the model has the target; without it (its table was left out) the navigation is good for ids and binding
 * @param collection whether it leads to many
 * @param contained whether the target lives inside of this entity
 * @param lookup the property that holds the target's key, from the referential constraint
 * @param targetSet entity set of the target where the container binds one that exists
 */
public record Navigation(
        String wireName,
        TypeId target,
        boolean typed,
        boolean collection,
        boolean contained,
        Optional<String> lookup,
        Optional<String> targetSet,
        Docs docs,
        SpecPath at) {}
