package dev.lathe.processor.plan;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spells names with fewer letters than their authors had. */
final class Letters {

    /** How XML names hold what they may not hold (ISO 9075-14); Business Central has {@code Credit_x0020_Memo}. */
    private static final Pattern ESCAPED = Pattern.compile("_x(\\p{XDigit}{4})_");

    /** Letters of European languages that are no letter with a mark. */
    private static final Map<Integer, String> WITHOUT_MARK = Map.ofEntries(
            Map.entry(0xdf, "ss"),
            Map.entry(0xc6, "Ae"),
            Map.entry(0xe6, "ae"),
            Map.entry(0xd8, "O"),
            Map.entry(0xf8, "o"),
            Map.entry(0x152, "Oe"),
            Map.entry(0x153, "oe"),
            Map.entry(0x110, "D"),
            Map.entry(0x111, "d"),
            Map.entry(0x131, "i"),
            Map.entry(0x141, "L"),
            Map.entry(0x142, "l"));

    private Letters() {}

    /** {@code Credit_x0020_Memo} to {@code Credit Memo}. */
    static String unescaped(String name) {
        return ESCAPED.matcher(name)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }

    /** Whether it only changes the letter before it. */
    static boolean isMark(int codePoint) {
        return codePoint >= 0x300 && codePoint < 0x370;
    }

    /** A letter or digit in ASCII: itself, without its mark, or its code point. */
    static String ascii(int letter) {
        if (letter < 128) {
            return Character.toString(letter);
        }
        char plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .charAt(0);
        if (plain < 128) {
            return String.valueOf(plain);
        }
        return WITHOUT_MARK.getOrDefault(letter, "u" + Integer.toHexString(letter));
    }
}
