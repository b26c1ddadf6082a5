package dev.lathe.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.lathe.processor.plan.DocPlan;
import java.util.regex.Pattern;

/** Javadoc from a document's prose, which is not to be trusted: but for line breaks no text of it becomes markup or code. */
final class Javadocs {

    /** Controls, marks of a byte order, and what turns the direction of writing for the code behind it too. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\x00-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]");

    /** The one tag of HTML that nearly all documents have, and that is the same in Javadoc. */
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</br>");

    private static final Pattern BLANK_LINES = Pattern.compile("\\R[ \\t]*(\\R[ \\t]*)+");
    private static final Pattern LINE_BREAK = Pattern.compile("[ \\t]*\\R[ \\t]*");
    /** The break before an item of a list, which Javadoc would run together with what is before it. */
    private static final Pattern ITEM = Pattern.compile("\\n(?=(?:[-*+]|[0-9]{1,3}[.)]) )");

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R\\s*\\R");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Javadocs() {}

    /** The prose, the reason of a deprecation, and the place in the document. */
    static CodeBlock of(DocPlan docs) {
        return of(docs, "");
    }

    /** The same behind a sentence of ours, or {@code lead} alone where the document says nothing. */
    static CodeBlock of(DocPlan docs, String lead) {
        var text = new StringBuilder();
        paragraph(text, lead);
        paragraph(text, escape(docs.text()));
        if (!docs.spec().isEmpty()) {
            paragraph(text, "Spec: " + escape(docs.spec()));
        }
        return CodeBlock.of("$L", text.append(deprecation(docs)));
    }

    /** The line of its tag, on a line of its own; nothing for what is not deprecated. */
    static String deprecation(DocPlan docs) {
        if (!docs.deprecated()) {
            return "";
        }
        String reason = escape(docs.deprecation()).replace("\n<p>", " ");
        return "\n@deprecated " + (reason.isEmpty() ? "The document calls it deprecated." : reason);
    }

    private static void paragraph(StringBuilder text, String paragraph) {
        if (!paragraph.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n<p>").append(paragraph);
        }
    }

    /** A phrase for the end of a tag's line. */
    static String phrase(DocPlan docs, String fallback) {
        String first = PARAGRAPH_END.split(Prose.of(docs.text()).strip(), 2)[0];
        first = SPACE.matcher(first).replaceAll(" ");
        return first.isEmpty() ? fallback : escape(first);
    }

    /** All that is said of a parameter, behind its tag; to a compiler {@code @Deprecated} means nothing there. */
    static String parameter(DocPlan docs, String fallback) {
        String text = escape(docs.text());
        String said = text.isEmpty() ? fallback : text;
        if (!docs.deprecated()) {
            return said;
        }
        String reason = escape(docs.deprecation());
        return said + "\n<p>Deprecated" + (reason.isEmpty() ? "." : ": " + reason);
    }

    /** Plain text as Javadoc. Blank lines become paragraphs, items stay apart; other Markdown reads well as it is. */
    static String escape(String prose) {
        var out = new StringBuilder(prose.length() + 32);
        String visible = INVISIBLE.matcher(prose).replaceAll(" ").strip();
        String text =
                joined(Prose.of(BREAK.matcher(visible).replaceAll("\u0001")).strip());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\u0000' -> out.append("\n<p>");
                case '\u0001' -> out.append("<br>");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '@' -> out.append("&#64;");
                case '{' -> out.append("&#123;");
                case '}' -> out.append("&#125;");
                // The compiler reads a backslash and a u before it knows of comments (JLS 17, section 3.3).
                case '\\' -> out.append("&#92;");
                case '*' -> out.append(i + 1 < text.length() && text.charAt(i + 1) == '/' ? "&#42;" : "*");
                case '\n' -> out.append('\n');
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append("&#").append(text.codePointAt(i++)).append(';');
                    } else if (c > '~' && !Character.isSurrogate(c)) {
                        out.append("&#").append((int) c).append(';');
                    } else {
                        out.append(' ');
                    }
                }
            }
        }
        return out.toString();
    }

    /** Lines without the blanks around them; a NUL stands for the blank lines between two paragraphs. */
    private static String joined(String text) {
        String paragraphs = BLANK_LINES.matcher(text).replaceAll("\u0000");
        return ITEM.matcher(LINE_BREAK.matcher(paragraphs).replaceAll("\n")).replaceAll("\u0001\n");
    }
}
