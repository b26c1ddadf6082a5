/** Configuring a client, and the one door that generated code calls. */
@NullMarked
package dev.lathe.runtime;

import org.jspecify.annotations.NullMarked;
