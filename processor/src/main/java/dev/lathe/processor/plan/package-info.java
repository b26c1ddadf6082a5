/** Which Java is written for a model: names, packages, nullness, collisions, sizes. Decisions live here, not in emitters. */
@NullMarked
package dev.lathe.processor.plan;

import org.jspecify.annotations.NullMarked;
