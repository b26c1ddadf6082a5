package dev.lathe.processor.emit;

import java.util.regex.Pattern;

/**
 * Takes the markup of HTML out of a document's prose, which many documents have and nobody wants to read: what separates
 * becomes blank lines and list items, the rest goes. What looks like a tag of another name is text, such as {@code <id>}.
 */
final class Prose {

    private static final Pattern LINK =
            Pattern.compile("(?i)<a\\s[^<>]{0,500}?href=[\"']([^\"'<>]{1,500})[\"'][^<>]{0,500}>([^<>]{1,500})</a>");
    private static final Pattern BLOCK = Pattern.compile(
            "(?i)</?(?:p|ul|ol|dl|div|table|thead|tbody|tr|pre|blockquote|h[1-6]|note|important)(?:\\s[^<>]{0,500})?/?>");
    private static final Pattern ITEM =
            Pattern.compile("(?i)\\s{0,50}<(?:li|dt|dd)(?:\\s[^<>]{0,500})?>\\s{0,50}(?:<p>\\s{0,50})?");
    private static final Pattern ITEM_END = Pattern.compile("(?i)\\s{0,50}(?:</p>\\s{0,50})?</(?:li|dt|dd)>");
    private static final Pattern CODE = Pattern.compile("(?i)</?(?:code|tt|kbd)(?:\\s[^<>]{0,500})?>");
    private static final Pattern INLINE =
            Pattern.compile("(?i)</?(?:a|b|i|u|em|strong|span|small|sup|sub|font|td|th)(?:\\s[^<>]{0,500})?>");

    private Prose() {}

    static String of(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        String plain = LINK.matcher(text).replaceAll("$2 ($1)");
        plain = ITEM.matcher(plain).replaceAll("\n- ");
        plain = ITEM_END.matcher(plain).replaceAll("");
        plain = BLOCK.matcher(plain).replaceAll("\n\n");
        plain = CODE.matcher(plain).replaceAll("`");
        plain = INLINE.matcher(plain).replaceAll("");
        // The ampersand last, so that nothing is read twice.
        return plain.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
