package dev.lathe.processor.openapi;

import dev.lathe.processor.model.HttpOperation.Style;
import org.jspecify.annotations.Nullable;

/** The words of OpenAPI for styles. */
final class Styles {

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
