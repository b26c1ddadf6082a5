/** The OData front end: CSDL XML to model. The only package that knows Olingo. */
@NullMarked
package dev.lathe.processor.odata;

import org.jspecify.annotations.NullMarked;
