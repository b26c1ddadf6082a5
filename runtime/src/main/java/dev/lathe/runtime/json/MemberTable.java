package dev.lathe.runtime.json;

import org.jspecify.annotations.Nullable;

/** Finds the index of a member by its name. Immutable. */
final class MemberTable {

    private final @Nullable String[] names;
    private final short[] indexes;

    MemberTable(String[] members, String[] aliases) {
        int size = Integer.highestOneBit((members.length + aliases.length) * 2 + 2) * 2;
        names = new String[size];
        indexes = new short[size];
        for (int i = 0; i < members.length; i++) {
            put(members[i], i);
        }
        for (int i = 0; i < aliases.length; i += 2) {
            put(aliases[i], find(aliases[i + 1]));
        }
    }

    private void put(String name, int index) {
        int slot = slot(name);
        names[slot] = name;
        indexes[slot] = (short) index;
    }

    /** The index; negative when there is no such member. */
    int find(String name) {
        int slot = slot(name);
        return names[slot] == null ? -1 : indexes[slot];
    }

    private int slot(String name) {
        int mask = names.length - 1;
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 15) & mask;
        while (true) {
            String found = names[slot];
            if (found == null || found.equals(name)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
    }
}
