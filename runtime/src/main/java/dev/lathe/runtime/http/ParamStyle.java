package dev.lathe.runtime.http;

/** How lists and objects are spelled in a path, a query, a header or a form (OpenAPI 3.1, section 4.8.12.2). */
public enum ParamStyle {
    /** {@code a,b}: paths and headers. */
    SIMPLE,
    /** {@code .a.b}: paths. */
    LABEL,
    /** {@code ;name=a;name=b}: paths. */
    MATRIX,
    /** {@code name=a&name=b}, or {@code name=a,b} when not exploded: queries, forms and cookies. */
    FORM,
    /** {@code name=a%20b}. */
    SPACE_DELIMITED,
    /** {@code name=a%7Cb}. */
    PIPE_DELIMITED,
    /** {@code name=a%09b}: Swagger 2.0's {@code collectionFormat: tsv}. */
    TAB_DELIMITED,
    /** {@code name[key]=value}: objects in queries. */
    DEEP_OBJECT,
    /** The value as JSON text. */
    JSON
}
