/** The two annotations that ask for a client. */
@NullMarked
package dev.lathe;

import org.jspecify.annotations.NullMarked;
