/**
 * Reads OpenAPI 2.0, 3.0 and 3.1 into the model. A document passes five stations: its text becomes a tree within limits,
 * a checked copy of what the standard knows, one dialect (3.1), Swagger Parser's objects, the model.
 */
@NullMarked
package dev.lathe.processor.openapi;

import org.jspecify.annotations.NullMarked;
