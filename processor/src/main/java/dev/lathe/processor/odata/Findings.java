package dev.lathe.processor.odata;

import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Warnings that tend to come by the hundred, each said once with its first place and the number of places: a type that
 * lives in a document that was not handed over may be named on every page of this one.
 */
final class Findings {

    /** Looking for near names among thousands takes its time; after so many nobody reads on. */
    private static final int WITH_HINTS = 100;

    private static final class Finding {
        final Supplier<SpecPath> first;
        final Supplier<String[]> hints;
        int places = 1;

        Finding(Supplier<SpecPath> first, Supplier<String[]> hints) {
            this.first = first;
            this.hints = hints;
        }
    }

    private record Key(String code, String message) {}

    private final Map<Key, Finding> found = new LinkedHashMap<>();

    void warning(String code, SpecPath at, String message, String... hints) {
        add(code, message, new Finding(() -> at, () -> hints));
    }

    /** With hints that cost something. */
    void warning(String code, SpecPath at, String message, Supplier<String[]> hints) {
        add(code, message, new Finding(() -> at, hints));
    }

    /** With a place that is asked for at the end: while a document is scanned its paths are not settled yet. */
    void late(String code, Supplier<SpecPath> at, String message, String... hints) {
        add(code, message, new Finding(at, () -> hints));
    }

    private void add(String code, String message, Finding finding) {
        found.merge(new Key(code, message), finding, (known, again) -> {
            known.places++;
            return known;
        });
    }

    /** Hands everything over, in the order in which it was found. */
    void flush(Problems problems) {
        int count = 0;
        for (var entry : found.entrySet()) {
            Finding finding = entry.getValue();
            String message = entry.getKey().message;
            problems.warning(
                    entry.getKey().code,
                    finding.first.get(),
                    finding.places == 1
                            ? message
                            : message + " (so in " + finding.places + " places; this is the first)",
                    count++ < WITH_HINTS ? finding.hints.get() : new String[0]);
        }
        found.clear();
    }
}
