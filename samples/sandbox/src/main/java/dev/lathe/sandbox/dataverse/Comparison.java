package dev.lathe.sandbox.dataverse;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Order and equality of stored values, and the text functions: strings ignore case, as Dataverse's database does. */
final class Comparison {

    /** Null first, as in an ascending sort of the database. */
    static final Comparator<@Nullable Object> ORDER =
            (a, b) -> a == null ? (b == null ? 0 : -1) : b == null ? 1 : compare(a, b);

    private Comparison() {}

    static boolean equal(Object a, Object b) {
        if (a instanceof byte[] left && b instanceof byte[] right) {
            return Arrays.equals(left, right);
        }
        return compare(a, b) == 0;
    }

    static int compare(Object a, Object b) {
        if (a instanceof Number left && b instanceof Number right) {
            return isFloating(left) || isFloating(right)
                    ? Double.compare(left.doubleValue(), right.doubleValue())
                    : decimal(left).compareTo(decimal(right));
        }
        if (a instanceof String left && b instanceof String right) {
            return left.compareToIgnoreCase(right);
        }
        if (a instanceof UUID left && b instanceof UUID right) {
            // UUID.compareTo is signed; the text's order is what a caller can check
            return left.toString().compareTo(right.toString());
        }
        if (a instanceof Instant left && b instanceof LocalDate right) {
            return left.compareTo(right.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        if (a instanceof LocalDate && b instanceof Instant) {
            return -compare(b, a);
        }
        if (a.getClass() == b.getClass() && a instanceof Comparable<?>) {
            @SuppressWarnings("unchecked") // both are of the same class, which compares with itself
            Comparable<Object> left = (Comparable<Object>) a;
            return left.compareTo(b);
        }
        return Values.text(a).compareTo(Values.text(b));
    }

    private static boolean isFloating(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    /** Whether {@code text} matches, with SQL's wildcards ({@code %}, {@code _}, {@code [..]}) in the pattern. */
    static boolean like(String text, String pattern) {
        return likePattern(pattern).matcher(text).matches();
    }

    private static Pattern likePattern(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int close = c == '[' ? pattern.indexOf(']', i + 1) : -1;
            if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else if (close > i + 1) {
                String set = pattern.substring(i + 1, close);
                regex.append('[')
                        .append(set.replace("\\", "\\\\").replace("&&", "&\\&"))
                        .append(']');
                i = close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** Whether the pattern has wildcards, so that a plain search would not do. */
    static boolean hasWildcards(String pattern) {
        return pattern.indexOf('%') >= 0 || pattern.indexOf('_') >= 0 || pattern.indexOf('[') >= 0;
    }
}
