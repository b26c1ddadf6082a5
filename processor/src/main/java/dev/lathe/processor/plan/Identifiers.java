package dev.lathe.processor.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.lang.model.SourceVersion;

/**
 * Java names from wire names. ASCII only: class names become file names, and not every machine can spell the others.
 * A letter beyond ASCII loses its mark, or stands as {@code u} and its code point.
 */
final class Identifiers {

    /** Leaves room below the 143 bytes that an encrypted file system allows, for suffixes, {@code $} and {@code .class}. */
    private static final int LONGEST = 100;

    private Identifiers() {}

    /** {@code sales_order-item} to {@code SalesOrderItem}; inner capitals stay. */
    static String pascal(String wireName) {
        var name = new StringBuilder();
        for (String word : words(wireName)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return legal(name.toString(), "Unnamed");
    }

    /** {@code sales_order-item} to {@code salesOrderItem}, {@code WhoAmI} to {@code whoAmI}, {@code URL} to {@code url}. */
    static String camel(String wireName) {
        String pascal = pascal(wireName);
        int capitals = 0;
        while (capitals < pascal.length() && Character.isUpperCase(pascal.charAt(capitals))) {
            capitals++;
        }
        // "URLPath": the last capital of a run begins the next word.
        int lower = capitals > 1 && capitals < pascal.length() && Character.isLetter(pascal.charAt(capitals))
                ? capitals - 1
                : Math.max(capitals, 1);
        return legal(pascal.substring(0, lower).toLowerCase(Locale.ROOT) + pascal.substring(lower), "unnamed");
    }

    /** As {@link #camel}, but never the name of a class, which a variable would hide: {@code 1st} to {@code v_1st}. */
    static String variable(String wireName) {
        String name = camel(wireName);
        return name.startsWith("_") ? "v" + name : name;
    }

    /** {@code PrimaryContactId} and {@code primary_contact_id} to {@code PRIMARY_CONTACT_ID}. */
    static String constant(String wireName) {
        var name = new StringBuilder();
        for (String word : words(wireName)) {
            if (!name.isEmpty()) {
                name.append('_');
            }
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                boolean hump = i > 0
                        && Character.isUpperCase(c)
                        && (!Character.isUpperCase(word.charAt(i - 1))
                                || (i + 1 < word.length() && Character.isLowerCase(word.charAt(i + 1))));
                if (hump) {
                    name.append('_');
                }
                name.append(Character.toUpperCase(c));
            }
        }
        return legal(name.toString(), "UNNAMED");
    }

    private static List<String> words(String wireName) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        String spelled = Letters.unescaped(wireName);
        spelled.codePoints().filter(c -> !Letters.isMark(c)).forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                word.append(Letters.ascii(c));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words.isEmpty() ? symbols(spelled) : words;
    }

    /** Names made of signs alone ("+1" has a digit and does not come here): each sign by its code point. */
    private static List<String> symbols(String wireName) {
        return wireName.codePoints()
                .limit(8)
                .mapToObj(c -> "u" + Integer.toHexString(c))
                .toList();
    }

    /** A name of a class that was put together of several; with {@code $Inner.class} behind it, it still is a file. */
    static String fileName(String name) {
        return name.length() > LONGEST + 12 ? cut(name) : name;
    }

    private static String cut(String name) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, LONGEST - 8) + Long.toHexString(crc.getValue());
    }

    /** {@code yield} is no keyword, but no method that is called by its bare name either. */
    private static boolean isReserved(String name) {
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || name.equals("_") || name.equals("yield");
    }

    private static String legal(String name, String whenEmpty) {
        String legal = name.isEmpty() ? whenEmpty : name;
        if (!Character.isJavaIdentifierStart(legal.charAt(0))) {
            legal = "_" + legal;
        }
        if (legal.length() > LONGEST) {
            legal = cut(legal);
        }
        return isReserved(legal) ? legal + "_" : legal;
    }
}
