package dev.lathe.processor;

import dev.lathe.ODataClient;
import dev.lathe.OpenApiClient;
import dev.lathe.processor.model.FrontEnd;
import dev.lathe.processor.odata.ODataFrontEnd;
import dev.lathe.processor.openapi.OpenApiFrontEnd;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** A language that APIs are described in, with its annotation and its reader. */
enum Language {
    OPENAPI(OpenApiClient.class, OpenApiFrontEnd::new),
    ODATA(ODataClient.class, ODataFrontEnd::new);

    private final Class<? extends Annotation> annotation;
    private final Supplier<FrontEnd> frontEnd;

    Language(Class<? extends Annotation> annotation, Supplier<FrontEnd> frontEnd) {
        this.annotation = annotation;
        this.frontEnd = frontEnd;
    }

    /** Qualified name of the annotation. */
    String annotation() {
        return annotation.getName();
    }

    String simpleAnnotation() {
        return "@" + annotation.getSimpleName();
    }

    FrontEnd frontEnd() {
        return frontEnd.get();
    }

    static Optional<Language> ofAnnotation(CharSequence qualifiedName) {
        return Arrays.stream(values())
                .filter(language -> language.annotation().contentEquals(qualifiedName))
                .findFirst();
    }
}
