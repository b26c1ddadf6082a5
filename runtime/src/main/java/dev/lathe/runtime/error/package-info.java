/** What can go wrong with a call, one exception a meaning. */
@NullMarked
package dev.lathe.runtime.error;

import org.jspecify.annotations.NullMarked;
