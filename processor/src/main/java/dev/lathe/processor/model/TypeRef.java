package dev.lathe.processor.model;

/** A type as the API describes it, whichever document language it came from. */
public sealed interface TypeRef {

    /** A single value of JSON: string, number, boolean. */
    record Scalar(ScalarKind kind) implements TypeRef {}

    /** A JSON array. */
    record ListOf(TypeRef item, boolean nullableItems) implements TypeRef {
        /** An array without nulls. */
        public ListOf(TypeRef item) {
            this(item, false);
        }
    }

    /** A JSON object whose member names are data. */
    record MapOf(TypeRef value, boolean nullableValues) implements TypeRef {
        /** An object without nulls. */
        public MapOf(TypeRef value) {
            this(value, false);
        }
    }

    /** A declared type; {@link ApiModel#type} has it. */
    record Named(TypeId id) implements TypeRef {}

    /** Any JSON value at all: free-form objects, {@code Edm.Untyped}, schemas without a type. */
    record Any() implements TypeRef {}

    /** Bytes outside of JSON: {@code application/octet-stream} and other bodies that are handed over as a stream. */
    record Stream() implements TypeRef {}

    TypeRef STRING = new Scalar(ScalarKind.STRING);
    TypeRef ANY = new Any();
}
