/** What an API offers, whichever language its description was written in. Knows the JDK only. */
@NullMarked
package dev.lathe.processor.model;

import org.jspecify.annotations.NullMarked;
