package dev.lathe.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong with one spec, so that a user mends ten mistakes in one build.
 * The same finding at the same place is kept once.
 */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    public void error(String code, SpecPath at, String message, String... hints) {
        found.add(new Problem(Problem.Severity.ERROR, code, message, at, List.of(hints)));
    }

    public void warning(String code, SpecPath at, String message, String... hints) {
        found.add(new Problem(Problem.Severity.WARNING, code, message, at, List.of(hints)));
    }

    public void addAll(Problems others) {
        found.addAll(others.found);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    public List<Problem> all() {
        return List.copyOf(new ArrayList<>(found));
    }
}
