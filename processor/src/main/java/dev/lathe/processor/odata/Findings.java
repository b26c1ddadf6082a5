package dev.lathe.processor.odata;

import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Warnings that tend to come by the hundred, each said once for all its places: a type that
 * lives in a document that was not handed over may be named on every page of this one.
 */
final class Findings {

    /** Looking for near names among thousands takes its time; after so many nobody reads on. */
    private static final int WITH_HINTS = 100;

    private static final class Finding {
        final List<Supplier<SpecPath>> places = new ArrayList<>(1);
        final Supplier<String[]> hints;

        Finding(Supplier<String[]> hints) {
            this.hints = hints;
        }
    }

    private record Key(String code, String message) {}

    private final Map<Key, Finding> found = new LinkedHashMap<>();

    void warning(String code, SpecPath at, String message, String... hints) {
        add(code, message, () -> at, () -> hints);
    }

    /** With hints that cost something. */
    void warning(String code, SpecPath at, String message, Supplier<String[]> hints) {
        add(code, message, () -> at, hints);
    }

    /** With a place that is asked for at the end: while a document is scanned its paths are not settled yet. */
    void late(String code, Supplier<SpecPath> at, String message, String... hints) {
        add(code, message, at, () -> hints);
    }

    private void add(String code, String message, Supplier<SpecPath> at, Supplier<String[]> hints) {
        found.computeIfAbsent(new Key(code, message), key -> new Finding(hints))
                .places
                .add(at);
    }

    /** Hands everything over, in the order in which it was found. */
    void flush(Problems problems) {
        int count = 0;
        for (var entry : found.entrySet()) {
            Finding finding = entry.getValue();
            problems.warning(
                    entry.getKey().code,
                    finding.places.stream().map(Supplier::get).toList(),
                    entry.getKey().message,
                    count++ < WITH_HINTS ? finding.hints.get() : new String[0]);
        }
        found.clear();
    }
}
