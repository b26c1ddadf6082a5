/** Keeps the part of a model that a user asked for. Knows the model only. */
@NullMarked
package dev.lathe.processor.select;

import org.jspecify.annotations.NullMarked;
