package dev.lathe.runtime.json;

import org.jspecify.annotations.Nullable;

/**
 * What one reader has learned of the member names of one type: the parser gives the same string for the same name, so
 * that from the second row on a name is found by identity, and what is to be done with it is decided once.
 */
final class Names {

    /** Names of objects that serve as maps are without number; those beyond are decided each time. */
    private static final int MOST = 2048;

    /** A longer text is not likely to come again. */
    private static final int SHARED_LENGTH = 40;

    private @Nullable String[] names = new String[128];
    private int[] codes = new int[128];
    private @Nullable String[] texts = new String[128];
    private int count;

    /** How many undeclared members the last row had: how many the next one will have. */
    int undeclared;

    /** The slot of a name; of a name that is not there yet the inverse of the slot for it. */
    @SuppressWarnings("ReferenceEquality") // see above
    int slot(String name) {
        int mask = names.length - 1;
        for (int slot = spread(name) & mask; ; slot = slot + 1 & mask) {
            String found = names[slot];
            if (found == name) {
                return slot;
            }
            if (found == null) {
                return ~slot;
            }
        }
    }

    int code(int slot) {
        return codes[slot];
    }

    /** Whether one more name can be learned. */
    boolean isOpen() {
        return count < MOST;
    }

    /** Learns a name; returns its slot. */
    int add(int slot, String name, int code) {
        names[slot] = name;
        codes[slot] = code;
        if (++count > names.length / 2) {
            grow();
            return slot(name);
        }
        return slot;
    }

    private void grow() {
        String[] oldNames = names;
        int[] oldCodes = codes;
        names = new String[oldNames.length * 2];
        codes = new int[names.length];
        texts = new String[names.length];
        for (int i = 0; i < oldNames.length; i++) {
            String name = oldNames[i];
            if (name != null) {
                int slot = ~slot(name);
                names[slot] = name;
                codes[slot] = oldCodes[i];
            }
        }
    }

    /**
     * The text as a string. Annotations repeat from row to row (labels of choices, names of tables and users): the
     * string of the previous row is used again if it is the same.
     */
    String text(int slot, char[] text, int from, int length) {
        if (length > SHARED_LENGTH) {
            return new String(text, from, length);
        }
        String last = texts[slot];
        if (last != null && last.length() == length && isSame(last, text, from)) {
            return last;
        }
        String fresh = new String(text, from, length);
        texts[slot] = fresh;
        return fresh;
    }

    private static boolean isSame(String last, char[] text, int from) {
        for (int i = last.length() - 1; i >= 0; i--) {
            if (last.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int spread(String name) {
        int hash = name.hashCode();
        return hash ^ hash >>> 15;
    }
}
