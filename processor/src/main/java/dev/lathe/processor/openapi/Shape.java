package dev.lathe.processor.openapi;

import java.util.Map;

/**
 * An object of the standard: its members and what they hold.
 *
 * @param name as the standard calls it, without "Object"
 * @param members name of a member to what it holds, in the notation of {@link Standard}
 */
record Shape(String name, Map<String, String> members) {}
