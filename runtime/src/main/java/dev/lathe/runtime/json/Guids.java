package dev.lathe.runtime.json;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads UUIDs from characters, without the string that {@code UUID.fromString} wants. */
final class Guids {

    /** Value of a hexadecimal digit; negative for any other character. */
    private static final byte[] DIGITS = digits();

    private Guids() {}

    /** The UUID of 32 hexadecimal digits with or without the four hyphens, maybe in braces; else {@code null}. */
    static @Nullable UUID parse(char[] text, int from, int length) {
        if (length == 36) {
            return hyphenated(text, from);
        }
        if (length == 38 && text[from] == '{' && text[from + 37] == '}') {
            return hyphenated(text, from + 1);
        }
        if (length == 32) {
            long clock = hex(text, from + 16, 4);
            return of(hex(text, from, 8), hex(text, from + 8, 8), clock, hex(text, from + 20, 12));
        }
        return null;
    }

    private static @Nullable UUID hyphenated(char[] text, int from) {
        if (text[from + 8] != '-' || text[from + 13] != '-' || text[from + 18] != '-' || text[from + 23] != '-') {
            return null;
        }
        long middle = hex(text, from + 9, 4) << 16 | hex(text, from + 14, 4);
        return of(hex(text, from, 8), middle, hex(text, from + 19, 4), hex(text, from + 24, 12));
    }

    private static @Nullable UUID of(long time, long middle, long clock, long node) {
        if ((time | middle | clock | node) < 0) {
            return null;
        }
        return new UUID(time << 32 | middle, clock << 48 | node);
    }

    /** Up to 12 digits as a number; negative when one is no digit. */
    private static long hex(char[] text, int from, int count) {
        long value = 0;
        int invalid = 0;
        for (int i = from; i < from + count; i++) {
            char c = text[i];
            int digit = c < 128 ? DIGITS[c] : -1;
            invalid |= digit;
            value = value << 4 | digit;
        }
        return invalid < 0 ? -1 : value;
    }

    private static byte[] digits() {
        byte[] digits = new byte[128];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < 10; i++) {
            digits['0' + i] = (byte) i;
        }
        for (int i = 0; i < 6; i++) {
            digits['a' + i] = (byte) (10 + i);
            digits['A' + i] = (byte) (10 + i);
        }
        return digits;
    }
}
