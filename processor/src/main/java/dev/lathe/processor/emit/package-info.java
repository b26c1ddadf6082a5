/** How the planned Java is spelled. Knows the plan and JavaPoet; decides nothing. */
@NullMarked
package dev.lathe.processor.emit;

import org.jspecify.annotations.NullMarked;
