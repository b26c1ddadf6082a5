package dev.lathe.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.plan.DocPlan;
import org.junit.jupiter.api.Test;

class JavadocsTest {

    @Test
    void textNeverEndsTheCommentNorBecomesMarkup() {
        String text = Javadocs.escape("end */ here, <x>bold</x>, {@link x}, @param, \\u002a/, $L $T");

        assertThat(text)
                .isEqualTo(
                        "end &#42;/ here, &lt;x&gt;bold&lt;/x&gt;, &#123;&#64;link x&#125;, &#64;param, &#92;u002a/, $L $T");
    }

    @Test
    void blankLinesBecomeParagraphs() {
        assertThat(Javadocs.escape(" one\n  two\r\n\r\n\n three ")).isEqualTo("one\ntwo\n<p>three");
    }

    @Test
    void lineBreaksOfHtmlStayLineBreaks() {
        assertThat(Javadocs.escape("a<br>b<BR />c</br>d<e>f</e>")).isEqualTo("a<br>b<br>c<br>d&lt;e&gt;f&lt;/e&gt;");
    }

    @Test
    void markupOfHtmlGoesAndItsTextStays() {
        assertThat(Javadocs.escape(
                        "<p>Lists <b>all</b> of <code>a&lt;b&gt;</code>.</p><p class=\"x\">See <a href=\"https://x.test/?a&amp;b\">there</a>:</p>"
                                + " <ul> <li> <p>one</p> </li> <li>two <id></li></ul>"))
                .isEqualTo(
                        "Lists all of `a&lt;b&gt;`.\n<p>See there (https://x.test/?a&amp;b):\n<p>- one<br>\n- two &lt;id&gt;");
        assertThat(Javadocs.escape("&amp;lt;script&amp;gt; &lt;script&gt;alert()&lt;/script&gt;"))
                .isEqualTo("&amp;lt;script&amp;gt; &lt;script&gt;alert()&lt;/script&gt;");
    }

    @Test
    void itemsOfAListStayApart() {
        assertThat(Javadocs.escape("Known are:\n- a\n  more of a\n* b\n10. c\n-1 is none\n2.5 too"))
                .isEqualTo("Known are:<br>\n- a\nmore of a<br>\n* b<br>\n10. c\n-1 is none\n2.5 too");
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

    @Test
    void aParameterIsDescribedInFull() {
        assertThat(Javadocs.parameter(new DocPlan("One of:\n\n- a\n- b", "", false, ""), "what is sent"))
                .isEqualTo("One of:\n<p>- a<br>\n- b");
        assertThat(Javadocs.parameter(new DocPlan(" ", "", false, ""), "what is sent"))
                .isEqualTo("what is sent");
    }

    @Test
    void aParameterThatIsDeprecatedSaysSo() {
        assertThat(Javadocs.parameter(new DocPlan("Which one.", "", true, "Use b."), "what is sent"))
                .isEqualTo("Which one.\n<p>Deprecated: Use b.");
        assertThat(Javadocs.parameter(new DocPlan("", "", true, ""), "{@code a}"))
                .isEqualTo("{@code a}\n<p>Deprecated.");
    }
}
