package dev.lathe.processor.model;

import java.util.List;

/** A group of calls that a client offers under one name. */
public sealed interface Resource {

    /** The document's name for it: a tag, a path segment, an entity set. */
    String name();

    Docs docs();

    SpecPath at();

    /** Operations of OpenAPI that share a tag, or else the first segment of their path. */
    record Tagged(String name, List<HttpOperation> operations, Docs docs, SpecPath at) implements Resource {
        public Tagged {
            operations = List.copyOf(operations);
        }
    }

    /** An OData entity set. */
    record EntitySet(String name, TypeId type, Docs docs, SpecPath at) implements Resource {}

    /** An OData singleton. */
    record Singleton(String name, TypeId type, Docs docs, SpecPath at) implements Resource {}
}
