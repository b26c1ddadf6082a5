/**
 * JSON values of generated classes, read and written without reflection over Jackson's streaming core.
 *
 * <p>An object class keeps three states apart for each of its members: absent, {@code null} and a value. Members that
 * its document does not name, unknown values of enumerations and unknown cases of unions are kept and written back.
 *
 * <p>{@link dev.lathe.runtime.json.JsonType} says how a type is read and written; generated classes have one each.
 */
@NullMarked
package dev.lathe.runtime.json;

import org.jspecify.annotations.NullMarked;
