/** The annotation processor: finds specs, lets the stages run one after the other, reports, and writes files. */
@NullMarked
package dev.lathe.processor;

import org.jspecify.annotations.NullMarked;
