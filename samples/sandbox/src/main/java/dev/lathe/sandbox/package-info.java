/**
 * Stand-ins for Dataverse and Audience Manager on the loopback interface, for tests and for trying things out.
 * {@link dev.lathe.sandbox.Sandbox} starts them.
 */
@NullMarked
package dev.lathe.sandbox;

import org.jspecify.annotations.NullMarked;
