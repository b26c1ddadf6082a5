package dev.lathe.processor.model;

import java.util.List;

/**
 * One finding about a spec or its annotation.
 *
 * @param code stable, kebab-case; tests and users search for it
 * @param message what is wrong, in the user's words
 * @param at where in the document
 * @param hints what to do next; may be empty
 */
public record Problem(Severity severity, String code, String message, SpecPath at, List<String> hints) {

    /** How a finding ends: an error stops the generation of its client, a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Problem {
        hints = List.copyOf(hints);
    }

    /** The four parts of a message: code, what is wrong, where, what to do; each on a line of its own. */
    public String text() {
        var text = new StringBuilder("[").append(code).append("] ").append(oneLine(message));
        String place = oneLine(at.toString());
        if (!place.isBlank()) {
            text.append("\n  at   ").append(place);
        }
        hints.forEach(hint -> text.append("\n  ").append(oneLine(hint)));
        return text.toString();
    }

    /** A name in a document may hold line breaks, with which it could pretend to be another message. */
    private static String oneLine(String part) {
        return part.replaceAll("\\p{Cntrl}+", " ");
    }
}
