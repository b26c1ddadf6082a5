package dev.lathe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates a typed client from an OData V4 metadata document (CSDL XML) into the annotated package, while javac runs.
 *
 * <pre>{@code
 * @ODataClient("dataverse.csdl.xml")
 * package com.acme.crm;
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
public @interface ODataClient {

    /**
     * The document: a path with {@code /} between its parts, or {@code classpath:} and the name of a resource.
     */
    String value();

    /** Simple name of the root client; by default from the document (the container's name, else the namespace's). */
    String name() default "";

    /**
     * What to generate, as globs ({@code *} stands for any characters): entity sets, type names, operations, and {@code table.column} to keep only those columns of a table, its key stays. What an included thing needs comes along.
     * Everything, when empty.
     */
    String[] include() default {};

    /** What to leave out, as globs like those of {@link #include()}; wins over it. */
    String[] exclude() default {};

    /**
     * Service profile: what is special to one service, such as mandatory headers and error details. {@code dataverse},
     * {@code audience-manager} or {@code none}; by default detected (the namespace {@code Microsoft.Dynamics.CRM} is Dataverse's).
     */
    String profile() default "";
}
