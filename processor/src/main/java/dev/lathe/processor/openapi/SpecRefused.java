package dev.lathe.processor.openapi;

import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.List;

/** Ends the reading of a document that cannot be read on: carries the one problem to report. */
final class SpecRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    SpecRefused(String code, SpecPath at, String message, String... hints) {
        super(message, null, false, false);
        this.problem = new Problem(Problem.Severity.ERROR, code, message, at, List.of(hints));
    }

    Problem problem() {
        return problem;
    }

    void reportTo(Problems problems) {
        problems.error(
                problem.code(), problem.at(), problem.message(), problem.hints().toArray(String[]::new));
    }
}
