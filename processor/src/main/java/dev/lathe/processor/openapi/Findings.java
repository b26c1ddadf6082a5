package dev.lathe.processor.openapi;

import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a document. What is wrong in the same way in many places is said once. */
final class Findings {

    private record Topic(String code, String about) {}

    private record Repeated(String message, List<String> hints, List<SpecPath> places) {}

    /** Looking for near names takes its time; after so many nobody reads on. */
    private static final int WITH_HINTS = 1_000;

    private final Problems problems;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<Topic, Repeated> repeated = new LinkedHashMap<>();

    Findings(Problems problems) {
        this.problems = problems;
    }

    void error(String code, SpecPath at, String message, String... hints) {
        problems.error(code, at, message, hints);
    }

    void warn(String code, SpecPath at, String message, String... hints) {
        counts.merge(code, 1, Integer::sum);
        problems.warning(code, at, message, hints);
    }

    /** Whether there are so many of this kind that another one needs no hint. */
    boolean isFull(String code) {
        return counts.getOrDefault(code, 0) >= WITH_HINTS;
    }

    /** @param about what the places have in common */
    void warnOnce(String code, String about, SpecPath at, String message, String... hints) {
        repeated.computeIfAbsent(new Topic(code, about), topic -> {
                    counts.merge(code, 1, Integer::sum);
                    return new Repeated(message, List.of(hints), new ArrayList<>());
                })
                .places
                .add(at);
    }

    /** Hands over what was said once; to be called at the end. */
    void flush() {
        repeated.forEach((topic, said) ->
                problems.warning(topic.code, said.places, said.message, said.hints.toArray(String[]::new)));
        repeated.clear();
    }
}
