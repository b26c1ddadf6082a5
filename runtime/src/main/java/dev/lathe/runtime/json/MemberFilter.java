package dev.lathe.runtime.json;

/** Chooses members of JSON objects by name. Called once for each name and type, not for each object. */
@FunctionalInterface
public interface MemberFilter {

    /** Whether the member of that name is wanted. */
    boolean keeps(String wireName);
}
