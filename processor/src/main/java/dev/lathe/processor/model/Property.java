package dev.lathe.processor.model;

import java.util.List;

/**
 * A member of an object.
 *
 * @param wireName what travels
 * @param required whether the document demands it in a value
 * @param nullable whether {@code null} is a value of it
 * @param aliases other wire names that are accepted on reading
 */
public record Property(
        String wireName,
        TypeRef type,
        boolean required,
        boolean nullable,
        Access access,
        List<String> aliases,
        Docs docs,
        SpecPath at) {

    /** Who may write a member. */
    public enum Access {
        READ_WRITE,
        /** Set by the server: it has no setter. */
        READ_ONLY,
        /** Never in an answer. */
        WRITE_ONLY,
        /** May be set on create only (OData {@code Core.Immutable}). */
        CREATE_ONLY
    }

    public Property {
        aliases = List.copyOf(aliases);
    }
}
