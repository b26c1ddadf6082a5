/**
 * Typed access to OData V4 services: rows, queries, entity sets, functions and actions.
 *
 * <p>Nothing here is special to one service.
 */
@NullMarked
package dev.lathe.runtime.odata;

import org.jspecify.annotations.NullMarked;
