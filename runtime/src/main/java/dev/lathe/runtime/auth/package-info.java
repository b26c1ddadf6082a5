/** Proving who calls: tokens, how they are fetched, kept and renewed. */
@NullMarked
package dev.lathe.runtime.auth;

import org.jspecify.annotations.NullMarked;
