/** Lists that arrive page by page. */
@NullMarked
package dev.lathe.runtime.paging;

import org.jspecify.annotations.NullMarked;
