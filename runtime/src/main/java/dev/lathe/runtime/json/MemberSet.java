package dev.lathe.runtime.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sets of member indexes from 64 on, in words that are made when they are needed. */
final class MemberSet {

    private MemberSet() {}

    static boolean has(long @Nullable [] words, int member) {
        int word = (member >> 6) - 1;
        return words != null && word < words.length && (words[word] & 1L << member) != 0;
    }

    static long[] with(long @Nullable [] words, int member) {
        int word = (member >> 6) - 1;
        long[] enough =
                words == null ? new long[word + 1] : words.length > word ? words : Arrays.copyOf(words, word + 1);
        enough[word] |= 1L << member;
        return enough;
    }

    static void remove(long @Nullable [] words, int member) {
        int word = (member >> 6) - 1;
        if (words != null && word < words.length) {
            words[word] &= ~(1L << member);
        }
    }

    /** The next member at or after the given one; negative when there is none. */
    static int next(long first, long @Nullable [] words, int from) {
        int member = from;
        if (member < 64) {
            long rest = first >>> member;
            if (rest != 0) {
                return member + Long.numberOfTrailingZeros(rest);
            }
            member = 64;
        }
        if (words == null) {
            return -1;
        }
        for (int word = (member >> 6) - 1; word < words.length; word++) {
            long rest = words[word] >>> member;
            if (rest != 0) {
                return member + Long.numberOfTrailingZeros(rest);
            }
            member = word + 2 << 6;
        }
        return -1;
    }

    static boolean isEmpty(long first, long @Nullable [] words) {
        return next(first, words, 0) < 0;
    }
}
