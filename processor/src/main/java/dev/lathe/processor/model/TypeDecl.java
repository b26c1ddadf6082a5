package dev.lathe.processor.model;

/** A type that the document declares, or that a front end had to name (an inline schema). */
public sealed interface TypeDecl permits ObjectDecl, EnumDecl, UnionDecl {

    TypeId id();

    /** The document's name for it, or one made from its place; not yet a Java name. */
    String name();

    Docs docs();

    SpecPath at();
}
