package dev.lathe.it.audiencemanager;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the operations that a test calls, as in {@code GET /traits/{sid}}; the sandbox must have been asked for each. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Operation {
    String[] value();
}
