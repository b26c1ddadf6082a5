package dev.lathe.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * One of several types ({@code oneOf}, {@code anyOf}).
 *
 * @param cases in document order; at least one
 */
public record UnionDecl(
        TypeId id, String name, List<TypeRef> cases, Optional<Discriminator> discriminator, Docs docs, SpecPath at)
        implements TypeDecl {

    public UnionDecl {
        cases = List.copyOf(cases);
    }
}
