/** A Dataverse Web API over any CSDL document: Olingo's URI parser and Edm in front of an in-memory store. */
@NullMarked
package dev.lathe.sandbox.dataverse;

import org.jspecify.annotations.NullMarked;
