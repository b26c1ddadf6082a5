package dev.lathe.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * One of several types ({@code oneOf}, {@code anyOf}; the answers of an operation that has several).
 *
 * @param cases in document order; at least one
 * @param told how it is known which case a value is of
 */
public record UnionDecl(
        TypeId id,
        String name,
        List<TypeRef> cases,
        Told told,
        Optional<Discriminator> discriminator,
        Docs docs,
        SpecPath at)
        implements TypeDecl {

    /** What tells the case of a value. */
    public enum Told {
        /** The value itself: its discriminator, or its look. */
        BY_VALUE,
        /** The status of the answer that it came in. A union in it is a case of its own. */
        BY_STATUS
    }

    public UnionDecl {
        cases = List.copyOf(cases);
    }

    /** A union whose values tell their case themselves. */
    public UnionDecl(
            TypeId id,
            String name,
            List<TypeRef> cases,
            Optional<Discriminator> discriminator,
            Docs docs,
            SpecPath at) {
        this(id, name, cases, Told.BY_VALUE, discriminator, docs, at);
    }
}
