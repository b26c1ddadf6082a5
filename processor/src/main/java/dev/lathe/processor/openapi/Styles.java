package dev.lathe.processor.openapi;

import dev.lathe.processor.model.HttpOperation.Style;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of OpenAPI for styles. */
final class Styles {

    /** In forms as well: fields are spelled in the ways of a query. */
    static final List<String> IN_QUERIES = List.of("form", "spaceDelimited", "pipeDelimited", "deepObject");

    private Styles() {}

    static @Nullable Style of(String style) {
        return switch (style) {
            case "simple" -> Style.SIMPLE;
            case "label" -> Style.LABEL;
            case "matrix" -> Style.MATRIX;
            case "form" -> Style.FORM;
            case "spaceDelimited" -> Style.SPACE_DELIMITED;
            case "pipeDelimited" -> Style.PIPE_DELIMITED;
            case "deepObject" -> Style.DEEP_OBJECT;
            default -> null;
        };
    }

    static boolean isDelimited(String style) {
        return style.equals("spaceDelimited") || style.equals("pipeDelimited");
    }
}
