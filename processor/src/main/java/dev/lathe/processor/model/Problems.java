package dev.lathe.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects what is wrong with one spec, so that a user mends ten mistakes in one build.
 * The same finding at the same place is kept once.
 */
public final class Problems {

    /** Warnings of one code that are shown: more than anybody reads. */
    private static final int SHOWN = 100;

    /** Warnings of one code that are kept, for a selection may leave the first ones out. */
    private static final int KEPT = 10_000;

    private final Set<Problem> found = new LinkedHashSet<>();
    private final Map<String, Integer> warnings = new HashMap<>();

    public void error(String code, SpecPath at, String message, String... hints) {
        found.add(new Problem(Problem.Severity.ERROR, code, message, at, List.of(hints)));
    }

    public void warning(String code, SpecPath at, String message, String... hints) {
        warning(code, List.of(at), message, hints);
    }

    /** A warning about all these places. */
    public void warning(String code, List<SpecPath> places, String message, String... hints) {
        Problem problem = new Problem(Problem.Severity.WARNING, code, message, places, List.of(hints));
        if (warnings.getOrDefault(code, 0) >= KEPT || found.add(problem)) {
            warnings.merge(code, 1, Integer::sum);
        }
    }

    public void addAll(Problems others) {
        found.addAll(others.found);
        others.warnings.forEach((code, count) -> warnings.merge(code, count, Integer::sum));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(p -> !p.isWarning());
    }

    /** All errors, and the warnings about the places that are kept. */
    public Problems about(Predicate<SpecPath> kept) {
        Problems about = new Problems();
        for (Problem problem : found) {
            List<SpecPath> places =
                    problem.isWarning() ? problem.places().stream().filter(kept).toList() : problem.places();
            if (!places.isEmpty()) {
                about.found.add(problem.in(places));
            }
        }
        return about;
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** What is shown of all: many warnings of one code end with their number. */
    public List<Problem> shown() {
        List<Problem> shown = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Problem> lasts = new LinkedHashMap<>();
        for (Problem problem : found) {
            if (!problem.isWarning() || counts.merge(problem.code(), 1, Integer::sum) <= SHOWN) {
                shown.add(problem);
            } else {
                lasts.put(problem.code(), problem);
            }
        }
        lasts.forEach((code, last) -> {
            int count = Math.max(counts.getOrDefault(code, 0), warnings.getOrDefault(code, 0));
            shown.add(new Problem(
                    Problem.Severity.WARNING,
                    code,
                    (count - SHOWN) + " more problems of this kind; this is the last one.",
                    last.at(),
                    List.of()));
        });
        return shown;
    }
}
