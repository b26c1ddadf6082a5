package dev.lathe.processor.model;

import java.util.List;

/**
 * One finding about a spec or its annotation.
 *
 * @param code stable, kebab-case; tests and users search for it
 * @param what is wrong, in the user's words
 * @param places where in the document: all that are wrong in the same way, at least one
 * @param hints what to do next; may be empty
 */
public record Problem(Severity severity, String code, String what, List<SpecPath> places, List<String> hints) {

    /** How a finding ends: an error stops the generation of its client, a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Problem {
        places = List.copyOf(places);
        hints = List.copyOf(hints);
    }

    public Problem(Severity severity, String code, String what, SpecPath at, List<String> hints) {
        this(severity, code, what, List.of(at), hints);
    }

    /** The first place. */
    public SpecPath at() {
        return places.get(0);
    }

    /** What is wrong, and in how many places. */
    public String message() {
        return places.size() == 1 ? what : what + " (first of " + places.size() + " places)";
    }

    /** The same in some of its places; without any there is no problem. */
    Problem in(List<SpecPath> some) {
        return new Problem(severity, code, what, some, hints);
    }

    boolean isWarning() {
        return severity == Severity.WARNING;
    }

    /** The four parts of a message: code, what is wrong, where, what to do; each on a line of its own. */
    public String text() {
        var text = new StringBuilder("[").append(code).append("] ").append(oneLine(message()));
        String place = oneLine(at().toString());
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
