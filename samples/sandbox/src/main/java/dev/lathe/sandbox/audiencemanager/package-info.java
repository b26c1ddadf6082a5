/** Audience Manager's REST API over an in-memory store, one class for each group of resources. */
@NullMarked
package dev.lathe.sandbox.audiencemanager;

import org.jspecify.annotations.NullMarked;
