package dev.lathe.runtime;

import dev.lathe.runtime.http.ParamStyle;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a call.
 *
 * @param value null for one that is left out
 */
record Parameter(In in, String name, @Nullable Object value, ParamStyle style, boolean explode, boolean allowReserved) {

    /** Where it travels. */
    enum In {
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        FORM
    }
}
