package dev.lathe.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.plan.DocPlan;
import org.junit.jupiter.api.Test;

class JavadocsTest {

    @Test
    void textNeverEndsTheCommentNorBecomesMarkup() {
        String text = Javadocs.escape("end */ here, <b>bold</b>, {@link x}, @param, \\u002a/, $L $T");

        assertThat(text)
                .isEqualTo(
                        "end &#42;/ here, &lt;b&gt;bold&lt;/b&gt;, &#123;&#64;link x&#125;, &#64;param, &#92;u002a/, $L $T");
    }

    @Test
    void blankLinesBecomeParagraphs() {
        assertThat(Javadocs.escape(" one\n  two\r\n\r\n\n three ")).isEqualTo("one\ntwo\n<p>three");
    }

    @Test
    void lineBreaksOfHtmlStayLineBreaks() {
        assertThat(Javadocs.escape("a<br>b<BR />c</br>d<b>e</b>")).isEqualTo("a<br>b<br>c<br>d&lt;b&gt;e&lt;/b&gt;");
    }

    @Test
    void lettersBeyondAsciiSurviveEveryEncoding() {
        assertThat(Javadocs.escape("é 😀 \0")).isEqualTo("&#233; &#128512;");
    }

    @Test
    void aDeprecationSaysWhy() {
        assertThat(Javadocs.of(new DocPlan("Old.", "a.yaml#/x", true, "Use y.\n\nReally."))
                        .toString())
                .isEqualTo("Old.\n<p>Spec: a.yaml#/x\n@deprecated Use y. Really.");
    }

    @Test
    void aLiteralIsAsciiOnOneLine() {
        assertThat(Sources.literal("a\"b\\c\n\u00e9\0").toString()).isEqualTo("\"a\\\"b\\\\c\\n\\u00e9\\u0000\"");
    }
}
