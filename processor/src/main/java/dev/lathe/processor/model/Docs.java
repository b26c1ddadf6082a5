package dev.lathe.processor.model;

/**
 * What the document says about a thing in prose. Untrusted text: emitters escape it.
 *
 * @param text description, in Markdown or plain; empty when there is none
 * @param deprecated whether the document calls it deprecated
 * @param deprecation why, and what to use instead; empty when not said
 */
public record Docs(String text, boolean deprecated, String deprecation) {

    public static final Docs NONE = new Docs("", false, "");

    public static Docs of(String text) {
        return text.isBlank() ? NONE : new Docs(text.strip(), false, "");
    }

    public Docs deprecated(String why) {
        return new Docs(text, true, why);
    }
}
