package dev.lathe.runtime.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads exact numbers from characters and writes them. */
final class Numbers {

    /** A number of that many digits always fits into a long. */
    private static final int LONG_DIGITS = 18;

    /** Beyond this many zeros a number is written with an exponent. */
    private static final int PLAIN_ZEROS = 400;

    private Numbers() {}

    /**
     * Reads a number as it is written: all its digits, trailing zeros too.
     *
     * @throws NumberFormatException if it is none
     */
    static BigDecimal decimal(char[] text, int from, int length) {
        if (length > LONG_DIGITS + 2) {
            return new BigDecimal(text, from, length);
        }
        boolean negative = length > 0 && text[from] == '-';
        int end = from + length;
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = negative ? from + 1 : from; i < end; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                count++;
            } else if (text[i] == '.' && point < 0) {
                point = i;
            } else {
                return new BigDecimal(text, from, length);
            }
        }
        if (count == 0 || count > LONG_DIGITS || point == end - 1) {
            return new BigDecimal(text, from, length);
        }
        return BigDecimal.valueOf(negative ? -digits : digits, point < 0 ? 0 : end - 1 - point);
    }

    /**
     * The integer that a decimal number stands for.
     *
     * @throws ArithmeticException if it has a fraction, or an exponent that would make billions of digits of it
     */
    static BigInteger integer(BigDecimal value) {
        if (value.scale() < -10_000) {
            throw new ArithmeticException("exponent");
        }
        return value.toBigIntegerExact();
    }

    /** Without an exponent, which OData allows on request only, unless that would take hundreds of zeros. */
    static String format(BigDecimal value) {
        return Math.abs((long) value.scale()) > PLAIN_ZEROS ? value.toString() : value.toPlainString();
    }
}
