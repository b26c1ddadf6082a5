package dev.lathe.processor.openapi;

import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with a document; what is wrong in the same way in many places is said once, with the number. */
final class Findings {

    private record Topic(String code, String about) {}

    private static final class Repeated {
        final SpecPath first;
        final String message;
        final String[] hints;
        int places = 1;

        Repeated(SpecPath first, String message, String[] hints) {
            this.first = first;
            this.message = message;
            this.hints = hints;
        }
    }

    private final Problems problems;
    private final Map<Topic, Repeated> repeated = new LinkedHashMap<>();

    Findings(Problems problems) {
        this.problems = problems;
    }

    void error(String code, SpecPath at, String message, String... hints) {
        problems.error(code, at, message, hints);
    }

    void warn(String code, SpecPath at, String message, String... hints) {
        problems.warning(code, at, message, hints);
    }

    /** @param about what the places have in common */
    void warnOnce(String code, String about, SpecPath at, String message, String... hints) {
        Repeated known = repeated.get(new Topic(code, about));
        if (known == null) {
            repeated.put(new Topic(code, about), new Repeated(at, message, hints));
        } else {
            known.places++;
        }
    }

    /** Hands over what was said once; to be called at the end. */
    void flush() {
        repeated.forEach((topic, said) -> {
            String more = said.places == 1 ? "" : " (first of " + said.places + " places)";
            problems.warning(topic.code, said.first, said.message + more, said.hints);
        });
        repeated.clear();
    }
}
