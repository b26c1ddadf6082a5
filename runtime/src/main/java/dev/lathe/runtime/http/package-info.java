/** Sending requests and reading answers: the transport and what travels through it. */
@NullMarked
package dev.lathe.runtime.http;

import org.jspecify.annotations.NullMarked;
