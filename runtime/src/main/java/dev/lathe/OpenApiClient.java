package dev.lathe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates a typed client from an OpenAPI document (2.0, 3.0 or 3.1) into the annotated package, while javac runs.
 *
 * <pre>{@code
 * @OpenApiClient("audience-manager.yaml")
 * package com.acme.audience;
 * }</pre>
 *
 * <p>A path is looked up in the folders of the processor option {@code -Alathe.specs}; without that option beside the
 * annotated source file, then upwards to the module's root (the folder with the build file) in {@code src/main/specs},
 * {@code src/main/resources} and {@code specs}, then in the class output and on the class path. Nothing is ever fetched
 * from a network.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
public @interface OpenApiClient {

    /**
     * The document: a path with {@code /} between its parts, or {@code classpath:} and the name of a resource.
     */
    String value();

    /** Simple name of the root client; by default from the document ({@code x-lathe-name}, else {@code info.title}). */
    String name() default "";

    /**
     * What to generate, as globs ({@code *} stands for any characters): tags, paths and operation ids. What an included thing needs comes along.
     * Everything, when empty.
     */
    String[] include() default {};

    /** What to leave out, as globs like those of {@link #include()}; wins over it. */
    String[] exclude() default {};

    /**
     * Service profile: what is special to one service, such as mandatory headers and error details. {@code dataverse},
     * {@code audience-manager} or {@code none}; by default detected (the document's {@code x-lathe-profile}).
     */
    String profile() default "";
}
