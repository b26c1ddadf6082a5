/** What a generated client costs beside code written by hand. */
@NullMarked
package dev.lathe.benchmarks;

import org.jspecify.annotations.NullMarked;
