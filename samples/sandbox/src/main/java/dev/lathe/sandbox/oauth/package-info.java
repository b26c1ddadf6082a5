/** Token endpoints and the tokens they gave out. */
@NullMarked
package dev.lathe.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
