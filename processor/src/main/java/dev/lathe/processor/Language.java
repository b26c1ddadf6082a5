package dev.lathe.processor;

import dev.lathe.processor.model.FrontEnd;
import dev.lathe.processor.odata.ODataFrontEnd;
import dev.lathe.processor.openapi.OpenApiFrontEnd;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** A language that APIs are described in, with its annotation and its reader. */
enum Language {
    OPENAPI("OpenApiClient", OpenApiFrontEnd::new),
    ODATA("ODataClient", ODataFrontEnd::new);

    // By name: the class itself lies in the runtime, which a processor path need not have.
    private final String annotation;

    private final Supplier<FrontEnd> frontEnd;

    Language(String annotation, Supplier<FrontEnd> frontEnd) {
        this.annotation = annotation;
        this.frontEnd = frontEnd;
    }

    /** Qualified name of the annotation. */
    String annotation() {
        return "dev.lathe." + annotation;
    }

    String simpleAnnotation() {
        return "@" + annotation;
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
