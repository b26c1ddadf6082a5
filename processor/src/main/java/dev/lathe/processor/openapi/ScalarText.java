package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Reads unquoted scalars by the core schema of YAML 1.2 (section 10.3.2), as OpenAPI asks for: {@code yes} and
 * {@code 2024-05-31} are strings.
 */
final class ScalarText {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OTHER_RADIX = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");

    /** Longer numbers stay text: arithmetic on them costs time without bound. */
    private static final int MAX_DIGITS = 400;

    private ScalarText() {}

    static JsonNode of(String text) {
        switch (text) {
            case "", "~", "null", "Null", "NULL" -> {
                return NullNode.instance;
            }
            case "true", "True", "TRUE" -> {
                return BooleanNode.TRUE;
            }
            case "false", "False", "FALSE" -> {
                return BooleanNode.FALSE;
            }
            default -> {
                return maybeNumber(text) ? number(text) : TextNode.valueOf(text);
            }
        }
    }

    private static boolean maybeNumber(String text) {
        char first = text.charAt(0);
        return text.length() <= MAX_DIGITS
                && (first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.');
    }

    private static JsonNode number(String text) {
        if (INTEGER.matcher(text).matches()) {
            return integer(new BigInteger(text));
        }
        if (OTHER_RADIX.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), text.charAt(1) == 'o' ? 8 : 16));
        }
        if (DECIMAL.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }
}
