package dev.lathe.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A JSON object with named members.
 *
 * @param wireType what {@code @odata.type} calls it (OData: the qualified name); the schema's name otherwise
 * @param base the type whose members come first
 * @param properties own members, in document order; names are unique along the line of bases
 * @param navigations own navigation properties (OData), else empty
 * @param key own or inherited; empty for anything but a keyed entity type
 * @param discriminator how a value of a derived type is recognised; only on the type that declares it
 * @param additional type of members that the document does not name; empty when it says nothing about them (they are kept all the same)
 * @param media whether a value comes with a stream of its own (OData {@code HasStream})
 * @param alternateKeys further sets of properties that address one value (OData)
 */
public record ObjectDecl(
        TypeId id,
        String name,
        Kind kind,
        String wireType,
        Optional<TypeId> base,
        boolean isAbstract,
        List<Property> properties,
        List<Navigation> navigations,
        List<KeyPart> key,
        Optional<Discriminator> discriminator,
        Optional<TypeRef> additional,
        boolean media,
        List<List<KeyPart>> alternateKeys,
        Docs docs,
        SpecPath at)
        implements TypeDecl {

    /** What kind of thing the object is to its API. */
    public enum Kind {
        /** A schema of OpenAPI. */
        SCHEMA,
        /** An OData entity type. */
        ENTITY,
        /** An OData complex type. */
        COMPLEX
    }

    public ObjectDecl {
        properties = List.copyOf(properties);
        navigations = List.copyOf(navigations);
        key = List.copyOf(key);
        alternateKeys = alternateKeys.stream().map(List::copyOf).toList();
    }

    /** An object without a stream and without alternate keys. */
    public ObjectDecl(
            TypeId id,
            String name,
            Kind kind,
            String wireType,
            Optional<TypeId> base,
            boolean isAbstract,
            List<Property> properties,
            List<Navigation> navigations,
            List<KeyPart> key,
            Optional<Discriminator> discriminator,
            Optional<TypeRef> additional,
            Docs docs,
            SpecPath at) {
        this(
                id,
                name,
                kind,
                wireType,
                base,
                isAbstract,
                properties,
                navigations,
                key,
                discriminator,
                additional,
                false,
                List.of(),
                docs,
                at);
    }
}
