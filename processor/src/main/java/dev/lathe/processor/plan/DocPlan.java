package dev.lathe.processor.plan;

import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.SpecPath;

/**
 * What the Javadoc of a generated thing says.
 *
 * @param text from the document, as it stands there
 * @param spec the place in the document
 * @param deprecation why it is deprecated; meaningful only when {@code deprecated}
 */
public record DocPlan(String text, String spec, boolean deprecated, String deprecation) {

    /** The same with a further paragraph. */
    DocPlan and(String paragraph) {
        return new DocPlan(text.isBlank() ? paragraph : text + "\n\n" + paragraph, spec, deprecated, deprecation);
    }

    /** The same with a further sentence in its first paragraph. */
    DocPlan saying(String sentence) {
        String words = text.strip();
        int end = words.indexOf("\n\n");
        String first = end < 0 ? words : words.substring(0, end);
        String rest = end < 0 ? "" : words.substring(end);
        String mark = first.isEmpty() || first.matches("(?s).*[.!?:]") ? " " : ". ";
        return new DocPlan((first + mark + sentence + rest).strip(), spec, deprecated, deprecation);
    }

    /** Without a place: what it is about stands where another thing does. */
    static DocPlan of(Docs docs) {
        return new DocPlan(docs.text(), "", docs.deprecated(), docs.deprecation());
    }

    static DocPlan of(Docs docs, SpecPath at) {
        return new DocPlan(docs.text(), at.reference(), docs.deprecated(), docs.deprecation());
    }

    /** The document's words, or {@code fallback} where it has none. */
    static DocPlan of(Docs docs, SpecPath at, String fallback) {
        return new DocPlan(
                docs.text().isBlank() ? fallback : docs.text(), at.reference(), docs.deprecated(), docs.deprecation());
    }
}
