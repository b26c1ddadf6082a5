package dev.lathe.runtime.json;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads base64 of either alphabet, with or without padding and line breaks. */
final class Base64s {

    private Base64s() {}

    /** The bytes; {@code null} if it is no base64. */
    static byte @Nullable [] decode(char[] text, int from, int length) {
        byte[] digits = new byte[length];
        int count = 0;
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if (c == '-') {
                digits[count++] = '+';
            } else if (c == '_') {
                digits[count++] = '/';
            } else if (c != '=' && c != '\r' && c != '\n') {
                digits[count++] = c < 128 ? (byte) c : (byte) '!';
            }
        }
        try {
            // Without padding the decoder wants no certain length; what is behind the padding is checked no more.
            return Base64.getDecoder().decode(count == length ? digits : Arrays.copyOf(digits, count));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
