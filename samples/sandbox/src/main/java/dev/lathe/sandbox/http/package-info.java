/** The one HTTP server of the sandbox: requests and answers as plain values, with Jetty behind them. Not for callers. */
@NullMarked
package dev.lathe.sandbox.http;

import org.jspecify.annotations.NullMarked;
