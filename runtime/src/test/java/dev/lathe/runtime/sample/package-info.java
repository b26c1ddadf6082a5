/** Classes as the emitters emit them, for the runtime's own tests. */
@NullUnmarked
package dev.lathe.runtime.sample;

import org.jspecify.annotations.NullUnmarked;
