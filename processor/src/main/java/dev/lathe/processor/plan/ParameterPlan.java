package dev.lathe.processor.plan;

import com.palantir.javapoet.TypeName;

/**
 * A parameter of a generated method.
 *
 * @param name of the Java parameter, or of the setter in the options class
 * @param java its type: primitive where it cannot be null
 * @param binding how the value gets onto the wire
 * @param nullable whether null is allowed
 */
public record ParameterPlan(
        String name, String wireName, TypeName java, ValuePlan value, Binding binding, boolean nullable, DocPlan docs) {

    /** Whether the Java type does not tell how the value travels, so that it is brought into the form of its own type. */
    public boolean isTyped() {
        boolean structured = binding instanceof Whole whole
                ? whole.json()
                : binding instanceof Styled styled
                        && (styled.style().equals("JSON") || !(value instanceof ValuePlan.Scalar));
        return structured && !value.plain();
    }

    /** Where a value goes, and in which form. */
    public sealed interface Binding {}

    /** {@code path}, {@code query}, {@code header}, {@code cookie} or {@code form}: the name of the runtime's method. */
    public record Styled(String method, String style, boolean explode, boolean allowReserved, boolean byDefault)
            implements Binding {}

    /**
     * The body as a whole.
     *
     * @param orNull whether null is sent as JSON's {@code null}
     */
    public record Whole(String mediaType, boolean json, boolean orNull) implements Binding {}

    /** A part of a multipart body; {@code style} is empty for the usual way. */
    public record Part(String contentType, String style, boolean explode) implements Binding {}

    /** A named argument of an OData operation; {@code literalType} is what a URL needs beside the value, or empty. */
    public record Argument(String literalType) implements Binding {}
}
