package dev.lathe.runtime.odata;

import java.nio.charset.StandardCharsets;

/** Percent-encodes the parts of OData URLs. */
final class Urls {

    private static final String HEX = "0123456789ABCDEF";
    private static final String UNRESERVED = "-._~";

    /** What stays readable between literals: it separates nothing there that a URL is split at. */
    private static final String SYNTAX = "'()*,/:;=$@!";

    private Urls() {}

    /**
     * Encodes an expression: a query option's value, a key or a parameter alias. In string literals all reserved
     * characters are encoded, as services want it; between them only what would end or change the option.
     */
    static String encode(String expression) {
        StringBuilder url = new StringBuilder(expression.length() + 16);
        boolean literal = false;
        for (int i = 0; i < expression.length(); ) {
            int c = expression.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\'') {
                literal = !literal;
                url.append('\'');
            } else if (isUnreserved(c) || !literal && c < 128 && SYNTAX.indexOf(c) >= 0) {
                url.append((char) c);
            } else {
                escape(url, c);
            }
        }
        return url.toString();
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c < 128 && UNRESERVED.indexOf(c) >= 0;
    }

    private static void escape(StringBuilder url, int c) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            url.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
        }
    }
}
