package dev.lathe.runtime;

import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2): UTF-8, upper-case digits, a blank is {@code %20}. */
final class Percent {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    // Everything that a query may hold as it is, but for what would end the value there: & + # and the brackets, which
    // RFC 3986 keeps for IP addresses.
    private static final boolean[] UNRESERVED = table("-._~");
    private static final boolean[] QUERY = table("-._~:/?@!$'()*,;=");

    private static final boolean[] NAME = table("-._~:/?@!$'()*,;");

    // Section 3.3: pchar and the slash.
    private static final boolean[] PATH = table("-._~!$&'()*+,;=:@/");

    private static final boolean[] ADDRESS = table("-._~:/?#[]@!$&'()*+,;=%");

    private Percent() {}

    /** All but letters, digits and {@code -._~}. */
    static String encode(String text) {
        return encode(text, UNRESERVED);
    }

    /** A name from the document, $filter for instance: what is harmless there stays readable. */
    static String encodeName(String text) {
        return encode(text, NAME);
    }

    /**
     * Reserved characters stay, as far as they leave the value one value of one parameter, and so do sequences that are
     * encoded already (RFC 6570, section 3.2.3).
     */
    static String encodeReserved(String text) {
        return encode(text, QUERY, true);
    }

    /** The same, as far as they leave the value a part of the path. */
    static String encodePath(String text) {
        return encode(text, PATH, true);
    }

    /** Encodes what an address must not hold and leaves the rest alone, sequences that are encoded already included. */
    static String repair(String address) {
        return encode(address, ADDRESS);
    }

    /** Whether a text is part of a path as it stands: nothing in it has to be encoded. */
    static boolean isPath(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i), PATH) && !isEncoded(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncoded(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && isHex(text.charAt(at + 1))
                && isHex(text.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    private static String encode(String text, boolean[] allowed) {
        return encode(text, allowed, false);
    }

    private static String encode(String text, boolean[] allowed, boolean keepsEncoded) {
        int i = 0;
        while (i < text.length() && isAllowed(text.charAt(i), allowed)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
        // A byte a character, so that what is ASCII can be looked at as it is.
        String rest = new String(text.substring(i).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (int at = 0; at < rest.length(); at++) {
            char c = rest.charAt(at);
            if (isAllowed(c, allowed) || (keepsEncoded && isEncoded(rest, at))) {
                out.append(c);
            } else {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return out.toString();
    }

    private static boolean isAllowed(char c, boolean[] allowed) {
        return c < allowed.length && allowed[c];
    }

    private static boolean[] table(String others) {
        boolean[] table = new boolean[128];
        for (char c = 'a'; c <= 'z'; c++) {
            table[c] = true;
            table[c - 'a' + 'A'] = true;
        }
        for (char c = '0'; c <= '9'; c++) {
            table[c] = true;
        }
        for (int i = 0; i < others.length(); i++) {
            table[others.charAt(i)] = true;
        }
        return table;
    }
}
